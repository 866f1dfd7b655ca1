import type { BoundExpression, Site } from '../analysis/types/bound-tree.ts';

/**
 * How a value came to be. `literal` stands in the text; `unset` is what a declaration makes; `computed` came of an operator, `called`
 * of the library; `assigned` was put into a variable, field or element, `argument` into a parameter; `part` is in something that was
 * made as a whole; `returned` is what a call gave, `caught` what a `catch` was told; `byHand` was put there by somebody who looked on;
 * nobody saw what `unknown` came of.
 */
export type ProvenanceKind =
  | 'literal'
  | 'unset'
  | 'computed'
  | 'called'
  | 'assigned'
  | 'argument'
  | 'part'
  | 'returned'
  | 'caught'
  | 'byHand'
  | 'unknown';

/** One run of one statement: its number in the step, its place, and the run of a script to which it belongs. */
export type StatementRun = { readonly statement: number; readonly site: Site; readonly run: object };

/** What is known of a call of the library. */
export type LibraryCall = {
  /** What was done to its object before, in order: the first `upTo` of them. */
  readonly history: readonly Provenance[];
  readonly upTo: number;
  /** What had happened outside when it began and when it ended, as the embedder counts it. */
  readonly outside: number;
  readonly outsideAfter: number;
  /** What the embedder noted of it while it ran. */
  readonly note: unknown;
};

/** One value, and what it was made of. It holds what it names, so that what nothing leads to any more is let go. */
export class Provenance {
  readonly how: ProvenanceKind;
  readonly here: StatementRun;
  /** What it was made by; the target for what was assigned; the name of a parameter or variable. */
  readonly by: BoundExpression | string | undefined;
  readonly value: unknown;
  readonly from: readonly Provenance[];
  readonly called: LibraryCall | undefined;

  constructor(
    how: ProvenanceKind,
    here: StatementRun,
    by: BoundExpression | string | undefined,
    value: unknown,
    from: readonly Provenance[],
    called?: LibraryCall,
  ) {
    this.how = how;
    this.here = here;
    this.by = by;
    this.value = value;
    this.from = from;
    this.called = called;
  }
}
