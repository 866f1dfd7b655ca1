import { signal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import type { CourseFile, Lesson } from '../../protocol/course-api.ts';
import { useAppContext } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { Segmented } from '../controls/segmented.tsx';
import { TabStrip } from '../controls/tab-strip.tsx';
import { useNarrow } from '../controls/use-narrow.ts';
import { hrefOf } from '../frame/router.ts';
import { Stage } from '../stage/stage.tsx';
import { stepMarks, type StepMark } from '../timeline/check-marks.ts';
import { authorWords as words } from '../words/author-words.ts';
import { ChecksPart } from './checks-part.tsx';
import { goalOf } from './conversation-marks.ts';
import { missingPartsOf } from './course-edits.ts';
import { Kept } from './kept.tsx';
import { parts, type LessonView, type Part } from './lesson-state.ts';
import { PlayPart } from './play-part.tsx';
import { RulesPart } from './rules-part.tsx';
import { TestPart } from './test-part.tsx';
import { TextPart } from './text-part.tsx';
import { useAuthoring, useCourse } from './use-author.ts';

type LessonProps = { readonly course: string; readonly id: string };

/** A lesson in the making beside the stage, where it is played. */
export function AuthorLesson({ course: of, id }: LessonProps) {
  const course = useCourse(of);
  const lesson = typeof course === 'string' ? undefined : course.lessons.find((one) => one.id === id);
  if (course === 'reading') return <p class="empty">{words.reading}</p>;
  if (course === 'lost' || lesson === undefined)
    return (
      <div class="empty" role="alert">
        <p>{words.lost}</p>
        <a class="plain button" href={hrefOf(['lessons', 'author'])}>
          {words.backToCourses}
        </a>
      </div>
    );
  return <Shown course={course} lesson={lesson} />;
}

/** Beside the lesson that is looked at, and no longer. */
const views = new Map<string, LessonView>();

function viewOf(key: string): LessonView {
  const known = views.get(key) ?? { part: signal<Part>('play'), side: signal<'lesson' | 'stage'>('lesson') };
  views.clear();
  views.set(key, known);
  return known;
}

type ShownProps = { readonly course: CourseFile; readonly lesson: Lesson };

function Shown({ course, lesson }: ShownProps) {
  const view = viewOf(`${course.id}/${lesson.id}`);
  const isNarrow = useNarrow(1099);
  useItsWorkspace(course.id, lesson.id);
  useMarksInTimeline(course.id, lesson);
  const side = view.side.value;
  return (
    <div class={`author-lesson showing-${side}`}>
      {isNarrow ? (
        <div class="author-sides">
          <Segmented
            label={words.shows}
            choices={[
              { name: 'lesson', label: words.showLesson },
              { name: 'stage', label: words.showStage },
            ]}
            chosen={side}
            onChoose={(name) => {
              view.side.value = name;
            }}
          />
        </div>
      ) : null}
      {isNarrow && side === 'stage' ? null : <Panel course={course} lesson={lesson} view={view} />}
      {isNarrow && side === 'lesson' ? null : (
        <div class="author-stage">
          <Stage />
        </div>
      )}
    </div>
  );
}

/** Whoever comes to a lesson finds the workspace in which it was played; who opens another one from there keeps that. */
function useItsWorkspace(course: string, lesson: string): void {
  const { store } = useAppContext();
  const authoring = useAuthoring();
  useEffect(() => {
    const key = `${course}/${lesson}`;
    if (authoring.entered.lesson === key) return;
    authoring.entered.lesson = key;
    const place = authoring.placeOf(course, lesson);
    const isThere = store.workspaces.peek().some(({ id }) => id === place);
    if (place !== null && isThere && store.workspace.peek()?.id !== place) void store.open(place);
  }, [authoring, store, course, lesson]);
}

/** Start and goal stand in the timeline, too, as long as it shows what the lesson is played in. */
function useMarksInTimeline(course: string, lesson: Lesson): void {
  const { store } = useAppContext();
  const authoring = useAuthoring();
  const open = store.workspace.value?.id ?? null;
  const isHere = open !== null && authoring.placeOf(course, lesson.id) === open;
  const { start } = lesson;
  const goal = goalOf(lesson);
  useEffect(() => {
    if (!isHere) return;
    const marks: readonly StepMark[] = [
      { step: start, kind: 'start', text: words.start },
      { step: goal, kind: 'goal', text: words.goal },
    ];
    stepMarks.value = marks.filter(({ step }) => step > 0);
    return () => {
      stepMarks.value = [];
    };
  }, [isHere, start, goal]);
}

function Panel({ course, lesson, view }: ShownProps & { readonly view: LessonView }) {
  const { changeLesson } = useAuthoring();
  const panel = useId();
  const part = view.part.value;
  const at = course.lessons.indexOf(lesson);
  const [before, after] = [course.lessons[at - 1], course.lessons[at + 1]];
  const lacks = missingPartsOf(lesson);
  const isDone: Readonly<Record<Part, boolean>> = {
    play: !lacks.includes('goal'),
    checks: !lacks.includes('checks'),
    text: !lacks.includes('text') && !lacks.includes('title'),
    rules: false,
    test: false,
  };
  const open = (next: Part) => {
    view.part.value = next;
  };
  const shared = { course, lesson, open };
  return (
    <section class="author-panel" aria-label={words.step(at + 1)}>
      <h2 class="hidden-text">{lesson.title}</h2>
      <header class="author-panel-head">
        <a class="author-back" href={hrefOf(['lessons', 'author', course.id])} dir="auto">
          <LaterIcon name="back" size={16} /> <span>{course.title}</span>
        </a>
        <Kept />
      </header>
      <input
        class="author-title"
        aria-label={words.lessonTitle}
        placeholder={words.titleHolder}
        dir="auto"
        maxLength={200}
        value={lesson.title}
        onInput={(event) => {
          const title = event.currentTarget.value;
          changeLesson(lesson.id, (one) => ({ ...one, title }));
        }}
      />
      <TabStrip
        label={words.tabs}
        panel={panel}
        open={part}
        onOpen={open}
        tabs={parts.map((name) => ({
          name,
          label: (
            <span class={isDone[name] ? 'author-tab done' : 'author-tab'}>
              {isDone[name] ? <LaterIcon name="passed" size={13} /> : null}
              {words.tab[name]}
              {name === 'checks' && lesson.checks.length > 0 ? (
                <span class="count">{lesson.checks.length}</span>
              ) : null}
            </span>
          ),
        }))}
      />
      <div key={part} id={panel} class="author-part" role="tabpanel" aria-label={words.tab[part]}>
        {part === 'play' ? <PlayPart {...shared} /> : null}
        {part === 'checks' ? <ChecksPart {...shared} /> : null}
        {part === 'text' ? <TextPart {...shared} /> : null}
        {part === 'rules' ? <RulesPart {...shared} /> : null}
        {part === 'test' ? <TestPart {...shared} /> : null}
      </div>
      <footer class="author-panel-foot">
        {before === undefined ? null : (
          <a class="plain button" href={hrefOf(['lessons', 'author', course.id, before.id])}>
            <LaterIcon name="back" /> {at}
          </a>
        )}
        <a class="quiet button push-end" href={hrefOf(['lessons', course.id, lesson.id])}>
          {words.trainee}
        </a>
        {after === undefined ? null : (
          <a class="plain button" href={hrefOf(['lessons', 'author', course.id, after.id])}>
            {words.step(at + 2)} <LaterIcon name="arrow" />
          </a>
        )}
      </footer>
    </section>
  );
}
