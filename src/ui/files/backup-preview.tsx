import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { FileProblem } from '../../scenario/problem.ts';
import { useAppContext } from '../context.ts';
import { Dialog } from '../controls/dialog.tsx';
import { coursesOf } from '../lessons/courses.ts';
import { sentence } from '../sentence.ts';
import { words as pageWords } from '../words/words.ts';
import { filesWords as words } from '../words/files-words.ts';
import type { PreviewProps } from './open-dialog.tsx';

/** So many workspaces or courses are named. */
const most = 200;

/** What a backup holds. Restoring adds all that can be read, replaces nothing and runs nothing. */
export function BackupPreview({ looked, about, client, onClose }: PreviewProps<'backup'>) {
  const { workspaces, courses } = looked;
  const { store, router, files } = useAppContext();
  const readable = readableOf(workspaces);
  const readableCourses = readableOf(courses);
  /** So many of those are restored: whoever tries once more gets the others. */
  const done = useSignal(0);
  const doneCourses = useSignal(0);
  /** What the workspaces of the backup are called here: courses name them. */
  const become = useRef<Record<string, string>>({});
  const busy = useSignal(false);
  const failed = useSignal('');
  const isClosed = useRef(false);
  const isEmpty = readable.length === 0 && readableCourses.length === 0;
  const close = () => {
    isClosed.current = true;
    onClose();
  };
  const restoreOthers = async () => {
    for (const index of readable.slice(done.value)) {
      if (isClosed.current) return;
      const unpacked = await client.unpack(index);
      if ('problem' in unpacked)
        throw new Error(`“${workspaces[index]?.name ?? ''}”: ${unpacked.problem.message}`);
      const made = await store.engine.restore(unpacked);
      if ('problem' in made) throw new Error(sentence(made.problem.reason));
      become.current[workspaces[index]?.id ?? ''] = made.id;
      done.value += 1;
    }
    for (const index of readableCourses.slice(doneCourses.value)) {
      if (isClosed.current) return;
      const unpacked = await client.unpackCourse(index);
      if ('problem' in unpacked)
        throw new Error(`“${courses[index]?.title ?? ''}”: ${unpacked.problem.message}`);
      const problem = await coursesOf(store.engine).restoreCourse(unpacked, become.current);
      if (problem !== null) throw new Error(sentence(problem.reason));
      doneCourses.value += 1;
    }
  };
  const restore = async () => {
    if (busy.value || isEmpty) return;
    busy.value = true;
    failed.value = '';
    const why = await restoreOthers().then(
      () => '',
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    busy.value = false;
    // What was restored before it stopped stays: each is whole in itself.
    await store.listWorkspaces();
    const isWhole = done.value === readable.length && doneCourses.value === readableCourses.length;
    if (!isWhole && !isClosed.current) {
      failed.value = words.restoreFailed(done.value, why);
      return;
    }
    const text = isWhole
      ? words.restored(done.value, doneCourses.value)
      : words.restoreStopped(done.value, readable.length);
    files.said.value = { text, bad: false };
    if (isClosed.current) return;
    router.go('workspaces');
    onClose();
  };
  return (
    <Dialog
      icon="open"
      title={words.backupTitle}
      about={about}
      onClose={close}
      footer={
        <>
          <p class="note" role="status">
            {busy.value ? words.restoring(done.value, readable.length) : words.backupAdds}
          </p>
          <button type="button" class="plain" onClick={close}>
            {pageWords.cancel}
          </button>
          <button
            type="button"
            class="primary"
            aria-disabled={busy.value || isEmpty}
            onClick={() => void restore()}
          >
            {words.restore}
          </button>
        </>
      }
    >
      <Entries
        title={words.backupHas(workspaces.length)}
        rows={workspaces.map(({ name, steps, messages, problem }) => ({
          name,
          note: words.backupRow(steps, messages),
          problem,
        }))}
      />
      {courses.length === 0 ? null : (
        <Entries
          title={words.backupHasCourses(courses.length)}
          rows={courses.map(({ title, results, problem }) => ({
            name: title,
            note: results === 0 ? '' : words.backupResults(results),
            problem,
          }))}
        />
      )}
      <div role="alert">{failed.value === '' ? null : <p class="refusal">{failed.value}</p>}</div>
    </Dialog>
  );
}

const readableOf = (entries: readonly { readonly problem: FileProblem | null }[]): readonly number[] =>
  entries.flatMap(({ problem }, index) => (problem === null ? [index] : []));

type EntriesProps = {
  readonly title: string;
  readonly rows: readonly {
    readonly name: string;
    readonly note: string;
    readonly problem: FileProblem | null;
  }[];
};

function Entries({ title, rows }: EntriesProps) {
  return (
    <section class="card files-scripts" aria-label={title}>
      <header>
        <h3>{title}</h3>
      </header>
      <ul tabIndex={0} aria-label={title}>
        {rows.slice(0, most).map(({ name, note, problem }, index) => (
          <li key={index} class={problem === null ? undefined : 'has-problem'}>
            <bdi title={name}>{name}</bdi>
            <span class={problem === null ? 'note number' : 'note danger'}>
              {problem === null ? note : words.cannotRestore(problem.message)}
            </span>
          </li>
        ))}
        {rows.length > most ? <li class="note">{words.moreScripts(rows.length - most)}</li> : null}
      </ul>
    </section>
  );
}
