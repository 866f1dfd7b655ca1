import { useSurroundings, useWorld } from '../context.ts';
import { countOf } from '../format.ts';
import { words } from '../words.ts';
import { Details } from './details.tsx';
import { lanes } from './lanes.ts';
import { holder, Rows } from './rows.tsx';

/** Every event of the workspace, newest at the end; older ones are read when somebody scrolls up to them. */
export function Timeline() {
  const { windowState } = useSurroundings();
  const { event: selected, lane } = windowState.view.value;
  const total = useWorld((world) => world.seq);
  return (
    <section class="pane timeline" aria-labelledby="timeline-title">
      <header class="pane-head">
        <h2 id="timeline-title">{words.timeline}</h2>
        <span class="count">{countOf(total)}</span>
        <span class="push" />
        <Filter />
      </header>
      {lane === 'all' ? null : <Older />}
      <Rows />
      {selected === 0 ? null : <Details seq={selected} />}
    </section>
  );
}

/** Looks for more events of the chosen kind before those at hand. */
function Older() {
  const { store } = useSurroundings();
  if ((store.events.value[0]?.seq ?? 1) <= 1) return null;
  return (
    <button type="button" class="quiet older" onClick={() => void store.loadOlder(holder)}>
      {words.older}
    </button>
  );
}

function Filter() {
  const { windowState } = useSurroundings();
  const { lane: chosen } = windowState.view.value;
  return (
    <div class="filter" role="group" aria-label={words.filter}>
      {(['all', ...lanes] as const).map((lane) => (
        <button
          key={lane}
          type="button"
          aria-pressed={lane === chosen}
          onClick={() => {
            windowState.change({ lane });
          }}
        >
          {words.lanes[lane]}
        </button>
      ))}
    </div>
  );
}
