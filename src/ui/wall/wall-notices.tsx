import { useAppContext } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { filesWords } from '../words/files-words.ts';
import { sentence } from '../sentence.ts';
import { wallWords as words } from '../words/wall-words.ts';
import type { WallNotice, WallState } from './wall-state.ts';

/** So many are told one by one. */
const most = 8;

/** What was not put on the wall, file by file, and why; what else came hangs there. */
export function WallNotices({ wall }: { readonly wall: WallState }) {
  const { router } = useAppContext();
  const told = wall.told.value;
  const problem = wall.problem.value;
  return (
    <div role="alert">
      {problem === null ? null : (
        <p class="refusal">
          {problem === 'broken' ? words.notRead : words.notKept(sentence(problem.reason))}
        </p>
      )}
      {told.length === 0 ? null : (
        <section class="card wall-card wall-told" aria-label={words.told}>
          <header>
            <LaterIcon name="warn" size={16} />
            <h3>{words.told}</h3>
            <button
              type="button"
              class="quiet icon-button small"
              aria-label={words.dismiss}
              title={words.dismiss}
              onClick={() => {
                wall.told.value = [];
              }}
            >
              <LaterIcon name="close" />
            </button>
          </header>
          <ul>
            {told.slice(0, most).map((one, n) => (
              <li key={n} dir="auto">
                {saying(one)}
                {one.kind === 'elsewhere' ? (
                  <>
                    {' '}
                    <button
                      type="button"
                      class="link"
                      onClick={() => {
                        router.go('lessons', one.course, 'wall');
                      }}
                    >
                      {words.toThatWall}
                    </button>
                  </>
                ) : null}
              </li>
            ))}
            {told.length > most ? <li>{words.moreTold(told.length - most)}</li> : null}
          </ul>
        </section>
      )}
    </div>
  );
}

function saying(one: WallNotice): string {
  switch (one.kind) {
    case 'same':
      return words.same(one.n);
    case 'elsewhere':
      return words.elsewhere(fileOf(one.file), one.course);
    case 'noLesson':
      return words.noLesson(fileOf(one.file), one.lesson);
    case 'refused': {
      const [first] = one.problems;
      return words.refused(fileOf(one.file), first === undefined ? words.noResult : filesWords.atPath(first));
    }
  }
}

const fileOf = (file: string): string => (file === '' ? words.fromCode : file);
