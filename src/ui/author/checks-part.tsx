import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Check } from '../../protocol/course-api.ts';
import { useAppContext } from '../context.ts';
import { castOf } from '../checks/cast.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { oneLine } from '../format.ts';
import { authorWords as words } from '../words/author-words.ts';
import { CheckEditor } from './check-editor.tsx';
import { CheckRow } from './check-row.tsx';
import { withChanged, withCheck, withMoved, withoutCheck } from './check-edits.ts';
import type { PartProps } from './part-props.ts';
import { SuggestedChecks } from './suggested-checks.tsx';
import { useAuthoring } from './use-author.ts';

/** A check that is being made, which has no name yet. */
const fresh = '';

/** What has to happen in a lesson: chosen of what was played, or added by hand. */
export function ChecksPart({ lesson }: PartProps) {
  const { store, undo } = useAppContext();
  const { changeLesson } = useAuthoring();
  /** The check whose form is open, by its name. */
  const editing = useSignal<string | null>(null);
  const { checks, seed, solution } = lesson;
  const source = solution ?? seed;
  const cast = useMemo(() => castOf(source), [source]);
  const change = (how: (now: readonly Check[]) => readonly Check[]) => {
    changeLesson(lesson.id, (one) => ({ ...one, checks: how(one.checks) }));
  };
  const remove = ({ name }: Check) => {
    const before = checks;
    change((now) => withoutCheck(now, name));
    undo.offer(store.workspace.peek()?.id ?? '', {
      text: words.removed(oneLine(name, 48)),
      act: () => {
        change(() => before);
        return Promise.resolve('');
      },
    });
  };
  const done = () => {
    editing.value = null;
  };
  const editor = (check: Check | null) => (
    <CheckEditor
      check={check}
      cast={cast}
      earlier={checks
        .slice(0, check === null ? checks.length : checks.indexOf(check))
        .map(({ name }) => name)}
      onCancel={done}
      onDone={(now) => {
        change((all) => (check === null ? withCheck(all, now) : withChanged(all, check.name, now)));
        done();
      }}
    />
  );
  return (
    <>
      <p class="author-intro">{words.checksIntro}</p>
      {checks.length === 0 ? <p class="author-none">{words.noChecks}</p> : null}
      <ol class="author-checks" aria-label={words.checks}>
        {checks.map((check, index) => (
          <li key={check.name}>
            {editing.value === check.name ? (
              editor(check)
            ) : (
              <CheckRow
                check={check}
                cast={cast}
                isFirst={index === 0}
                isLast={index === checks.length - 1}
                onEdit={() => {
                  editing.value = check.name;
                }}
                onMove={(by) => {
                  change((all) => withMoved(all, check.name, by));
                }}
                onRemove={() => {
                  remove(check);
                }}
              />
            )}
          </li>
        ))}
      </ol>
      {editing.value === fresh ? (
        editor(null)
      ) : (
        <button
          type="button"
          class="plain author-add"
          onClick={() => {
            editing.value = fresh;
          }}
        >
          <LaterIcon name="plus" /> {words.add}
        </button>
      )}
      <SuggestedChecks lesson={lesson} cast={cast} onChange={change} />
    </>
  );
}
