import type { Breakpoint } from '../../debug/breakpoints.ts';
import { hitsAt, type Session } from '../../debug/session.ts';
import { sentence } from '../../words/sentence.ts';
import type { BreakpointBook } from './breakpoint-book.ts';

/** Why it stands where it does, in the words of the protocol. */
export type WhyStopped = {
  readonly reason: string;
  readonly description?: string | undefined;
  /** The breakpoints that an editor shows as hit: filters are none. */
  readonly ids: readonly number[];
  /** What could not be told of a breakpoint, so that it stopped. */
  readonly problems: readonly string[];
};

/** Of several breakpoints the first of these is named. */
const order: readonly Breakpoint['kind'][] = ['exception', 'data', 'function', 'line', 'event'];

const reasons: Readonly<Record<Breakpoint['kind'], string>> = {
  exception: 'exception',
  data: 'data breakpoint',
  function: 'function breakpoint',
  line: 'breakpoint',
  event: 'breakpoint',
};

export function whyStopped(session: Session, book: BreakpointBook): WhyStopped {
  const hits = hitsAt(session).map((hit) => ({ ...hit, of: book.find(hit.breakpoint) }));
  const problems = hits.flatMap(({ problem }) =>
    problem === undefined
      ? []
      : [`A breakpoint stopped, as nobody knows whether it should: ${sentence(problem)}`],
  );
  const ids = hits.flatMap(({ breakpoint, of }) =>
    of.kind === 'exception' || of.kind === 'event' ? [] : [breakpoint],
  );
  if (session.reason !== 'breakpoint') return { reason: session.reason, ids, problems };
  const first = hits.toSorted((a, b) => order.indexOf(a.of.kind) - order.indexOf(b.of.kind))[0];
  if (first === undefined) return { reason: 'breakpoint', ids, problems };
  return {
    reason: reasons[first.of.kind],
    description: describe(first.of, first.change, session),
    ids,
    problems,
  };
}

const chatEvents = {
  message: 'A message is saved here',
  status: 'A status changes here',
  http: 'HTTP is called here',
} as const;

function describe(
  breakpoint: Breakpoint | { readonly kind: 'line' },
  change: { readonly before: string; readonly after: string } | undefined,
  { trace, at }: Session,
): string | undefined {
  if (breakpoint.kind === 'event') return chatEvents[breakpoint.event];
  if (breakpoint.kind === 'data' && change !== undefined)
    return `${breakpoint.expression} changes here: ${short(change.before)} → ${short(change.after)}`;
  if (breakpoint.kind !== 'exception') return undefined;
  const failure = trace.failures.find(({ statement }) => statement === at);
  return failure === undefined ? undefined : `${failure.kind}: ${sentence(failure.failure)}`;
}

const short = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);
