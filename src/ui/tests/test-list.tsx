import type { RefObject } from 'preact';
import type { Test } from '../../protocol/engine-api.ts';
import { useStore } from '../context.ts';
import { hrefOf } from '../frame/router.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { useVirtualRows } from '../timeline/use-virtual-rows.ts';
import { outcomeIcon } from './outcome.ts';
import { testsOf } from './tests-state.ts';
import { testsWords as words } from '../words/tests-words.ts';

const rowHeight = 34;

type TestListProps = {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly tests: readonly Test[];
  readonly open: string | undefined;
};

/** The tests, a row each: how it went, its name and tags, how long it took, and whether it is watched. */
export function TestList({ scroller, tests, open }: TestListProps) {
  const { items, height } = useVirtualRows(scroller, tests.length, rowHeight);
  return (
    <div ref={scroller} class="test-list">
      <ul style={{ height: `${String(height)}px` }}>
        {items.map(({ index, start }) => {
          const test = tests[index];
          return test === undefined ? null : (
            <TestRow key={test.id} test={test} top={start} isOpen={test.id === open} />
          );
        })}
      </ul>
    </div>
  );
}

type TestRowProps = { readonly test: Test; readonly top: number; readonly isOpen: boolean };

function TestRow({ test, top, isOpen }: TestRowProps) {
  const tests = testsOf(useStore());
  const { id, name, tags, isWatched } = test;
  const outcome = tests.outcomes.value.get(id);
  const isRunning = tests.running.value === id;
  const waits = tests.waiting.value.has(id);
  const kind = outcome?.kind ?? 'unknown';
  const state = isRunning ? 'runs' : waits ? 'waits' : kind;
  return (
    <li class={`test-row ${kind} ${isOpen ? 'current' : ''}`} style={{ top: `${String(top)}px` }}>
      <a
        class="test-link"
        href={hrefOf(['tests', id])}
        aria-current={isOpen ? 'page' : undefined}
        title={name}
      >
        <span class={`test-mark ${isRunning || waits ? 'waits' : kind}`}>
          <LaterIcon name={outcomeIcon(kind)} size={16} />
          <span class="hidden-text">{words.outcome[state]}: </span>
        </span>
        <span class="test-name" dir="auto">
          {name}
        </span>
        {tags[0] === undefined ? null : (
          <span class="test-tag" title={tags.join(', ')} dir="auto">
            {tags[0]}
          </span>
        )}
        <span class="test-time number">
          {outcome === undefined ? '' : words.milliseconds(outcome.milliseconds)}
        </span>
      </a>
      <button
        type="button"
        class={isWatched ? 'quiet icon-button small test-eye on' : 'quiet icon-button small test-eye'}
        aria-pressed={isWatched}
        aria-label={words.watch(name)}
        title={isWatched ? words.watchNo(name) : words.watch(name)}
        onClick={() => {
          void tests.save([{ ...test, isWatched: !isWatched }]).then(() => {
            if (!isWatched) void tests.run([id]);
          });
        }}
      >
        <LaterIcon name={isWatched ? 'watched' : 'unwatched'} size={16} />
      </button>
    </li>
  );
}
