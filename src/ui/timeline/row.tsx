import { useSurroundings } from '../context.ts';
import { eventText } from '../event-text.ts';
import { milliOf } from '../format.ts';
import { StatusChip } from '../parts/status-chip.tsx';
import { RuleMark } from '../rules/rule-mark.tsx';
import { words } from '../words.ts';
import type { LanedEvent } from './lanes.ts';

export const rowHeight = 24;
/** Deeper than this the indentation no longer grows. */
const deepest = 8;

type RowProps = { readonly row: LanedEvent; readonly top: number; readonly selected: boolean };

/** One event on one line; how deep it is nested in scripts is its indentation, what one input did is one stripe. */
export function Row({ row, top, selected }: RowProps) {
  const { store, windowState } = useSurroundings();
  const { event, lane } = row;
  const world = store.world.peek();
  if (world === null) return null;
  const text = eventText(event, world);
  const time = milliOf(Date.parse(event.at), world.timeZone);
  const choose = () => {
    const session = 'session' in event ? { session: event.session } : {};
    windowState.change(selected ? { event: 0 } : { event: event.seq, ...session });
  };
  return (
    <div
      id={`event-${String(event.seq)}`}
      class={`event-row ${selected ? 'selected' : ''} ${text.bad ? 'bad' : ''} ${event.type === 'clock.advanced' ? 'still' : ''} ${event.step % 2 === 0 ? 'even' : ''}`}
      role="option"
      aria-selected={selected}
      data-event={event.type}
      data-seq={event.seq}
      style={{ transform: `translateY(${String(top)}px)` }}
      onClick={choose}
    >
      <time class="number">
        {time.slice(0, -4)}
        <span class="milli">{time.slice(-4)}</span>
      </time>
      <span class={`lane lane-${lane ?? 'none'}`}>
        {text.to === undefined
          ? (lane ?? (text.subject === 'message' ? words.bySystem : text.subject))
          : text.subject}
      </span>
      <span class="event-what" style={{ paddingLeft: `${String(Math.min(event.depth, deepest) * 12)}px` }}>
        {text.from === undefined ? null : <StatusChip status={text.from} bare />}
        {text.from === undefined ? null : <span aria-hidden="true"> → </span>}
        {text.to === undefined ? null : <StatusChip status={text.to} bare />}
        {text.what === '' ? null : <b>{text.what}</b>} <span class="event-detail">{text.detail}</span>
      </span>
      {event.rule === undefined ? null : <RuleMark rule={event.rule} />}
    </div>
  );
}
