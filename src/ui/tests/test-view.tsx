import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Test } from '../../protocol/engine-api.ts';
import type { LookedAt, TestOutcome } from '../../protocol/tests-api.ts';
import { useStore } from '../context.ts';
import { hrefOf } from '../frame/router.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { sentence } from '../sentence.ts';
import { Later } from '../controls/later.tsx';
import { ConversationAt } from './conversation-at.tsx';
import { outcomeIcon } from './outcome.ts';
import { failingSteps, sessionOfStep, unlikeMessage, worldAfter, type Ran } from './step-view.ts';
import { TestActions } from './test-actions.tsx';
import { testsOf } from './tests-state.ts';
import { testsWords as words } from '../words/tests-words.ts';
import { VerdictRow } from './verdict-row.tsx';

const fetchCoverage = () =>
  import('../coverage/tests-coverage.tsx').then(({ TestsCoverage }) => TestsCoverage);

/** One test with what came of it: what was expected of a step, and the conversation around it. */
export function TestView({ test }: { readonly test: Test }) {
  const tests = testsOf(useStore());
  const looked = useSignal<LookedAt | 'hung' | null>(null);
  const outcome = tests.outcomes.value.get(test.id);
  const hung = outcome?.kind === 'hung';
  const { text, runsWith } = test;
  const round = tests.round.value;
  useEffect(() => {
    let over = false;
    // What hung would hang again; whoever wants to know runs it.
    if (hung) {
      looked.value = 'hung';
      return undefined;
    }
    void tests.look(test).then((found) => {
      if (!over) looked.value = found ?? 'hung';
    });
    return () => {
      over = true;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a test that is watched or not is the same to look at
  }, [tests, text, runsWith, round, hung, looked]);
  const found = looked.value;
  const step = useSignal<number | null>(null);
  const ran = found !== null && found !== 'hung' && found.kind === 'ran' ? found : null;
  const first = ran === null ? 0 : (failingSteps(ran)[0] ?? ran.steps.length);
  const at = Math.min(step.value ?? first, ran?.steps.length ?? 0);
  return (
    <article class="test-view" aria-labelledby="test-title">
      <header class="test-head">
        <a class="test-back" href={hrefOf(['tests'])}>
          <LaterIcon name="back" size={16} /> {words.back}
        </a>
        <span class={`test-mark ${kindOf(found, outcome)}`}>
          <LaterIcon name={outcomeIcon(kindOf(found, outcome))} size={18} />
        </span>
        <h2 id="test-title" dir="auto" title={test.name}>
          {test.name}
        </h2>
        <span class="muted test-state" role="status">
          {stateText(found, outcome)}
        </span>
        <span class="push" />
        <TestActions test={test} step={at} ran={ran} />
      </header>
      {found === null ? null : found === 'hung' ? (
        <p class="test-note bad">{words.hung}</p>
      ) : found.kind === 'unfit' ? (
        <div class="test-note bad">
          <p>{words.unfit}</p>
          <ul>
            {found.problems.slice(0, 5).map(({ path, message }) => (
              <li key={path}>
                {path === '' ? null : <code>{path}</code>} {message}
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <StepOfRun
          ran={found}
          at={at}
          onStep={(next) => {
            step.value = next;
          }}
        />
      )}
      <Later load={fetchCoverage} />
    </article>
  );
}

type Kind = TestOutcome['kind'] | 'unknown';

const kindOf = (found: LookedAt | 'hung' | null, outcome: TestOutcome | undefined): Kind => {
  if (found === 'hung') return 'hung';
  if (found?.kind === 'unfit') return 'unfit';
  if (found?.kind === 'ran') return found.isPassed ? 'passed' : 'failed';
  return outcome?.kind ?? 'unknown';
};

function stateText(found: LookedAt | 'hung' | null, outcome: TestOutcome | undefined): string {
  const kind = kindOf(found, outcome);
  if (found !== null && found !== 'hung' && found.kind === 'ran') {
    if (found.isPassed) return words.state.passed(found.steps.length);
    const step = failingSteps(found)[0];
    return step === undefined ? words.state.gone : words.state.failed(step, found.steps.length);
  }
  if (kind === 'hung') return words.state.hung;
  if (kind === 'unfit') return words.state.unfit;
  return kind === 'broken' ? words.state.broken : '';
}

type RanProps = { readonly ran: Ran; readonly at: number; readonly onStep: (step: number) => void };

function StepOfRun({ ran, at, onStep }: RanProps) {
  const { steps, used } = ran;
  const world = useMemo(() => worldAfter(ran, at), [ran, at]);
  const step = steps[at - 1];
  const session = sessionOfStep(ran, at, world);
  const failing = failingSteps(ran);
  return (
    <div class="test-body">
      <section class="test-expectations" aria-label={words.expectations}>
        <header>
          <h3>{words.expectations}</h3>
          <span class="muted">{words.atStep(at)}</span>
          <span class="push" />
          {failing.length < 2 ? null : (
            <span class="test-failing" role="group" aria-label={words.failing}>
              {failing.slice(0, 8).map((one) => (
                <button
                  key={one}
                  type="button"
                  aria-pressed={one === at}
                  onClick={() => {
                    onStep(one);
                  }}
                >
                  {one}
                </button>
              ))}
            </span>
          )}
        </header>
        {used !== null && used.gone.length > 0 ? <p class="test-note bad">{words.gone(used.gone)}</p> : null}
        {step === undefined ? null : (
          <ul class="verdicts">
            {step.others.map(({ path, message }) => (
              <li key={path} class="verdict bad">
                <LaterIcon name="close" size={16} />
                <div class="verdict-said">
                  {step.reason === null ? message : words.unexpectedRefusal(sentence(step.reason))}
                </div>
              </li>
            ))}
            {step.verdicts.map((verdict, index) => (
              // Expectations are told apart by their place alone.
              <VerdictRow key={index} {...{ verdict, step, world, session }} />
            ))}
            {step.others.length + step.verdicts.length > 0 ? null : (
              <li class="empty slim">{words.nothingExpected}</li>
            )}
          </ul>
        )}
        <p class="note test-used">
          {used === null ? words.usedOwn : words.used(used.scripts, used.channels, used.mocks)}
        </p>
      </section>
      <section class="test-around" aria-label={words.conversation(at)}>
        <header>
          <h3>{words.conversation(at)}</h3>
          <span class="push" />
          <button
            type="button"
            class="quiet icon-button small"
            disabled={at <= 1}
            aria-label={words.before}
            title={words.before}
            onClick={() => {
              onStep(at - 1);
            }}
          >
            <LaterIcon name="stepBack" />
          </button>
          <span class="number test-at">{words.stepOf(at, steps.length)}</span>
          <button
            type="button"
            class="quiet icon-button small"
            disabled={at >= steps.length}
            aria-label={words.after}
            title={words.after}
            onClick={() => {
              onStep(at + 1);
            }}
          >
            <LaterIcon name="stepOn" />
          </button>
        </header>
        <ConversationAt
          world={world}
          session={session}
          message={step === undefined ? 0 : unlikeMessage(step)}
        />
      </section>
    </div>
  );
}
