import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { SessionStatus } from '../../engine/numbers.ts';
import type { Session } from '../../engine/world.ts';
import { useSelectedChange, useSelectEvent } from '../select-event.ts';
import { statusFull, statusNode, statusShort, statusTone } from '../statuses.ts';
import { words } from '../words/words.ts';
import { memo } from '../controls/memo.ts';
import { useNarrowerThan } from '../controls/use-narrower-than.ts';
import { ArrowHead } from './arrow-head.tsx';
import { edgeKey as key, Ways } from './ways.tsx';
import { line, narrow, usual, wide, type Layout } from './diagram-layout.ts';

/** What the diagram shows of a session. */
type DiagramProps = Pick<Session, 'id' | 'status' | 'previous' | 'way'>;

/** The twelve statuses: where the session stands, the way it took, and what it never saw. A message that changes none of that draws nothing. */
export const Diagram = memo(function Diagram(session: DiagramProps) {
  const taken = session.way;
  const known = new Set(taken.map(([from, to]) => key(from, to)));
  const faint = usual.filter(([from, to]) => !known.has(key(from, to)));
  const last = session.previous === null ? '' : key(session.previous, session.status);
  const both = (from: SessionStatus, to: SessionStatus) =>
    known.has(key(to, from)) || (known.has(key(from, to)) && usual.some(([a, b]) => a === to && b === from));
  const chosen = useSelectedChange(session.id);
  const { status: select } = useSelectEvent();
  const focused = useSignal('');
  const figure = useRef<HTMLElement>(null);
  const layout = useNarrowerThan(figure, 250) ? narrow : wide;
  const path = (from: SessionStatus, to: SessionStatus, wayBack: boolean) => line(layout, from, to, wayBack);
  const way = taken.map(([from, to]) => `${statusShort(from)} → ${statusShort(to)}`).join(', ');
  return (
    <figure ref={figure} class="card diagram">
      <svg
        viewBox={`0 0 ${String(layout.width)} ${String(layout.height)}`}
        role="group"
        aria-label={`${words.diagram}. ${words.path(way || statusShort(session.status))}`}
      >
        <ArrowHead id="arrow" />
        {faint.map(([from, to]) => (
          <path
            key={key(from, to)}
            class="edge"
            d={path(from, to, both(from, to) || usual.some(([a, b]) => a === to && b === from))}
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
            <path class="edge near" d={path(from, to, both(from, to))} />
            <path
              class={edgeClass(key(from, to), { last, chosen, focused: focused.value })}
              d={path(from, to, both(from, to))}
              marker-end="url(#arrow)"
            />
          </g>
        ))}
        {layout.boxes.map((box, index) => (
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
      <Ways
        session={session}
        chosen={chosen}
        onSelect={select}
        onFocus={(edge) => {
          focused.value = edge;
        }}
      />
    </figure>
  );
});

const edgeClass = (edge: string, marks: Readonly<Record<'last' | 'chosen' | 'focused', string>>): string =>
  ['edge taken', ...Object.entries(marks).flatMap(([mark, marked]) => (marked === edge ? [mark] : []))].join(
    ' ',
  );

type NodeProps = {
  readonly status: SessionStatus;
  readonly box: Layout['boxes'][number];
  readonly session: DiagramProps;
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
      <text x={box.x + box.width / 2} y={box.y + box.height / 2} class={box.height < 24 ? 'small' : ''}>
        {statusNode(status)}
      </text>
    </g>
  );
}
