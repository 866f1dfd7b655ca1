import { useSignal } from '@preact/signals';
import type { CourseSummary } from '../../protocol/course-api.ts';
import { useAppContext } from '../context.ts';
import { Dialog } from '../controls/dialog.tsx';
import { changedLessons } from '../lessons/changed-lessons.ts';
import { coursesOf } from '../lessons/courses.ts';
import { courseFileWords as words } from '../words/course-file-words.ts';
import { lessonsWords } from '../words/lessons-words.ts';
import { openWords } from '../words/open-words.ts';
import { words as pageWords } from '../words/words.ts';
import { sentence } from '../sentence.ts';
import type { PreviewProps } from './open-dialog.tsx';

/** What a course holds. Opening adds it to the others; one that is there already is replaced only when somebody says so. */
export function CoursePreview({ looked: { course, problems }, about, onClose }: PreviewProps<'course'>) {
  const { store, router } = useAppContext();
  const busy = useSignal(false);
  /** The one that is here already, once it is known that there is one. */
  const here = useSignal<CourseSummary | null>(null);
  const failed = useSignal('');
  /** The numbers of the lessons that are others in this one. */
  const changed = useSignal<readonly number[]>([]);
  const goThere = () => {
    onClose();
    router.go('lessons', course.id);
  };
  const open = async (replace: boolean) => {
    if (busy.value) return;
    busy.value = true;
    failed.value = '';
    const kept = await coursesOf(store.engine).keepCourse(course, replace);
    busy.value = false;
    if ('problem' in kept) failed.value = `${words.failed} ${sentence(kept.problem.reason)}`;
    else if ('exists' in kept) {
      const there = await coursesOf(store.engine).course(course.id);
      changed.value = there === null ? [] : changedLessons(there.course, course);
      here.value = kept.exists;
    } else goThere();
  };
  const asks = here.value !== null;
  return (
    <Dialog
      icon="open"
      title={words.title(course.title)}
      about={about}
      onClose={onClose}
      footer={
        <>
          <p class="note">{asks ? words.existsHint : words.does}</p>
          <button type="button" class="plain" onClick={asks ? goThere : onClose}>
            {asks ? words.keepMine : pageWords.cancel}
          </button>
          <button type="button" class="primary" aria-disabled={busy.value} onClick={() => void open(asks)}>
            {asks ? words.takeThis : words.open}
          </button>
        </>
      }
    >
      <div role="status">
        {here.value === null ? null : (
          <div class="verdict differs">
            <div class="verdict-text">
              <strong>{words.exists(here.value.revision, course.revision)}</strong>
              <span>{lessonsWords.changed(changed.value)}</span>
              {here.value.draft ? <span>{words.draftHint}</span> : null}
            </div>
          </div>
        )}
      </div>
      <p class="note">{words.has(course, nameOfLanguage(course.language))}</p>
      <section class="card files-scripts" aria-label={words.lessons} lang={course.language}>
        <header>
          <h3>{words.lessons}</h3>
        </header>
        <ol tabIndex={0} aria-label={words.lessons}>
          {course.lessons.map(({ id, title }) => (
            <li key={id}>
              <bdi>{title}</bdi>
            </li>
          ))}
        </ol>
      </section>
      {problems.length === 0 ? null : (
        <div class="verdict differs">
          <div class="verdict-text">
            <strong>{words.warnings(problems.length)}</strong>
            <ul>
              {problems.map((problem, index) => (
                <li key={index} dir="auto">
                  {openWords.atPath(problem)}
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
      <div role="alert">{failed.value === '' ? null : <p class="refusal">{failed.value}</p>}</div>
    </Dialog>
  );
}

/** The name of a language in the page's; its code where nobody knows it. */
function nameOfLanguage(code: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
