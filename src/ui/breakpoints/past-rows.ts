import type { PastStops } from '../../protocol/debug-api.ts';

type LogLine = PastStops['log'][number];

/** A line of the past runs: what a log point would have printed, or how often breakpoints would have stopped a step, and where first. */
export type PastRow = { readonly step: number; readonly statement: number } & (
  { readonly kind: 'log'; readonly line: LogLine } | { readonly kind: 'stops'; readonly times: number }
);

/** So many lines are kept; more would help nobody, and something else should be asked. */
export const mostRows = 5000;

/** What was found, as lines in the order of the log: the stops of a step stand where the first of them is. */
export const rowsOf = (found: readonly PastStops[]): readonly PastRow[] =>
  found.flatMap(({ step, stops, log }) => {
    const lines = log.map((line): PastRow => ({ kind: 'log', step, statement: line.statement, line }));
    const [first] = stops;
    if (first === undefined) return lines;
    const row: PastRow = { kind: 'stops', step, statement: first, times: stops.length };
    const at = lines.findIndex(({ statement }) => statement >= first);
    return at < 0 ? [...lines, row] : [...lines.slice(0, at), row, ...lines.slice(at)];
  });

/** The text of a line, where what could not be evaluated is told by `problemText`. A text stands in it without its quotes. */
export const printed = (
  { parts }: LogLine,
  problemText: (
    problem: Extract<Exclude<LogLine['parts'][number], string>, { problem: unknown }>['problem'],
  ) => string,
): string =>
  parts
    .map((part) => {
      if (typeof part === 'string') return part;
      return 'problem' in part ? `{${problemText(part.problem)}}` : unquoted(part.value);
    })
    .join('');

function unquoted(value: string): string {
  if (!/^".*"$/s.test(value)) return value;
  try {
    return String(JSON.parse(value));
  } catch {
    return value.slice(1, -1); // shortened in the middle of an escape
  }
}
