import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { CourseFile } from '../../protocol/course-api.ts';
import { useAppContext } from '../context.ts';
import { Dialog } from '../controls/dialog.tsx';
import { coursesOf } from '../lessons/courses.ts';
import { GoOnFrom } from '../lessons/go-on-from.tsx';
import { courseFileWords as words } from '../words/course-file-words.ts';
import type { PreviewProps } from './open-dialog.tsx';

/** What people made of lessons, which the wall of their course collects. */
export function ResultsPreview({ looked: { results }, about, onClose }: PreviewProps<'results'>) {
  const { router, store } = useAppContext();
  const id = results[0]?.course ?? '';
  /** The course that they are of; null when it is not here, undefined until that is known. */
  const course = useSignal<CourseFile | null | undefined>(undefined);
  useEffect(() => {
    void coursesOf(store.engine)
      .course(id)
      .then((opened) => {
        course.value = opened?.course ?? null;
      });
  }, [id, store, course]);
  const titleOf = (lesson: string) => course.value?.lessons.find((one) => one.id === lesson)?.title ?? lesson;
  return (
    <Dialog
      icon="open"
      title={words.resultsTitle(results.length)}
      about={about}
      onClose={onClose}
      footer={
        <>
          <p class="note">{course.value === null ? words.noCourse(id) : words.resultsHint}</p>
          <button type="button" class="plain" onClick={onClose}>
            {words.close}
          </button>
          {course.value === null ? null : <GoOnFrom results={results} onClose={onClose} />}
          {course.value === null ? null : (
            <button
              type="button"
              class="primary"
              onClick={() => {
                onClose();
                router.go('lessons', id, 'wall');
              }}
            >
              {words.toWall}
            </button>
          )}
        </>
      }
    >
      <section class="card files-scripts" aria-label={words.results}>
        <header>
          <h3 dir="auto">{course.value?.title ?? words.results}</h3>
        </header>
        <ul tabIndex={0} aria-label={words.results}>
          {results.map(({ name, lesson, checks }, index) => (
            <li key={index}>
              <bdi>{words.result(name, titleOf(lesson))}</bdi>
              <span class="note number">
                {words.passed(checks.filter(({ passed }) => passed).length, checks.length)}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </Dialog>
  );
}
