import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { CourseFile, Lesson, Pane } from '../../protocol/course-api.ts';
import type { ServiceError } from '../../protocol/engine-api.ts';
import { useAppContext } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { useNarrow } from '../controls/use-narrow.ts';
import { hrefOf, type Path } from '../frame/router.ts';
import { sentence } from '../sentence.ts';
import { Stage } from '../stage/stage.tsx';
import { lessonsWords as words } from '../words/lessons-words.ts';
import { words as pageWords } from '../words/words.ts';
import { ChecksCard } from './checks-card.tsx';
import { HintCard } from './hint-card.tsx';
import { LessonFoot } from './lesson-foot.tsx';
import { LessonText } from './lesson-text.tsx';
import { beginWork } from './begin-work.ts';
import { lessonWork } from './lesson-work.ts';
import { NoCourse } from './no-course.tsx';
import { ProgressBars } from './progress-bars.tsx';
import { useCourse } from './use-courses.ts';
import { useGlow } from './use-glow.ts';

const allPanes: readonly Pane[] = ['customers', 'queue', 'agents', 'scripts', 'timeline'];

/** In a window up to so wide, in pixels, the text stands alone: beside it there is no room for a stage (lessons.css). */
const alone = 1099;

/** The address for which a lesson was opened last: whoever opens something else while it stands is led to the stage. */
let openedFor: Path | null = null;

/** A lesson: its text beside the stage, or, in a narrow window, alone. */
export function LessonPage() {
  const { router, store } = useAppContext();
  const [, id = '', lessonId = ''] = router.path.value;
  const [found] = useCourse(id);
  const narrow = useNarrow(alone);
  const work = lessonWork(store);
  const of = store.workspace.value?.lesson;
  const isHere = of?.course === id && of.lesson === lessonId;
  // What was passed meanwhile is known to the work.
  const opened = (isHere ? work.course.value : undefined) ?? found.value;
  const at = opened?.course.lessons.findIndex((one) => one.id === lessonId) ?? -1;
  const lesson = opened?.course.lessons[at];
  const problem = useOpen(opened?.course, lesson, at);
  if (opened === undefined) return <p class="empty hidden-text">{words.looking}</p>;
  if (opened === null) return <NoCourse />;
  if (lesson === undefined) return <NoCourse why={words.noLesson} />;
  const passed = opened.course.lessons.map((one) =>
    opened.progress.some((progress) => progress.lesson === one.id && progress.passedAt !== null),
  );
  const hidden = allPanes.filter((pane) => lesson.panes?.includes(pane) === false);
  const without = hidden.map((pane) => `without-${pane}`).join(' ');
  return (
    <div class="lesson" lang={opened.course.language}>
      <section class="lesson-side" aria-label={words.text}>
        <header class="lesson-head">
          <span class="muted" dir="auto">
            {opened.course.title}
          </span>
          <span class="push" />
          <a class="quiet button" href={hrefOf(['lessons', id])}>
            <LaterIcon name="lessonList" /> {words.toCourse}
          </a>
        </header>
        <div class="lesson-scroll" tabIndex={0} role="group" aria-label={words.text} key={lessonId}>
          <ProgressBars passed={passed} at={at} />
          <p class="lesson-count">{words.lessonOf(at + 1, opened.course.lessons.length)}</p>
          <h2 dir="auto">{lesson.title}</h2>
          <LessonText source={lesson.text} />
          {problem === null ? null : (
            <p class="refusal" role="alert">
              {words.failed} {sentence(problem.reason)}
            </p>
          )}
          {isHere ? (
            <>
              <ChecksCard />
              <HintCard />
            </>
          ) : null}
          {narrow && isHere ? (
            <a class="primary button lesson-to-stage" href={hrefOf(['stage'])}>
              {pageWords.toStage}
            </a>
          ) : null}
        </div>
        {isHere ? <LessonFoot course={opened.course} at={at} /> : null}
      </section>
      {narrow || !isHere ? null : <LessonStage without={without} />}
    </div>
  );
}

/** The panes of the lesson, where the next thing to do glows once. */
function LessonStage({ without }: { readonly without: string }) {
  useGlow();
  return (
    <div class={`lesson-stage ${without}`}>
      <Stage />
    </div>
  );
}

/** Opens one's own work on a lesson; gives why that is not possible. */
function useOpen(
  course: CourseFile | undefined,
  lesson: Lesson | undefined,
  at: number,
): ServiceError | null {
  const { router, store } = useAppContext();
  const path = router.path.value;
  const failed = useSignal<ServiceError | null>(null);
  const workspace = store.workspace.value;
  const isIt = workspace?.lesson?.course === course?.id && workspace?.lesson?.lesson === lesson?.id;
  useEffect(() => {
    if (course === undefined || lesson === undefined) return;
    if (openedFor === path) {
      if (!isIt) router.replaceFrom(path, 'stage');
      return;
    }
    const { api } = lessonWork(store);
    const name = words.lessonName(at + 1, lesson.title);
    const begin = async () => {
      const made = await beginWork(api, [course.id, lesson.id, 'continue', name]);
      if (router.path.peek() !== path) return;
      if ('problem' in made) failed.value = made.problem;
      else if (made.id !== store.workspace.peek()?.id) await store.open(made.id);
      // Not before it is shown: until then another workspace is, and nobody has chosen that.
      openedFor = path;
    };
    void begin();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for an address, and when another workspace is shown
  }, [course?.id, lesson?.id, path, isIt, workspace?.id]);
  return failed.value;
}
