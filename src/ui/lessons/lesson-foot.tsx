import { useSignal } from '@preact/signals';
import type { CourseFile } from '../../protocol/course-api.ts';
import { useAppContext } from '../context.ts';
import { Later } from '../controls/later.tsx';
import { LaterIcon } from '../controls/later-icon.tsx';
import { MenuItem, Popover } from '../controls/popover.tsx';
import { SureItem } from '../controls/sure-button.tsx';
import { hrefOf } from '../frame/router.ts';
import { LessonMore } from '../wall/lesson-more.tsx';
import { lessonsWords as words } from '../words/lessons-words.ts';
import { lessonWork } from './lesson-work.ts';
import { resetCourse, resetLesson } from './resets.ts';

const solution = () => import('./solution-dialog.tsx').then(({ SolutionDialog }) => SolutionDialog);

type LessonFootProps = { readonly course: CourseFile; readonly at: number };

/** Under a lesson: the ways to the ones beside it, to begin it anew, and to its solution. */
export function LessonFoot({ course, at }: LessonFootProps) {
  const here = useAppContext();
  const isAsked = useSignal(false);
  const work = lessonWork(here.store);
  const { id, lessons } = course;
  const before = lessons[at - 1];
  const after = lessons[at + 1];
  const isPassed = work.state.value?.isPassed === true;
  return (
    <footer class="lesson-foot">
      {before === undefined ? null : (
        <a
          class="plain button"
          href={hrefOf(['lessons', id, before.id])}
          aria-label={words.lessonName(at, before.title)}
          title={words.lessonName(at, before.title)}
        >
          <LaterIcon name="back" /> {at}
        </a>
      )}
      <Popover
        label={
          <>
            <LaterIcon name="earlier" /> {words.reset}
          </>
        }
        name={words.resetName}
        class="quiet"
      >
        {(close) => (
          <>
            <MenuItem
              hint={words.resetConversationHint}
              onChoose={() => {
                close();
                void resetLesson(here, 'conversation');
              }}
            >
              {words.resetConversation}
            </MenuItem>
            <SureItem
              label={words.resetLesson}
              sure={words.resetLessonSure}
              hint={words.resetLessonHint}
              onSure={() => {
                close();
                void resetLesson(here, 'reset');
              }}
            />
            <SureItem
              label={words.resetCourse}
              sure={words.resetCourseSure}
              hint={words.resetCourseHint}
              onSure={() => {
                close();
                void resetCourse(here);
              }}
            />
          </>
        )}
      </Popover>
      <LessonMore course={id} />
      <span class="push" />
      {lessons[at]?.solution === undefined ? null : (
        <button
          type="button"
          class="quiet"
          data-solution
          onClick={() => {
            isAsked.value = true;
          }}
        >
          {words.solution}
        </button>
      )}
      <a
        class={isPassed ? 'primary button' : 'plain button'}
        href={hrefOf(after === undefined ? ['lessons', id] : ['lessons', id, after.id])}
        {...(after === undefined
          ? {}
          : {
              title: words.lessonName(at + 2, after.title),
              'aria-label': words.lessonName(at + 2, after.title),
            })}
      >
        {after === undefined ? (
          words.finish
        ) : (
          <span>
            <span class="lesson-word">{words.lessonWord} </span>
            {at + 2}
          </span>
        )}{' '}
        <LaterIcon name="arrow" />
      </a>
      {isAsked.value ? (
        <Later
          load={solution}
          onClose={() => {
            isAsked.value = false;
          }}
        />
      ) : null}
    </footer>
  );
}
