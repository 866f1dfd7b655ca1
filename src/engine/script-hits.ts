import type { Script } from './definition.ts';

/** How often a statement began. Lines and columns count from 1. */
export type StatementHits = { readonly line: number; readonly column: number; readonly hits: number };

/** What decides how a script goes on. */
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
export type ScriptHits = {
  readonly script: Script;
  readonly statements: readonly StatementHits[];
  readonly branches: readonly BranchHits[];
};
