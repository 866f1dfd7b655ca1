import { useEffect } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import type { CourseFile, LessonProgress, OpenedCourse } from '../../protocol/course-api.ts';
import { useAppContext } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { Popover } from '../controls/popover.tsx';
import { SureItem } from '../controls/sure-button.tsx';
import { hrefOf } from '../frame/router.ts';
import { sentence } from '../sentence.ts';
import { lessonsWords as words } from '../words/lessons-words.ts';
import { changedLessons } from './changed-lessons.ts';
import { wallWords } from '../words/wall-words.ts';
import { LessonText } from './lesson-text.tsx';
import { NoCourse } from './no-course.tsx';
import { ProgressBars } from './progress-bars.tsx';
import { goesOnAt, useCourse, useCourseApi } from './use-courses.ts';

/** A course: its lessons, how far one is in each, and the ways to begin anew. */
export function CoursePage() {
  const [, id = ''] = useAppContext().router.path.value;
  const [found, read] = useCourse(id);
  const opened = found.value;
  if (opened === undefined) return <p class="empty hidden-text">{words.looking}</p>;
  if (opened === null) return <NoCourse />;
  return <Opened key={id} opened={opened} onChanged={read} />;
}

type OpenedProps = { readonly opened: OpenedCourse; readonly onChanged: () => Promise<void> };

function Opened({ opened, onChanged }: OpenedProps) {
  const { course, progress } = opened;
  const { id, title, description = '', lessons, language } = course;
  const of = (lesson: string) => progress.find((one) => one.lesson === lesson);
  const passed = lessons.map((lesson) => isPassed(of(lesson.id)));
  const next = goesOnAt(opened);
  const isBegun = progress.some(({ workspace, passedAt }) => workspace !== null || passedAt !== null);
  return (
    <div class="lessons-page" lang={language}>
      <header class="lessons-head">
        <h2 dir="auto">{title}</h2>
        <span class="push" />
        <a class="quiet button" href={hrefOf(['lessons'])}>
          {words.toCourses}
        </a>
        <a class="quiet button" href={hrefOf(['lessons', id, 'wall'])}>
          {wallWords.title}
        </a>
        <a class="quiet button" href={hrefOf(['lessons', id, 'print'])}>
          {words.printables}
        </a>
        {isBegun ? <ResetCourse course={course} onChanged={onChanged} /> : null}
        <a class="primary button" href={hrefOf(['lessons', id, next])}>
          {isBegun ? words.goOn : words.start}
        </a>
      </header>
      <ProgressBars passed={passed} at={lessons.findIndex((lesson) => lesson.id === next)} />
      <p class="note">{words.done(passed.filter((one) => one).length, lessons.length)}</p>
      <Newer course={course} onTaken={onChanged} />
      {description === '' ? null : <LessonText source={description} />}
      <ol class="card lesson-rows">
        {lessons.map((lesson, index) => (
          <LessonRow
            key={lesson.id}
            href={hrefOf(['lessons', id, lesson.id])}
            number={index + 1}
            title={lesson.title}
            checks={lesson.checks.length}
            progress={of(lesson.id)}
            isNext={lesson.id === next}
          />
        ))}
      </ol>
    </div>
  );
}

const isPassed = (progress: LessonProgress | undefined): boolean => (progress?.passedAt ?? null) !== null;

type RowProps = {
  readonly href: string;
  readonly number: number;
  readonly title: string;
  readonly checks: number;
  readonly progress: LessonProgress | undefined;
  readonly isNext: boolean;
};

function LessonRow({ href, number, title, checks, progress, isNext }: RowProps) {
  const done = isPassed(progress);
  const isBegun = progress !== undefined && progress.workspace !== null;
  const state = done
    ? progress?.elsewhere === true
      ? words.elsewhere
      : words.passed
    : isBegun
      ? `${words.begun}, ${words.checksOf(progress.checks.length, checks)}`
      : '';
  return (
    <li class={isNext ? 'next' : undefined}>
      <a href={href}>
        <span class={done ? 'lesson-state passed' : 'lesson-state'}>
          {done ? <LaterIcon name="passed" size={16} /> : <span class="lesson-number">{number}</span>}
        </span>
        <span dir="auto">{words.lessonName(number, title)}</span>
        <span class="push" />
        <span class="note">{state}</span>
        <LaterIcon name="right" />
      </a>
    </li>
  );
}

type ResetProps = { readonly course: CourseFile; readonly onChanged: () => Promise<void> };

function ResetCourse({ course: { id }, onChanged }: ResetProps) {
  const { store, undo } = useAppContext();
  const api = useCourseApi();
  const reset = async () => {
    const problem = await api.resetCourse(id);
    if (problem !== null) {
      store.report(problem);
      return;
    }
    undo.offer(store.workspace.peek()?.id ?? '', {
      text: words.courseReset,
      act: async () => {
        const why = await api.undoResetCourse(id);
        await onChanged();
        return why === null ? '' : sentence(why.reason);
      },
    });
    await onChanged();
  };
  return (
    <Popover label={<>{words.reset}</>} name={words.resetCourse} class="quiet">
      {(close) => (
        <SureItem
          label={words.resetCourse}
          sure={words.resetCourseSure}
          hint={words.resetCourseHint}
          onSure={() => {
            close();
            void reset();
          }}
        />
      )}
    </Popover>
  );
}

type NewerProps = { readonly course: CourseFile; readonly onTaken: () => Promise<void> };

/** The app came with a newer revision while somebody was in the middle of this one: it is offered, and says what it changes. */
function Newer({ course, onTaken }: NewerProps) {
  const { store } = useAppContext();
  const api = useCourseApi();
  const newer = useSignal<CourseFile | null>(null);
  useEffect(() => {
    void api.newerCourse(course.id).then((found) => {
      newer.value = found;
    });
  }, [api, course, newer]);
  const offered = newer.value;
  if (offered === null) return null;
  const take = async () => {
    const kept = await api.keepCourse(offered, true);
    if ('problem' in kept) store.report(kept.problem);
    newer.value = null;
    await onTaken();
  };
  return (
    <div class="card lesson-newer" role="status">
      <p>
        {words.newer(offered.revision)} {words.changed(changedLessons(course, offered))}
      </p>
      <button type="button" class="plain" onClick={() => void take()}>
        {words.take}
      </button>
    </div>
  );
}
