import { useEffect, useRef } from 'preact/hooks';
import type { CheckState } from '../../protocol/course-api.ts';
import { useAppContext } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import type { LaterIconName } from '../controls/later-icon-names.ts';
import { sentence } from '../sentence.ts';
import { lessonsWords as words } from '../words/lessons-words.ts';
import { WithChips } from './lesson-text.tsx';
import { lessonWork } from './lesson-work.ts';

const icons: Readonly<Record<CheckState['state'], LaterIconName>> = {
  open: 'unchecked',
  holding: 'unchecked',
  passed: 'passed',
  failed: 'failed',
};

/** What has to come true, and what has: each turns green where it stands, as it happens. */
export function ChecksCard() {
  const { store } = useAppContext();
  const work = lessonWork(store);
  const lesson = work.lesson.value;
  const state = work.state.value;
  const card = useRef<HTMLElement>(null);
  const fresh = work.fresh.value.size;
  useEffect(() => {
    // What has just turned green is seen to do so.
    if (fresh > 0) card.current?.scrollIntoView({ block: 'nearest' });
  }, [fresh]);
  if (lesson === null) return null;
  const unjudged = (name: string): CheckState => ({
    name,
    state: 'open',
    step: null,
    seq: null,
    at: null,
    why: null,
  });
  const checks = state?.checks ?? lesson.checks.map(({ name }) => unjudged(name));
  const passed = checks.filter((one) => one.state === 'passed').length;
  return (
    <section ref={card} class="card lesson-checks" aria-labelledby="lesson-checks">
      <header>
        <h3 id="lesson-checks">{words.checks}</h3>
        <span class="push" />
        <button
          type="button"
          class="quiet small"
          title={words.checkHint}
          onClick={() => void work.judge(true)}
        >
          {words.check}
        </button>
        <span class={passed > 0 ? 'checks-count some' : 'checks-count'} data-testid="checks-passed">
          {words.checksOf(passed, checks.length)}
        </span>
      </header>
      <ol>
        {checks.map((check, index) => (
          <CheckRow
            key={check.name}
            check={check}
            isNext={state?.next === index}
            isFresh={work.fresh.value.has(check.name)}
          />
        ))}
      </ol>
      {state?.isPassed === true ? (
        <p class="lesson-passed">
          <LaterIcon name="accept" size={16} /> <b>{words.lessonPassed}</b>
        </p>
      ) : null}
      <p class="hidden-text" role="status">
        {work.said.value}
      </p>
    </section>
  );
}

type RowProps = { readonly check: CheckState; readonly isNext: boolean; readonly isFresh: boolean };

function CheckRow({ check, isNext, isFresh }: RowProps) {
  const { name, state, why } = check;
  return (
    <li
      class={`check-row ${state} ${isNext ? 'next' : ''} ${isFresh ? 'fresh' : ''}`}
      aria-current={isNext ? 'step' : undefined}
      data-state={state}
    >
      <LaterIcon name={isNext && state === 'open' ? 'start' : icons[state]} size={18} />
      <span class="check-said">
        <span dir="auto">
          <WithChips text={name} />
          <span class="hidden-text">: {words.states[state]}</span>
        </span>
        {state === 'failed' ? (
          <small class="check-why">
            {why === null ? '' : `${sentence(why)} `}
            {words.failedHint}
          </small>
        ) : state === 'holding' ? (
          <small class="note">{words.states.holding}</small>
        ) : null}
      </span>
    </li>
  );
}
