import type { BoundStatement, BoundExpression, Site } from '../analysis/types/bound-tree.ts';
import type { Span } from '../diagnostic.ts';

/** What decides how a script goes on. The language has no `switch` and no `?:`. */
export type BranchKind = 'if' | 'while' | 'for' | 'foreach' | '&&' | '||';

/** How often a statement began. */
export type StatementHits = { readonly span: Span; readonly hits: number };

/**
 * How often each way was taken from a place: of a condition when it held and when it did not, of a `foreach` when there was an
 * element and when there was none, of `&&` and `||` each operand when it was looked at.
 */
export type BranchHits = { readonly span: Span; readonly kind: BranchKind; readonly ways: readonly number[] };

type Branch = { readonly site: Site; readonly kind: BranchKind; readonly ways: number[] };

type Logical = Extract<BoundExpression, { kind: 'logical' }>;

/**
 * What of a program ran, and how often, over all of its runs. Statements are those that `statements` counts (rulings 44). It
 * belongs to a program that was compiled to be counted; any other knows nothing of it.
 */
export class Hits {
  readonly #statements = new Map<Site, number>();
  readonly #branches = new Map<BoundExpression, Branch>();
  readonly #operands = new Map<BoundExpression, Branch>();

  /** Statements that are about to be compiled: they are known, and never ran. */
  know(checked: BoundStatement): void {
    for (const site of sitesOf(checked)) this.#statements.set(site, 0);
  }

  statement(site: Site): void {
    this.#statements.set(site, (this.#statements.get(site) ?? 0) + 1);
  }

  /** The two counters of a condition or of the array of a `foreach`. */
  branch(site: Site, kind: BranchKind, code: BoundExpression): number[] {
    return waysOf(this.#branches, code, { site, kind, ways: [0, 0] });
  }

  /** The counters of the operands of `&&` or `||`; the same for the same code, which may be compiled twice. */
  operands(site: Site, code: Logical): number[] {
    const ways = code.operands.map(() => 0);
    return waysOf(this.#operands, code, { site, kind: code.operator, ways });
  }

  /** In the order of the text, file by file. */
  get statements(): readonly StatementHits[] {
    return inOrder([...this.#statements].map(([{ span }, hits]) => ({ span, hits })));
  }

  get branches(): readonly BranchHits[] {
    const branches = [...this.#branches.values(), ...this.#operands.values()];
    return inOrder(branches.map(({ site, kind, ways }) => ({ span: site.span, kind, ways })));
  }
}

function waysOf(branches: Map<BoundExpression, Branch>, code: BoundExpression, fresh: Branch): number[] {
  const branch = branches.get(code) ?? fresh;
  branches.set(code, branch);
  return branch.ways;
}

const inOrder = <T extends { readonly span: Span }>(list: readonly T[]): readonly T[] =>
  list.toSorted(({ span: a }, { span: b }) =>
    a.file === b.file ? a.start - b.start : a.file < b.file ? -1 : 1,
  );

/** What of a statement counts as one, without what stands inside it. */
function sitesOf(checked: BoundStatement): readonly Site[] {
  switch (checked.kind) {
    case 'block':
      return [];
    case 'if':
      return checked.branches.map(({ site }) => site);
    case 'for':
      return [checked.condition.site, ...(checked.update === undefined ? [] : [checked.update.site])];
    case 'foreach':
      return [checked.listSite, checked.site];
    default:
      return [checked.site];
  }
}
