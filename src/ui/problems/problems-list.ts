import type { Diagnostic } from '../../crmscript/diagnostic.ts';
import type { Script } from '../../engine/definition.ts';
import type { RunHint } from '../../engine/run-hints.ts';
import { keyOfHint, keyOfRunHint } from './ignored.ts';

export type Severity = Diagnostic['severity'];

/** A row of the problems: what is said of a place in a script, or what runs showed of it. */
export type ProblemRow = {
  readonly severity: Severity;
  /** What it is known by, also when it is ignored. */
  readonly key: string;
  readonly script: number;
  /** The name of the script, and the place in it; line 0 where a run did not say. */
  readonly name: string;
  readonly line: number;
  readonly column: number;
  readonly rule: string | undefined;
} & (
  | { readonly from: 'check'; readonly found: Diagnostic; readonly source: string }
  | { readonly from: 'runs'; readonly hint: RunHint; readonly times: number }
);

type Checked = { readonly source: string; readonly found: readonly Diagnostic[] };

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };

/** What checks found, errors first, each script's in the order of its text. */
export function checkedRows(
  scripts: readonly Pick<Script, 'id' | 'name'>[],
  checked: Readonly<Record<number, Checked>>,
): readonly ProblemRow[] {
  return scripts
    .flatMap(({ id, name }) => {
      const { source = '', found = [] } = checked[id] ?? {};
      return found.map((one): ProblemRow => ({
        severity: one.severity,
        key: keyOfHint(one.code, id, source, one.span.line),
        script: id,
        name,
        line: one.span.line,
        column: one.span.column,
        rule: one.rule,
        from: 'check',
        found: one,
        source,
      }));
    })
    .sort((a, b) => ranks[a.severity] - ranks[b.severity]);
}

/** What runs showed, what one script did often once: the last time counts. */
export function runRows(
  scripts: readonly Pick<Script, 'id' | 'name'>[],
  hints: readonly RunHint[],
): readonly ProblemRow[] {
  const rows = new Map<string, ProblemRow & { readonly from: 'runs' }>();
  for (const hint of hints) {
    const script = scripts.find(({ id }) => id === hint.script);
    if (script === undefined) continue;
    const key = keyOfRunHint(hint.hint.code, hint.script);
    const times = (rows.get(key)?.times ?? 0) + 1;
    const { id, name } = script;
    const place = { script: id, name, line: hint.line, column: 1, rule: hint.rule };
    rows.delete(key);
    rows.set(key, { severity: 'hint', key, ...place, from: 'runs', hint, times });
  }
  return [...rows.values()].reverse();
}

export type SeverityFilter = Severity | 'all';

/** The rows that are asked for, without those that are ignored; and those. */
export function filteredProblems(
  rows: readonly ProblemRow[],
  shown: SeverityFilter,
  ignored: ReadonlySet<string>,
) {
  const isIgnored = ({ severity, key }: ProblemRow) => severity === 'hint' && ignored.has(key);
  const live = rows.filter((row) => !isIgnored(row));
  const count = (severity: Severity) => live.filter((row) => row.severity === severity).length;
  return {
    rows: live.filter(({ severity }) => shown === 'all' || severity === shown),
    ignored: rows.filter(isIgnored),
    counts: { all: live.length, error: count('error'), warning: count('warning'), hint: count('hint') },
  };
}
