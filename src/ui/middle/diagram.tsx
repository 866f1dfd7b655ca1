import type { SessionStatus } from '../../engine/numbers.ts';
import type { Session } from '../../engine/world.ts';
import { useSelectedChange, useSelectEvent } from '../select-event.ts';
import { statusFull, statusNode, statusShort, statusTone } from '../statuses.ts';
import { words } from '../words.ts';
import { boxes, line, size, usual } from './diagram-layout.ts';

const key = (from: SessionStatus, to: SessionStatus) => `${String(from)} ${String(to)}`;

/** The twelve statuses: where the session stands, the way it took, and what it never saw. */
export function Diagram({ session }: { readonly session: Session }) {
  const taken = session.way;
  const known = new Set(taken.map(([from, to]) => key(from, to)));
  const faint = usual.filter(([from, to]) => !known.has(key(from, to)));
  const last = session.previous === null ? '' : key(session.previous, session.status);
  const both = (from: SessionStatus, to: SessionStatus) =>
    known.has(key(to, from)) || (known.has(key(from, to)) && usual.some(([a, b]) => a === to && b === from));
  const chosen = useSelectedChange(session.id);
  const { status: select } = useSelectEvent();
  const way = taken.map(([from, to]) => `${statusShort(from)} → ${statusShort(to)}`).join(', ');
  return (
    <figure class="card diagram">
      <svg
        viewBox={`0 0 ${String(size.width)} ${String(size.height)}`}
        role="group"
        aria-label={`${words.diagram}. ${words.path(way || statusShort(session.status))}`}
      >
        <defs>
          <marker
            id="arrow"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerUnits="userSpaceOnUse"
            markerWidth="7"
            markerHeight="7"
            orient="auto"
          >
            <path d="M0 0.5 8 4 0 7.5z" class="arrow-head" />
          </marker>
        </defs>
        {faint.map(([from, to]) => (
          <path
            key={key(from, to)}
            class="edge"
            d={line(from, to, both(from, to) || usual.some(([a, b]) => a === to && b === from))}
          />
        ))}
        {taken.map(([from, to]) => (
          <g
            key={key(from, to)}
            class="way"
            data-edge={key(from, to)}
            onClick={() => {
              select(session.id, to, from);
            }}
          >
            <path class="edge near" d={line(from, to, both(from, to))} />
            <path
              class={`edge taken ${key(from, to) === last ? 'last' : ''} ${key(from, to) === chosen ? 'chosen' : ''}`}
              d={line(from, to, both(from, to))}
              marker-end="url(#arrow)"
            />
          </g>
        ))}
        {boxes.map((box, index) => (
          <Node
            key={index}
            status={index as SessionStatus}
            box={box}
            session={session}
            chosen={chosen.endsWith(` ${String(index)}`)}
            onSelect={select}
          />
        ))}
      </svg>
    </figure>
  );
}

type NodeProps = {
  readonly status: SessionStatus;
  readonly box: (typeof boxes)[number];
  readonly session: Session;
  readonly chosen: boolean;
  readonly onSelect: (session: number, to: SessionStatus) => void;
};

/** A status; where the session has been, a button to the last time that it came there. */
function Node({ status, box, session, chosen, onSelect }: NodeProps) {
  const state =
    session.status === status
      ? 'current'
      : session.way.some((change) => change.includes(status))
        ? 'visited'
        : 'never';
  const select = () => {
    onSelect(session.id, status);
  };
  const asButton =
    state === 'never'
      ? {}
      : {
          role: 'button' as const,
          tabindex: 0,
          'aria-label': words.cameTo(statusShort(status)),
          'aria-pressed': chosen,
          onClick: select,
          onKeyDown: (event: KeyboardEvent) => {
            if (event.key !== 'Enter' && event.key !== ' ') return;
            event.preventDefault();
            select();
          },
        };
  return (
    <g
      class={`node ${state} ${chosen ? 'chosen' : ''} tone-${statusTone(status)}`}
      data-node={status}
      {...asButton}
    >
      <title>{statusFull(status)}</title>
      <rect x={box.x} y={box.y} width={box.width} height={box.height} rx={6} />
      <text x={box.x + box.width / 2} y={box.y + box.height / 2} class={box.height < 28 ? 'small' : ''}>
        {statusNode(status)}
      </text>
    </g>
  );
}
