import type { SessionStatus } from '../../engine/numbers.ts';
import type { Session } from '../../engine/world.ts';
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
  const way = taken.map(([from, to]) => `${statusShort(from)} → ${statusShort(to)}`).join(', ');
  return (
    <figure class="card diagram">
      <svg
        viewBox={`0 0 ${String(size.width)} ${String(size.height)}`}
        role="img"
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
          <path
            key={key(from, to)}
            class={key(from, to) === last ? 'edge taken last' : 'edge taken'}
            d={line(from, to, both(from, to))}
            marker-end="url(#arrow)"
          />
        ))}
        {boxes.map((box, index) => (
          <Node key={index} status={index as SessionStatus} box={box} session={session} />
        ))}
      </svg>
    </figure>
  );
}

type NodeProps = {
  readonly status: SessionStatus;
  readonly box: (typeof boxes)[number];
  readonly session: Session;
};

function Node({ status, box, session }: NodeProps) {
  const state =
    session.status === status
      ? 'current'
      : session.way.some((change) => change.includes(status))
        ? 'visited'
        : 'never';
  return (
    <g class={`node ${state} tone-${statusTone(status)}`} data-node={status}>
      <title>{statusFull(status)}</title>
      <rect x={box.x} y={box.y} width={box.width} height={box.height} rx={6} />
      <text x={box.x + box.width / 2} y={box.y + box.height / 2} class={box.height < 28 ? 'small' : ''}>
        {statusNode(status)}
      </text>
    </g>
  );
}
