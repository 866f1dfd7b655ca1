import { useId } from 'preact/hooks';
import type { Lesson } from '../../protocol/course-api.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { authorWords as words } from '../words/author-words.ts';
import { Act } from './lesson-rows.tsx';
import { useAuthoring } from './use-author.ts';

const most = 3;

/** The hints of a lesson, at most three. */
export function Hints({ lesson }: { readonly lesson: Lesson }) {
  const { changeLesson } = useAuthoring();
  const id = useId();
  const { hints } = lesson;
  const change = (how: (now: readonly string[]) => readonly string[]) => {
    changeLesson(lesson.id, (one) => ({ ...one, hints: how(one.hints) }));
  };
  return (
    <section class="author-hints">
      <h3>{words.hints}</h3>
      <p class="note">{words.hintsHelp}</p>
      {hints.map((hint, index) => (
        // Hints are told apart by their place alone.
        <div key={index} class="author-field author-hint">
          <label for={`${id}-${String(index)}`}>{words.hint(index + 1)}</label>
          <Act
            icon="delete"
            label={words.removeHint(index + 1)}
            onClick={() => {
              change((now) => now.toSpliced(index, 1));
            }}
          />
          <textarea
            id={`${id}-${String(index)}`}
            dir="auto"
            rows={2}
            maxLength={2000}
            value={hint}
            onInput={(event) => {
              const text = event.currentTarget.value;
              change((now) => now.toSpliced(index, 1, text));
            }}
          />
        </div>
      ))}
      {hints.length >= most ? null : (
        <button
          type="button"
          class="plain author-add"
          onClick={() => {
            change((now) => [...now, '']);
          }}
        >
          <LaterIcon name="plus" /> {words.addHint}
        </button>
      )}
    </section>
  );
}
