import type { CourseSummary } from '../../protocol/course-api.ts';
import { useAppContext } from '../context.ts';
import { DoctorLink } from '../doctor/doctor-link.tsx';
import { LaterIcon } from '../controls/later-icon.tsx';
import { pickFiles } from '../files/files-host.tsx';
import { hrefOf } from '../frame/router.ts';
import { lessonsWords as words } from '../words/lessons-words.ts';
import { removedCourse } from './removing.ts';
import { goesOnAt, useCourseApi, useCourses } from './use-courses.ts';

/** The courses that there are: those that come with the app, and those that somebody opened or made. */
export function CourseList() {
  const context = useAppContext();
  const [list, read] = useCourses();
  const courses = list.value;
  const make = (
    <a class="plain button" href={hrefOf(['lessons', 'author'])}>
      <LaterIcon name="rename" /> {words.make}
    </a>
  );
  const open = (
    <button
      type="button"
      class="plain"
      title={words.openHint}
      onClick={() => {
        pickFiles(context);
      }}
    >
      <LaterIcon name="open" /> {words.open}
    </button>
  );
  if (courses === null) return <p class="empty hidden-text">{words.looking}</p>;
  if (courses.length === 0)
    return (
      <div class="empty lessons-empty">
        <LaterIcon name="lessons" size={32} />
        <h2>{words.none}</h2>
        <p>{words.noneHint}</p>
        {make}
        {open}
      </div>
    );
  const main = mainOf(courses);
  return (
    <div class="lessons-page">
      <header class="lessons-head">
        <h2>{words.courses}</h2>
        <span class="count">{courses.length}</span>
        <span class="push" />
        {make}
        {open}
      </header>
      <ul class="course-cards">
        {courses.map((course) => (
          <CourseCard key={course.id} course={course} isMain={course.id === main} onChanged={read} />
        ))}
      </ul>
      <p class="note">
        <DoctorLink />
      </p>
    </div>
  );
}

type CardProps = {
  readonly course: CourseSummary;
  /** The one to go on with: of all on the page, its button stands out. */
  readonly isMain: boolean;
  readonly onChanged: () => Promise<void>;
};

/** The course that was worked on last, or else the first; one that is done has had its time. */
function mainOf(courses: readonly CourseSummary[]): string | undefined {
  const open = courses.filter(({ passed, contents }) => passed < contents.length);
  return open.toSorted((a, b) => (b.openedAt ?? 0) - (a.openedAt ?? 0))[0]?.id;
}

function CourseCard({ course, isMain, onChanged }: CardProps) {
  const { store, router, undo } = useAppContext();
  const api = useCourseApi();
  const { id, title, description, contents, passed, builtIn, draft, openedAt, language } = course;
  const lessons = contents.length;
  const isBegun = openedAt !== null;
  const isDone = passed === lessons && lessons > 0;
  const goOn = async () => {
    const opened = await api.course(id);
    if (opened !== null) router.go('lessons', id, goesOnAt(opened));
  };
  const remove = async () => {
    const problem = await api.removeCourse(id);
    if (problem !== null) {
      store.report(problem);
      return;
    }
    undo.offer('', removedCourse({ api, id, text: words.removed(title), onBack: onChanged }));
    await onChanged();
  };
  return (
    <li class="card course-card" lang={language}>
      <div class="course-about">
        <h3 dir="auto">
          <a href={hrefOf(['lessons', id])}>{title}</a>
        </h3>
        {description === '' ? null : (
          <p class="course-description" dir="auto">
            {description}
          </p>
        )}
        <p class="note">
          {isDone ? words.allDone(lessons) : words.done(passed, lessons)}
          {builtIn ? ` · ${words.builtIn}` : draft ? ` · ${words.draft}` : ''}
        </p>
        <progress
          class={isDone ? 'course-progress done' : 'course-progress'}
          max={Math.max(lessons, 1)}
          value={passed}
          aria-label={words.progress(passed, lessons)}
        />
      </div>
      <div class="course-acts">
        {builtIn ? null : (
          <button
            type="button"
            class="quiet icon-button"
            aria-label={words.removeOf(title)}
            title={words.remove}
            onClick={() => void remove()}
          >
            <LaterIcon name="delete" />
          </button>
        )}
        {draft ? (
          <a class="plain button" aria-label={words.editOf(title)} href={hrefOf(['lessons', 'author', id])}>
            {words.edit}
          </a>
        ) : null}
        <button
          type="button"
          class={isMain ? 'primary' : 'plain'}
          aria-label={isBegun ? words.goOnOf(title) : words.startOf(title)}
          disabled={lessons === 0}
          onClick={() => void goOn()}
        >
          {isDone ? words.again : isBegun ? words.goOn : words.start}
        </button>
      </div>
    </li>
  );
}
