import { useAppContext } from '../context.ts';
import { pickFiles } from '../files/files-host.tsx';
import { hrefOf } from '../frame/router.ts';
import { lessonsWords as words } from '../words/lessons-words.ts';

/** The address of a course that is not on this computer, or of a lesson that it has not. */
export function NoCourse({ why = words.noCourse }: { readonly why?: string }) {
  const context = useAppContext();
  return (
    <div class="empty lessons-empty" role="alert">
      <h2>{why}</h2>
      <p>{words.noCourseHint}</p>
      <p class="lessons-ways">
        <a class="plain button" href={hrefOf(['lessons'])}>
          {words.toCourses}
        </a>
        <button
          type="button"
          class="plain"
          onClick={() => {
            pickFiles(context);
          }}
        >
          {words.open}
        </button>
      </p>
    </div>
  );
}
