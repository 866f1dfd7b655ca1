import { useSignal } from '@preact/signals';
import type { Test } from '../../protocol/engine-api.ts';
import type { FoundRace } from '../../protocol/exploring.ts';
import { useAppContext } from '../context.ts';
import { Dialog } from '../controls/dialog.tsx';
import { LaterIcon } from '../controls/later-icon.tsx';
import { sentence } from '../sentence.ts';
import { testsOf } from '../tests/tests-state.ts';
import { offerWayBack } from '../undo/way-back.ts';
import { ExploreForm, useChoice } from './explore-form.tsx';
import { exploredTest } from './explore-state.ts';
import { exploreWords as words } from '../words/explore-words.ts';
import { Explored } from './explored.tsx';
import { useExploring, type Exploring } from './use-exploring.ts';
import './explore.css';

/** Deals what people did anew, in a worker of its own, and shows the orders in which something breaks. */
export function ExploreDialog() {
  const context = useAppContext();
  const { files, store, router } = context;
  const test = exploredTest.value;
  const name = test?.name ?? store.workspace.value?.name ?? '';
  const { texts, chosen } = useChoice();
  const exploring = useExploring(words.keptName(name));
  const { state, client } = exploring;
  const which = useSignal(0);
  const said = useSignal<KeepResult | null>(null);
  const race = state.kind === 'explored' ? (state.races[which.value] ?? state.races[0]) : undefined;
  const close = () => {
    exploredTest.value = null;
    files.shows.value = 'nothing';
  };
  const explore = () => {
    if (chosen === null) return;
    which.value = 0;
    said.value = null;
    exploring.explore(chosen);
  };
  const keep = async (found: FoundRace) => {
    const made = keptTest(found, words.keptName(name));
    const problem = await testsOf(store).save([made]);
    const text = problem === null ? words.kept : sentence(problem.reason);
    said.value = { of: found, text, test: problem === null ? made.id : null };
  };
  const showKept = () => {
    const test = said.value?.test;
    close();
    if (test !== undefined && test !== null) router.go('tests', test);
  };
  const open = async (found: FoundRace) => {
    const left = store.workspace.peek();
    await client.look({ kind: 'text', text: found.kept.text });
    const played = await client.played();
    // The tests go along, so that mending the bot there tells at once whether they pass.
    const tests = testsOf(store).list.peek() ?? [];
    const problem = 'problem' in played ? null : await store.openPlayed({ ...played, tests });
    if ('problem' in played) said.value = { of: found, text: played.problem.message, test: null };
    else if (problem !== null) said.value = { of: found, text: sentence(problem.reason), test: null };
    else {
      close();
      if (left !== null) offerWayBack(context, left.id, words.opened(left.name), 'open');
      router.go('stage');
    }
  };
  const isRunning = state.kind === 'running';
  const told = said.value?.of === race ? said.value : null;
  const isKept = told?.test !== null && told?.test !== undefined;
  return (
    <Dialog
      icon="orders"
      title={words.title}
      about={name}
      onClose={close}
      footer={
        <>
          <p role="status" class="note">
            {told?.text}{' '}
            {!isKept ? null : (
              <button type="button" class="text-button" onClick={showKept}>
                {words.showKept}
              </button>
            )}
          </p>
          {isRunning ? (
            <button type="button" class="plain" onClick={exploring.stop}>
              <LaterIcon name="stop" /> {words.stop}
            </button>
          ) : (
            <button
              type="button"
              class={race === undefined ? 'primary' : 'plain'}
              disabled={chosen === null}
              onClick={explore}
            >
              {state.kind === 'idle' ? words.explore : words.again}
            </button>
          )}
          {race === undefined || isRunning ? null : (
            <>
              <button type="button" class="plain" title={words.openHint} onClick={() => void open(race)}>
                <LaterIcon name="openAt" /> {words.open(race.kept.steps)}
              </button>
              <button
                type="button"
                class="primary"
                title={words.keepHint}
                disabled={isKept}
                onClick={() => void keep(race)}
              >
                <LaterIcon name="tests" /> {words.keep}
              </button>
            </>
          )}
        </>
      }
    >
      <div class={race === undefined ? 'explore' : 'explore wide'}>
        {race === undefined ? <p>{words.intro}</p> : null}
        <ExploreForm texts={texts} />
        <Outcome state={state} race={race} which={which} />
      </div>
    </Dialog>
  );
}

type OutcomeProps = {
  readonly state: Exploring;
  readonly race: FoundRace | undefined;
  readonly which: { value: number };
};

function Outcome({ state, race, which }: OutcomeProps) {
  switch (state.kind) {
    case 'idle':
      return null;
    case 'running':
      return <Running progress={state.progress} />;
    case 'explored':
      return <Explored explored={state} race={race} which={which} />;
    case 'unfit':
      return (
        <div role="alert">
          <p>{words.unfit}</p>
          <ul>
            {state.problems.map(({ path, message }) => (
              <li key={path}>{message}</li>
            ))}
          </ul>
        </div>
      );
    case 'lost':
      return <p role="alert">{words.lost}</p>;
    case 'notPlayed': {
      const texts = { slow: words.slow, stopped: words.isStopped, broken: words.isBroken };
      return <p role="alert">{texts[state.because]}</p>;
    }
  }
}

function Running({ progress }: { readonly progress: Extract<Exploring, { kind: 'running' }>['progress'] }) {
  const { tried = 0, of = 1, failing = 0 } = progress ?? {};
  return (
    <div class="explore-running">
      <progress max={of} value={progress === null ? undefined : tried} aria-label={words.title} />
      <p role="status">
        {progress === null
          ? words.begins
          : tried >= of
            ? words.concluding
            : words.progress(tried, of, failing)}
      </p>
    </div>
  );
}

/** What came of keeping or opening an order that fails, and the test that was kept of it. */
type KeepResult = { readonly of: FoundRace; readonly text: string; readonly test: string | null };

/** It runs in the world as it stands, so that it turns green once the bot is mended. */
const keptTest = ({ kept }: FoundRace, name: string): Test => ({
  id: crypto.randomUUID(),
  madeAt: Date.now(),
  name,
  tags: kept.tags,
  steps: kept.steps,
  isWatched: true,
  runsWith: 'present',
  text: kept.text,
});
