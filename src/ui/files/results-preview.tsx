import { useAppContext } from '../context.ts';
import { Dialog } from '../controls/dialog.tsx';
import { GoOnFrom } from '../lessons/go-on-from.tsx';
import { courseFileWords as words } from '../words/course-file-words.ts';
import type { PreviewProps } from './open-dialog.tsx';

/** What people made of lessons, which the wall of their course collects. */
export function ResultsPreview({ looked: { results }, about, onClose }: PreviewProps<'results'>) {
  const { router } = useAppContext();
  const course = results[0]?.course;
  return (
    <Dialog
      icon="open"
      title={words.resultsTitle(results.length)}
      about={about}
      onClose={onClose}
      footer={
        <>
          <p class="note">{words.resultsHint}</p>
          <button type="button" class="plain" onClick={onClose}>
            {words.close}
          </button>
          {course === undefined ? null : <GoOnFrom results={results} onClose={onClose} />}
          {course === undefined ? null : (
            <button
              type="button"
              class="primary"
              onClick={() => {
                onClose();
                router.go('lessons', course, 'wall');
              }}
            >
              {words.toWall}
            </button>
          )}
        </>
      }
    >
      <ul class="results-told">
        {results.map(({ name, lesson, checks }, index) => (
          <li key={index} dir="auto">
            {words.result(name, lesson, checks.filter(({ passed }) => passed).length, checks.length)}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
