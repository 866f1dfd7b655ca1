import { useSignal, type Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Test } from '../../protocol/engine-api.ts';
import type { TestOutcome } from '../../protocol/tests-api.ts';
import { useAppContext } from '../context.ts';
import { NoPlace } from '../frame/no-place.tsx';
import { LaterIcon } from '../controls/later-icon.tsx';
import { Segmented } from '../controls/segmented.tsx';
import { AddTests } from './add-tests.tsx';
import { filteredTests, type OutcomeFilter } from './filtered-tests.ts';
import { TestList } from './test-list.tsx';
import { TestView } from './test-view.tsx';
import { testsOf } from './tests-state.ts';
import { testsWords as words } from '../words/tests-words.ts';
import './tests.css';

/** The tests of the workspace: `tests`, and the one that is looked at. */
export function Tests() {
  const { router, store } = useAppContext();
  const tests = testsOf(store);
  const path = router.path.value;
  const [, wanted, ...rest] = path;
  const text = useSignal('');
  const show = useSignal<OutcomeFilter>('all');
  const problems = useSignal<readonly string[]>([]);
  const scroller = useRef<HTMLDivElement>(null);
  const list = tests.list.value;
  useUpToDate(list);
  const open = list?.find(({ id }) => id === wanted);
  useFirstOpen(list, tests.outcomes.value, open === undefined ? undefined : wanted);
  useGone(list !== null && wanted !== undefined && open === undefined && rest.length === 0);
  if (rest.length > 0) return <NoPlace path={path} />;
  if (list === null) return null;
  if (list.length === 0) return <NoTests problems={problems} />;
  const outcomes = tests.outcomes.value;
  const shown = filteredTests(list, outcomes, text.value, show.value);
  const kinds = list.map(({ id }) => outcomes.get(id)?.kind);
  const passed = kinds.filter((kind) => kind === 'passed').length;
  const failed = kinds.filter((kind) => kind !== undefined && kind !== 'passed').length;
  return (
    <div class={open === undefined ? 'tests' : 'tests has-open'}>
      <section class="tests-side" aria-label={words.title}>
        <header class="tests-head">
          <h2>{words.title}</h2>
          <span class="tests-counts" role="status">
            {failed === 0 ? null : <span class="badge bad">{words.failedCount(failed)}</span>}
            {passed === 0 ? null : <span class="badge good">{words.passedCount(passed)}</span>}
          </span>
          <span class="push" />
          <RunButton />
        </header>
        <div class="tests-filter">
          <label class="tests-search">
            <LaterIcon name="search" size={16} />
            <input
              type="search"
              aria-label={words.find}
              placeholder={words.find}
              value={text.value}
              onInput={(event) => {
                text.value = event.currentTarget.value;
              }}
            />
          </label>
          <Segmented
            label={words.filter}
            choices={[
              { name: 'all', label: words.all },
              { name: 'failed', label: words.failed },
              { name: 'passed', label: words.passed },
            ]}
            chosen={show.value}
            onChoose={(name) => {
              show.value = name;
            }}
          />
        </div>
        <Watched list={list} />
        <TestList scroller={scroller} tests={shown} open={open?.id} />
        {shown.length === 0 ? <p class="empty slim tests-none">{words.noneFound}</p> : null}
        <AddTests isEmpty={false} problems={problems} open={open} />
      </section>
      {open === undefined ? <p class="empty">{words.choose}</p> : <TestView key={open.id} test={open} />}
    </div>
  );
}

/** Whoever is here sees how the tests stand now: those that did not run, or not since something was saved, are run. */
function useUpToDate(list: readonly Test[] | null): void {
  const { store } = useAppContext();
  const tests = testsOf(store);
  const stale = tests.stale.value;
  useEffect(() => {
    const due = (list ?? []).filter(({ id }) => !tests.outcomes.peek().has(id) || stale.has(id));
    if (tests.waiting.peek().size === 0 && due.length > 0) void tests.run(due.map(({ id }) => id));
  }, [tests, list, stale]);
}

/** The address of a test that is deleted, or of another workspace, leads to the list. */
function useGone(isGone: boolean): void {
  const { router } = useAppContext();
  useEffect(() => {
    if (isGone) router.replace('tests');
  }, [isGone, router]);
}

/** Where no test is named, the first that fails is looked at, else the first. */
function useFirstOpen(
  list: readonly Test[] | null,
  outcomes: ReadonlyMap<string, TestOutcome>,
  wanted: string | undefined,
): void {
  const { router } = useAppContext();
  const isNarrow = globalThis.innerWidth < 900;
  const isTold = list !== null && outcomes.size >= list.length;
  useEffect(() => {
    if (wanted !== undefined || isNarrow || !isTold) return;
    const failed = list.find(({ id }) => outcomes.get(id)?.kind !== 'passed');
    const first = failed ?? list[0];
    if (first !== undefined) router.replace('tests', first.id);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when all have run
  }, [wanted, isTold, isNarrow]);
}

function RunButton() {
  const { store } = useAppContext();
  const tests = testsOf(store);
  const left = tests.waiting.value.size;
  return left > 0 ? (
    <button type="button" class="plain" onClick={tests.stop} title={words.running(left)}>
      <LaterIcon name="stop" /> {words.stop}
    </button>
  ) : (
    <button type="button" class="plain" onClick={() => void tests.run()}>
      <LaterIcon name="play" /> {words.runAll}
    </button>
  );
}

function Watched({ list }: { readonly list: readonly Test[] }) {
  const { store } = useAppContext();
  const last = testsOf(store).lastRun.value;
  const watched = list.filter(({ isWatched }) => isWatched).length;
  return (
    <p class={watched === 0 ? 'tests-watched' : 'tests-watched on'}>
      <LaterIcon name={watched === 0 ? 'unwatched' : 'watched'} size={16} />
      <span>{words.watched(watched)}</span>
      <span class="push" />
      {last === null ? null : (
        <span class="number" data-testid="last-run">
          {words.ran(last.count, last.milliseconds)}
        </span>
      )}
    </p>
  );
}

const NoTests = ({ problems }: { readonly problems: Signal<readonly string[]> }) => (
  <div class="empty tests-empty">
    <LaterIcon name="tests" size={32} />
    <p>{words.empty}</p>
    <AddTests isEmpty problems={problems} />
  </div>
);
