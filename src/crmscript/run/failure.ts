import type { Span } from '../diagnostic.ts';
import type { CodedText } from '../codes.ts';

/** An open call, and the place in it. */
export type StackEntry = {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
};

/** How a run inside this one failed: where, and with which calls open in it, innermost first. */
export type Inside = {
  readonly kind: string;
  /** What a script reads that catches it; empty where none can. */
  readonly text: string;
  readonly said: CodedText;
  readonly span: Span;
  readonly calls: readonly StackEntry[];
  /** False for spent budgets: a script cannot catch its own end. */
  readonly catchable: boolean;
};
