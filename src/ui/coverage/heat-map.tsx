import { useRef } from 'preact/hooks';
import type { DiagramCoverage } from '../../protocol/coverage.ts';
import type { SessionStatus } from '../../engine/numbers.ts';
import { ArrowHead } from '../session/arrow-head.tsx';
import { line, narrow, usual, wide, type Box } from '../session/diagram-layout.ts';
import { useNarrowerThan } from '../controls/use-narrower-than.ts';
import { statusFull, statusNode, statusShort, statusTone } from '../statuses.ts';
import type { CountedBy } from './counting.ts';
import { coverageWords as words } from '../words/coverage-words.ts';

type Way = { readonly from: SessionStatus; readonly to: SessionStatus; readonly hits: number };

type HeatMapProps = {
  readonly diagram: DiagramCoverage;
  readonly by: CountedBy;
  /** What stands behind the count. */
  readonly note?: string;
};

/** The session diagram: the more often a way was taken the thicker it is, and the usual ones that nobody took are dashed. */
export function HeatMap({ diagram: { known, others }, by, note = '' }: HeatMapProps) {
  const figure = useRef<HTMLElement>(null);
  const layout = useNarrowerThan(figure, 250) ? narrow : wide;
  const taken = [...known, ...others].flatMap(({ from, to, hits }): Way[] =>
    from === null || hits === 0 ? [] : [{ from, to, hits }],
  );
  const has = (from: SessionStatus, to: SessionStatus) =>
    taken.some((way) => way.from === from && way.to === to);
  const never = usual.filter(([from, to]) => !has(from, to));
  const isThere = (from: SessionStatus, to: SessionStatus) =>
    has(from, to) || never.some(([a, b]) => a === from && b === to);
  const most = Math.max(1, ...taken.map(({ hits }) => hits));
  const path = (from: SessionStatus, to: SessionStatus) => line(layout, from, to, isThere(to, from));
  const isVisited = (status: SessionStatus) =>
    [...known, ...others].some((way) => way.hits > 0 && (way.from === status || way.to === status));
  const count = known.filter(({ hits }) => hits > 0).length;
  const all = taken
    .map(({ from, to, hits }) => `${statusShort(from)} → ${statusShort(to)} ${words.times(hits)}`)
    .join(', ');
  return (
    <figure ref={figure} class="heat-map">
      <figcaption>
        <h3>{words.diagram}</h3> <span class="push" />
        <b>{words.taken(count, known.length)}</b> {note === '' ? null : <span class="note">{note}</span>}
      </figcaption>
      <svg
        viewBox={`0 0 ${String(layout.width)} ${String(layout.height)}`}
        role="img"
        aria-label={`${words.diagram}: ${words.taken(count, known.length)}. ${all}`}
      >
        <ArrowHead id="heat-arrow" />
        {never.map(([from, to]) => (
          <path key={`${String(from)} ${String(to)}`} class="heat never" d={path(from, to)} />
        ))}
        {taken.map(({ from, to, hits }) => (
          <path
            key={`${String(from)} ${String(to)}`}
            class={`heat ${3 * hits >= most ? 'often' : 'rarely'}`}
            data-edge={`${String(from)} ${String(to)}`}
            d={path(from, to)}
            marker-end="url(#heat-arrow)"
          >
            <title>{`${statusShort(from)} → ${statusShort(to)}, ${words.times(hits)}`}</title>
          </path>
        ))}
        {layout.boxes.map((box, status) => (
          <Node
            key={status}
            box={box}
            status={status as SessionStatus}
            visited={isVisited(status as SessionStatus)}
          />
        ))}
      </svg>
      <p class="heat-legend" aria-hidden="true">
        <Sample kind="often" text={words.often} />
        <Sample kind="rarely" text={words.rarely} />
        <Sample kind="never" text={words.notTaken[by]} />
      </p>
    </figure>
  );
}

type NodeProps = { readonly box: Box; readonly status: SessionStatus; readonly visited: boolean };

const Node = ({ box, status, visited }: NodeProps) => (
  <g class={`node ${visited ? 'visited' : 'never'} tone-${statusTone(status)}`}>
    <title>{statusFull(status)}</title>
    <rect x={box.x} y={box.y} width={box.width} height={box.height} rx={6} />
    <text x={box.x + box.width / 2} y={box.y + box.height / 2} class={box.height < 24 ? 'small' : ''}>
      {statusNode(status)}
    </text>
  </g>
);

const Sample = ({ kind, text }: { readonly kind: string; readonly text: string }) => (
  <span>
    <svg viewBox="0 0 20 6" class="heat-sample">
      <path class={`heat ${kind}`} d="M0 3 L20 3" />
    </svg>
    {text}
  </span>
);
