import type { ComponentChildren } from 'preact';
import type { CourseFile, Lesson } from '../../protocol/course-api.ts';
import { useAppContext } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import type { LaterIconName } from '../controls/later-icon-names.ts';
import { focusWhenThere } from '../controls/focus-next.ts';
import { oneLine } from '../format.ts';
import { hrefOf } from '../frame/router.ts';
import { authorWords as words } from '../words/author-words.ts';
import {
  missingPartsOf,
  withLessonBack,
  withLessonCopied,
  withLessonMoved,
  withoutLesson,
} from './course-edits.ts';
import { useAuthoring } from './use-author.ts';

/** The lessons of a course in their order, each with what it lacks and what can be done with it. */
export function LessonRows({ course }: { readonly course: CourseFile }) {
  return (
    <ol class="author-rows" aria-label={words.lessonsTitle}>
      {course.lessons.map((lesson, index) => (
        <Row key={lesson.id} course={course} lesson={lesson} index={index} />
      ))}
    </ol>
  );
}

type RowProps = { readonly course: CourseFile; readonly lesson: Lesson; readonly index: number };

function Row({ course, lesson, index }: RowProps) {
  const { store, undo } = useAppContext();
  const { change, changeOf } = useAuthoring();
  const { id } = lesson;
  const title = lesson.title.trim() === '' ? words.untitled : lesson.title;
  const lacks = missingPartsOf(lesson);
  const move = (by: 1 | -1) => {
    change((one) => withLessonMoved(one, id, by));
    // At the end of the list there is nothing further: the focus stays with the lesson.
    focusWhenThere(() =>
      document.querySelector<HTMLElement>(`[data-lesson="${id}"] [data-move="${String(by)}"]`),
    );
  };
  const remove = () => {
    change((one) => withoutLesson(one, id));
    undo.offer(store.workspace.peek()?.id ?? '', {
      text: words.deleted(oneLine(title, 48)),
      act: () => changeOf(course.id, (one) => withLessonBack(one, lesson, index)),
    });
  };
  return (
    <li class="author-row" data-lesson={id}>
      <span class="author-number" aria-hidden="true">
        {index + 1}
      </span>
      <div class="author-row-said">
        <a class="author-card-link" href={hrefOf(['lessons', 'author', course.id, id])} dir="auto">
          {title}
        </a>
        <span class={lacks.length === 0 ? 'note' : 'note author-lacks'}>
          {lacks.length === 0 ? words.ready(lesson.checks.length, lesson.hints.length) : words.lacks(lacks)}
        </span>
      </div>
      <span class="author-row-acts">
        <Act
          icon="up"
          label={words.up(title)}
          isOff={index === 0}
          move={-1}
          onClick={() => {
            move(-1);
          }}
        />
        <Act
          icon="down"
          label={words.down(title)}
          isOff={index === course.lessons.length - 1}
          move={1}
          onClick={() => {
            move(1);
          }}
        />
        <Act
          icon="duplicate"
          label={words.duplicate(title)}
          onClick={() => {
            change((one) => withLessonCopied(one, id, words.copyTitle(title)));
          }}
        />
        <Act icon="delete" label={words.delete(title)} onClick={remove} />
      </span>
    </li>
  );
}

type ActProps = {
  readonly icon: LaterIconName;
  readonly label: string;
  readonly onClick: () => void;
  readonly isOff?: boolean;
  readonly move?: 1 | -1;
  readonly children?: ComponentChildren;
};

/** A small button of a row: an icon with its words for whoever does not see it. */
export const Act = ({ icon, label, onClick, isOff = false, move }: ActProps) => (
  <button
    type="button"
    class="quiet icon-button small"
    aria-label={label}
    title={label}
    aria-disabled={isOff}
    {...(move === undefined ? {} : { 'data-move': String(move) })}
    onClick={() => {
      if (!isOff) onClick();
    }}
  >
    <LaterIcon name={icon} />
  </button>
);
