import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { CourseFile, CourseSummary } from '../../protocol/course-api.ts';
import { useAppContext } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { Popover } from '../controls/popover.tsx';
import { oneLine } from '../format.ts';
import { coursesOf } from '../lessons/courses.ts';
import { removedCourse } from '../lessons/removing.ts';
import { hrefOf } from '../frame/router.ts';
import { sentence } from '../sentence.ts';
import { authorWords as words } from '../words/author-words.ts';
import { copyOf, newCourse } from './course-edits.ts';
import { NewCourseForm } from './new-course-form.tsx';
import { noteNew } from './saved-revision.ts';
import { newMark } from './use-author.ts';

/** The courses that can be changed here, and those of which a copy can. */
export function YourCourses() {
  const { store, keepers, router, undo } = useAppContext();
  const courses = useMemo(() => coursesOf(store.engine), [store]);
  const all = useSignal<readonly CourseSummary[] | null>(null);
  const refusal = useSignal('');
  const list = async () => {
    all.value = await courses.courses();
  };
  useEffect(() => {
    void list();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- when somebody comes, and after each act
  }, []);
  const keep = async (course: CourseFile) => {
    noteNew(keepers.local, course.id);
    const kept = await courses.keepCourse(course, 'draft');
    if ('problem' in kept) refusal.value = sentence(kept.problem.reason);
    else router.go('lessons', 'author', course.id);
  };
  const copy = async ({ id, title }: CourseSummary) => {
    const opened = await courses.course(id);
    if (opened === null) refusal.value = words.lost;
    else await keep(copyOf(opened.course, words.copyName(title), newMark()));
  };
  const remove = async ({ id, title }: CourseSummary) => {
    const problem = await courses.removeCourse(id);
    refusal.value = problem === null ? '' : sentence(problem.reason);
    if (problem !== null) return;
    await list();
    const text = words.deleted(oneLine(title, 48));
    undo.offer('', removedCourse({ api: courses, id, text, onBack: list }));
  };
  if (all.value === null) return null;
  const own = all.value.filter(({ builtIn }) => !builtIn);
  const others = all.value.filter(({ builtIn }) => builtIn);
  return (
    <div class="author">
      <div class="author-page">
        <a class="author-back" href={hrefOf(['lessons'])}>
          <LaterIcon name="back" size={16} /> {words.back}
        </a>
        <header class="author-page-head">
          <div>
            <h2>{words.courses}</h2>
            <p class="muted">{words.coursesHint}</p>
          </div>
          <Popover
            label={
              <>
                <LaterIcon name="plus" /> {words.new}
              </>
            }
            title={words.new}
            class="primary"
            role="dialog"
          >
            {() => (
              <NewCourseForm onMake={(title, language) => keep(newCourse(title, language, newMark()))} />
            )}
          </Popover>
        </header>
        <div role="alert">{refusal.value === '' ? null : <p class="refusal">{refusal.value}</p>}</div>
        {own.length === 0 ? (
          <p class="author-none">{words.empty}</p>
        ) : (
          <ul class="author-cards" aria-label={words.backToCourses}>
            {own.map((one) => (
              <li key={one.id} class="author-card">
                <a class="author-card-link" href={hrefOf(['lessons', 'author', one.id])} dir="auto">
                  {one.title}
                </a>
                <About course={one} />
                <button
                  type="button"
                  class="quiet icon-button"
                  aria-label={words.deleteCourse(one.title)}
                  title={words.deleteCourse(one.title)}
                  onClick={() => void remove(one)}
                >
                  <LaterIcon name="delete" />
                </button>
              </li>
            ))}
          </ul>
        )}
        {others.length === 0 ? null : (
          <section class="author-others">
            <h3>{words.others}</h3>
            <p class="note">{words.othersHint}</p>
            <ul class="author-cards">
              {others.map((one) => (
                <li key={one.id} class="author-card">
                  <span class="author-card-link" dir="auto">
                    {one.title}
                  </span>
                  <About course={one} />
                  <button type="button" class="plain" onClick={() => void copy(one)}>
                    {words.copyCourse}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  );
}

const About = ({ course: { contents, language, revision } }: { readonly course: CourseSummary }) => (
  <span class="author-card-about muted">
    {[words.lessons(contents.length), words.languages(language), words.revision(revision)].join(' · ')}
  </span>
);
