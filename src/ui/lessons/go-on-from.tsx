import { useSignal } from '@preact/signals';
import type { ResultFile } from '../../protocol/course-api.ts';
import { useAppContext } from '../context.ts';
import { sentence } from '../sentence.ts';
import { lessonsWords as words } from '../words/lessons-words.ts';
import { playApart } from './begin-work.ts';
import { lessonWork } from './lesson-work.ts';
import { newestOfEach, peopleIn } from './newest-results.ts';
import { goesOnAt, useCourseApi } from './use-courses.ts';

type GoOnFromProps = { readonly results: readonly ResultFile[]; readonly onClose: () => void };

/** Goes on from results of another computer: what was done there becomes one's own work here. Can be undone. */
export function GoOnFrom({ results, onClose }: GoOnFromProps) {
  const { router, store, undo } = useAppContext();
  const api = useCourseApi();
  const people = peopleIn(results);
  const person = useSignal(people[0] ?? '');
  const busy = useSignal(false);
  const failed = useSignal<readonly string[]>([]);
  const goOn = async () => {
    const id = results[0]?.course ?? '';
    if (busy.value) return;
    busy.value = true;
    const wanted = newestOfEach(results, person.value);
    const course = (await api.course(id))?.course;
    const names = wanted.map(({ lesson }) => {
      const at = course?.lessons.findIndex((one) => one.id === lesson) ?? -1;
      return words.lessonName(at + 1, course?.lessons[at]?.title ?? lesson);
    });
    const played = [];
    for (const beginning of await api.resultBeginnings(wanted)) {
      const steps = beginning === null ? null : await playApart(beginning).catch(() => null);
      played.push(steps === null || 'why' in steps ? null : steps);
    }
    const done = await api.takeResults(wanted, names, played);
    busy.value = false;
    if ('problem' in done) {
      failed.value = [sentence(done.problem.reason)];
      return;
    }
    const opened = await api.course(id);
    failed.value = done.left.map(({ lesson, why }) => `${lesson}: ${sentence(why)}`);
    if (opened === null || done.taken.length === 0) return;
    const { taken } = done;
    undo.offer('', {
      text: words.goneOn(taken.length),
      act: async () => {
        const why = await api.undoTakeResults(id, taken);
        await lessonWork(store).read();
        if (why !== null) return sentence(why.reason);
        if (router.path.peek()[0] === 'lessons') router.go('lessons', id);
        return '';
      },
      passing: { keep: () => undefined, over: () => undefined },
    });
    onClose();
    router.go('lessons', id, goesOnAt(opened));
  };
  return (
    <>
      {people.length < 2 ? null : (
        <select
          aria-label={words.goOnFromWhom}
          value={person.value}
          onChange={(event) => {
            person.value = event.currentTarget.value;
          }}
        >
          {people.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      )}
      <button
        type="button"
        class="plain"
        title={words.goOnFromHint}
        aria-disabled={busy.value}
        onClick={() => void goOn()}
      >
        {words.goOnFrom}
      </button>
      {failed.value.length === 0 ? null : (
        <p class="refusal" role="alert">
          {failed.value.join(' ')}
        </p>
      )}
    </>
  );
}
