import { useSignal } from '@preact/signals';
import type { CourseFile } from '../../protocol/course-api.ts';
import type { FileProblem } from '../../scenario/problem.ts';
import { useAppContext } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { copyText } from '../controls/use-copy.ts';
import { hrefOf } from '../frame/router.ts';
import { authorWords as words } from '../words/author-words.ts';
import { hasFile, linkOfCourse, saveCourse } from './save-course.ts';
import { useAuthoring } from './use-author.ts';

/** Saves the course as a file, and says what is missing for that. */
export function SaveCourse({ course }: { readonly course: CourseFile }) {
  const here = useAppContext();
  const authoring = useAuthoring();
  const busy = useSignal(false);
  const problem = useSignal('');
  const problems = useSignal<readonly FileProblem[]>([]);
  const isSaved = useSignal(false);
  const save = async () => {
    if (busy.peek()) return;
    busy.value = true;
    problem.value = '';
    const saved = await saveCourse(here, authoring, course).catch(() => ({ problem: words.broken }));
    busy.value = false;
    isSaved.value = 'done' in saved;
    problems.value = 'problems' in saved ? saved.problems : 'done' in saved ? saved.warnings : [];
    if ('problem' in saved) problem.value = saved.problem;
    if ('done' in saved) here.files.said.value = { text: saved.done, bad: false };
  };
  const share = async () => {
    if (busy.peek()) return;
    busy.value = true;
    const link = await linkOfCourse(course).catch(() => '');
    const isCopied = link !== '' && (await copyText(link));
    busy.value = false;
    here.files.said.value =
      link === ''
        ? { text: words.linkTooLong, bad: true }
        : isCopied
          ? { text: words.linkCopied(link.length), bad: false }
          : { text: words.linkNotCopied, bad: true };
  };
  return (
    <>
      <a class="plain button" href={hrefOf(['lessons', course.id])}>
        {words.trainee}
      </a>
      <button
        type="button"
        class={course.lessons.length === 0 ? 'plain' : 'primary'}
        aria-disabled={busy.value}
        onClick={() => void save()}
      >
        <LaterIcon name="save" /> {hasFile(course.id) ? words.saveAgain : words.saveCourse}
      </button>
      <button type="button" class="plain" aria-disabled={busy.value} onClick={() => void share()}>
        <LaterIcon name="link" /> {words.copyLink}
      </button>
      <div class="author-problems" role="alert">
        {problem.value === '' ? null : <p class="refusal">{problem.value}</p>}
        {problems.value.length === 0 ? null : (
          <div class={isSaved.value ? 'author-unfinished warned' : 'author-unfinished refusal'}>
            <p>{isSaved.value ? words.savedWith : words.unfinished}</p>
            <ul>
              {problems.value.slice(0, 8).map(({ path, message }) => (
                <li key={`${path} ${message}`}>
                  {placeText(course, path)} {message}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </>
  );
}

/** Where a problem is, as who writes the course knows it: by lesson, where it is in one. */
function placeText({ lessons }: CourseFile, path: string): string {
  const [, place] = /\blessons(?:\[|\.|\/)(\d+)/.exec(path) ?? [];
  if (place === undefined) return path === '' ? '' : `${path}:`;
  const lesson = lessons[Number(place)];
  return `${words.inLesson(Number(place) + 1, lesson?.title ?? '')}:`;
}
