import { useRef } from 'preact/hooks';
import { safeColour } from '../channel-colours.ts';
import { waiting } from '../../engine/views.ts';
import { useAtSecond, useView, useWorld } from '../context.ts';
import { lengthOf } from '../format.ts';
import { channelName, customerName } from '../names.ts';
import { AlertMark } from '../conversation/alert-mark.tsx';
import { Waited } from '../conversation/waited.tsx';
import { useSelectEvent } from '../select-event.ts';
import { useRowHeight } from '../timeline/row-height.ts';
import { useVirtualRows } from '../timeline/use-virtual-rows.ts';
import { words } from '../words/words.ts';

/** More than these scroll. */
const most = 6;

/** Who waits and for how long; the longest waiting first. As high as its rows, up to six; only rows in sight are drawn. */
export function Queue() {
  const ids = useWorld((world) => waiting(world).map(({ id }) => id));
  const since = useWorld((world) => waiting(world)[0]?.waitingSince ?? null);
  return (
    <section class="queue" aria-labelledby="queue-title">
      <header class="pane-head">
        <h2 id="queue-title">{words.queue}</h2>
        <span class="count">{ids.length}</span>
        <span class="push" />
        {since === null ? null : <Longest since={since} />}
      </header>
      {ids.length === 0 ? <p class="card rows none">{words.queueEmpty}</p> : <Rows ids={ids} />}
    </section>
  );
}

function Longest({ since }: { readonly since: number }) {
  const time = useAtSecond((now) => lengthOf(now - since));
  return <span class="muted number">{words.longest(time)}</span>;
}

function Rows({ ids }: { readonly ids: readonly number[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight(32);
  const { items, height } = useVirtualRows(scroller, ids.length, rowHeight, { overscan: 3 });
  const shown = Math.min(ids.length, most) * rowHeight;
  return (
    // Two pixels are the card's own edge.
    <div ref={scroller} class="card rows" style={{ height: `${String(shown + 2)}px` }}>
      <ul class="rows-all" style={{ height: `${String(height)}px` }}>
        {items.map(({ index, start }) => {
          const id = ids[index];
          return id === undefined ? null : <Row key={id} session={id} place={index + 1} top={start} />;
        })}
      </ul>
    </div>
  );
}

type RowProps = { readonly session: number; readonly place: number; readonly top: number };

function Row({ session: id, place, top }: RowProps) {
  const { newest: select } = useSelectEvent();
  const session = useWorld((world) => world.sessions.get(id));
  const channel = useWorld((world) => world.channels.find((one) => one.id === session?.channel));
  const where = useWorld((world) => channelName(world, session?.channel ?? 0));
  const selected = useView((view) => view.session === id);
  if (session === undefined) return null;
  const name = customerName(session);
  return (
    <li style={{ transform: `translateY(${String(top)}px)` }}>
      <button
        type="button"
        class={selected ? 'row-button selected' : 'row-button'}
        aria-current={selected}
        title={`${name} · ${where}`}
        onClick={() => {
          select(id);
        }}
      >
        <span class="number muted queue-place">{place}</span>
        <i
          class="channel-square"
          style={{ background: safeColour(channel?.layout.color ?? '') ?? 'var(--widget)' }}
        />
        <bdi class="row-name">{name}</bdi>
        <AlertMark session={session} />
        <span class="queue-channel muted">{where}</span>
        <Waited session={session} />
      </button>
    </li>
  );
}
