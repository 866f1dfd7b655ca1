import type { Script } from './definition.ts';

/** How often a statement began. Lines and columns count from 1. */
export type StatementHits = { readonly line: number; readonly column: number; readonly hits: number };

/** What decides how a script goes on. The language has the same list in `run/hits`, as neither imports the other; `bots` passes one on as the other. */
export type BranchKind = 'if' | 'while' | 'for' | 'foreach' | '&&' | '||';

/**
 * How often each way was taken from a place: of a condition when it held and when it did not, of a `foreach` when there was an
 * element and when there was none, of `&&` and `||` each operand when it was looked at.
 */
export type BranchHits = {
  readonly line: number;
  readonly column: number;
  readonly kind: BranchKind;
  readonly ways: readonly number[];
};

/**
 * What of one script ran, and how often, in whichever run it was included or executed. A script in JavaScript is one statement
 * (rulings 38). One that does not compile has none.
 */
export type ScriptHits = Hits & { readonly script: Script };

export type Hits = {
  /** In the order of the text, and so are branches. */
  readonly statements: readonly StatementHits[];
  readonly branches: readonly BranchHits[];
};

export const noHits: Hits = { statements: [], branches: [] };

/** The sum of what was counted of one text. In whichever order several are added, it is the same. */
export function addHits(one: Hits, other: Hits): Hits {
  const statements = new Map<string, StatementHits>();
  for (const { line, column, hits } of [...one.statements, ...other.statements]) {
    const key = `${String(line)}:${String(column)}`;
    statements.set(key, { line, column, hits: hits + (statements.get(key)?.hits ?? 0) });
  }
  const branches = new Map<string, BranchHits>();
  for (const [key, branch] of [...keyed(one.branches), ...keyed(other.branches)]) {
    const { ways, ...place } = branch;
    branches.set(key, { ...place, ways: sums(branches.get(key)?.ways ?? [], ways) });
  }
  return {
    statements: [...statements.values()].toSorted(byPlace),
    branches: [...branches].toSorted(byKey).map(([, branch]) => branch),
  };
}

/** Several of a kind may stand at one place: they are told apart by which of them they are. */
function keyed(branches: readonly BranchHits[]): (readonly [string, BranchHits])[] {
  const seen = new Map<string, number>();
  return branches.map((branch) => {
    const place = `${String(branch.line)}:${String(branch.column)} ${branch.kind}`;
    const nth = seen.get(place) ?? 0;
    seen.set(place, nth + 1);
    return [`${place} ${String(nth).padStart(6, '0')}`, branch] as const;
  });
}

function sums(some: readonly number[], others: readonly number[]): readonly number[] {
  return Array.from(
    { length: Math.max(some.length, others.length) },
    (_, way) => (some[way] ?? 0) + (others[way] ?? 0),
  );
}

type Place = { readonly line: number; readonly column: number };
const byPlace = (a: Place, b: Place): number => a.line - b.line || a.column - b.column;

const byKey = ([a, one]: readonly [string, Place], [b, other]: readonly [string, Place]): number =>
  byPlace(one, other) || (a < b ? -1 : 1);
