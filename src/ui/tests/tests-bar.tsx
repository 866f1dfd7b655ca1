import { useStore, useAppContext } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { testsOf } from './tests-state.ts';
import { testsWords as words } from '../words/tests-words.ts';

/** How the tests of the workspace stand; nothing where it has none. It leads to them. */
export function TestsBar() {
  const { router } = useAppContext();
  const tests = testsOf(useStore());
  const list = tests.list.value ?? [];
  const outcomes = tests.outcomes.value;
  const watched = list.filter(({ isWatched }) => isWatched).length;
  const ran = list.filter(({ id }) => outcomes.has(id));
  const failed = ran.filter(({ id }) => outcomes.get(id)?.kind !== 'passed');
  if (list.length === 0) return null;
  const [first] = failed;
  return (
    <>
      {ran.length === 0 ? null : (
        <button
          type="button"
          class={first === undefined ? 'bar-button' : 'bar-button bad'}
          data-testid="tests-bar"
          onClick={() => {
            router.go('tests', ...(first === undefined ? [] : [first.id]));
          }}
        >
          <LaterIcon name={first === undefined ? 'passed' : 'failed'} size={13} />
          {first === undefined ? words.barPasses(ran.length) : words.barFails(failed.length, list.length)}
        </button>
      )}
      {watched === 0 ? null : (
        <span class="bar-item">
          <LaterIcon name="watched" size={13} />
          {words.barWatching(watched)}
        </span>
      )}
    </>
  );
}
