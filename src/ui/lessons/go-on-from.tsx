import { useSignal } from '@preact/signals';
import type { ResultFile } from '../../protocol/course-api.ts';
import { useAppContext } from '../context.ts';
import { sentence } from '../sentence.ts';
import { lessonsWords as words } from '../words/lessons-words.ts';
import { goesOnAt, useCourseApi } from './use-courses.ts';

type GoOnFromProps = { readonly results: readonly ResultFile[]; readonly onClose: () => void };

/** Goes on from results of another computer: what was done there becomes one's own work here. */
export function GoOnFrom({ results, onClose }: GoOnFromProps) {
  const { router } = useAppContext();
  const api = useCourseApi();
  const busy = useSignal(false);
  const failed = useSignal<readonly string[]>([]);
  const goOn = async () => {
    const id = results[0]?.course ?? '';
    if (busy.value) return;
    busy.value = true;
    const course = (await api.course(id))?.course;
    const names = results.map(({ lesson }) => {
      const at = course?.lessons.findIndex((one) => one.id === lesson) ?? -1;
      return words.lessonName(at + 1, course?.lessons[at]?.title ?? lesson);
    });
    const done = await api.takeResults(results, names);
    busy.value = false;
    if ('problem' in done) {
      failed.value = [sentence(done.problem.reason)];
      return;
    }
    const opened = await api.course(id);
    if (done.left.length > 0 || opened === null) {
      failed.value = done.left.map(({ lesson, why }) => `${lesson}: ${sentence(why)}`);
      if (done.taken.length === 0 || opened === null) return;
    }
    onClose();
    router.go('lessons', id, goesOnAt(opened));
  };
  return (
    <>
      <button
        type="button"
        class="plain"
        title={words.goOnFromHint}
        aria-disabled={busy.value}
        onClick={() => void goOn()}
      >
        {words.goOnFrom}
      </button>
      {failed.value.length === 0 ? null : (
        <p class="refusal" role="alert">
          {failed.value.join(' ')}
        </p>
      )}
    </>
  );
}
