import { useSignal } from '@preact/signals';
import { useAppContext, useWorld } from '../context.ts';
import { countOf } from '../format.ts';
import { words } from '../words/words.ts';
import { timelineWords } from '../words/timeline-words.ts';
import { Later } from '../controls/later.tsx';
import { Details } from './details.tsx';
import { Rows } from './rows.tsx';
import { isNarrow } from './timeline-filter.ts';
import { closed, FindButton, FindLine, LaneFilter, MoreMenu } from './tools.tsx';
import { holder } from './use-place.ts';
import './timeline.css';

const slider = () => import('../past/slider.tsx').then(({ PastSlider }) => PastSlider);

const markHints = () => import('../problems/mark-hints.tsx').then(({ MarkHints }) => MarkHints);

/** Every event of the workspace in sentences, newest at the end; older ones are read when somebody scrolls up to them. */
export function Timeline() {
  const { windowState } = useAppContext();
  const { event: selected, lane } = windowState.view.value;
  const total = useWorld((world) => world.seq);
  const finding = useSignal(closed);
  const sieve = { ...finding.value.search, lane };
  return (
    <section class="pane timeline" aria-labelledby="timeline-title">
      <header class="pane-head">
        <h2 id="timeline-title">{words.timeline}</h2>
        <span class="count">{countOf(total)}</span>
        <span class="push" />
        <LaneFilter />
        <FindButton finding={finding} />
        <MoreMenu />
      </header>
      {finding.value.open ? <FindLine finding={finding} /> : null}
      {isNarrow(sieve) ? <Older /> : null}
      <Rows sieve={sieve} />
      {selected === 0 ? null : <Details seq={selected} />}
      <Later load={markHints} />
      <Later load={slider} />
    </section>
  );
}

/** Looks for more that fits in the events before those at hand. */
function Older() {
  const { store } = useAppContext();
  if ((store.events.value[0]?.seq ?? 1) <= 1) return null;
  return (
    <button type="button" class="quiet older" onClick={() => void store.loadOlder(holder)}>
      {timelineWords.older}
    </button>
  );
}
