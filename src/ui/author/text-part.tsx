import { useId } from 'preact/hooks';
import { LessonText } from '../lessons/lesson-text.tsx';
import { authorWords as words } from '../words/author-words.ts';
import { Hints } from './hints.tsx';
import { partsOf, textOf, type TextParts } from './lesson-text.ts';
import type { PartProps } from './part-props.ts';
import { useAuthoring } from './use-author.ts';

/** What a trainee reads: the text with its goal, as it will look, and the hints. */
export function TextPart({ lesson }: PartProps) {
  const { changeLesson } = useAuthoring();
  const id = useId();
  const parts = partsOf(lesson.text);
  const write = (part: Partial<TextParts>) => {
    changeLesson(lesson.id, (one) => ({ ...one, text: textOf({ ...partsOf(one.text), ...part }) }));
  };
  return (
    <>
      <div class="author-field">
        <label for={id}>{words.text}</label>
        <textarea
          id={id}
          class="author-text"
          dir="auto"
          rows={9}
          maxLength={20_000}
          aria-describedby={`${id}-help`}
          value={parts.body}
          onInput={(event) => {
            write({ body: event.currentTarget.value });
          }}
        />
        <p class="note" id={`${id}-help`}>
          {words.textHelp}
        </p>
      </div>
      <div class="author-field">
        <label for={`${id}-goal`}>{words.goalText}</label>
        <textarea
          id={`${id}-goal`}
          dir="auto"
          rows={2}
          maxLength={1000}
          placeholder={words.goalHolder}
          aria-describedby={`${id}-goal-help`}
          value={parts.goal}
          onInput={(event) => {
            write({ goal: event.currentTarget.value });
          }}
        />
        <p class="note" id={`${id}-goal-help`}>
          {words.goalHelp}
        </p>
      </div>
      <section class="author-preview" aria-label={words.preview}>
        <h3>{words.preview}</h3>
        {lesson.text.trim() === '' ? (
          <p class="note">{words.previewEmpty}</p>
        ) : (
          <div class="author-reading">
            <p class="author-reading-title" dir="auto">
              {lesson.title}
            </p>
            <LessonText source={lesson.text} />
          </div>
        )}
      </section>
      <Hints lesson={lesson} />
    </>
  );
}
