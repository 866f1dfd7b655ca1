import type { CodedText } from './codes.ts';

/* How a value of a script came to be, in no language: what a debugger that asks “Where does this come from?” goes back through. */

/**
 * `literal` stands in the text; `unset` is what a declaration makes; `computed` came of an operator, `called` of a function of the
 * library; `assigned` was put into a variable, field, element or object, `argument` into a parameter; `part` is in something that was
 * made as a whole; `returned` is what a call gave, `caught` what a `catch` was told; `byHand` was put there by somebody who looked on;
 * nobody saw what `unknown` came of. The language has the same list (`ProvenanceKind`), as neither imports the other; `bots` passes one on as the other.
 */
export type OriginHow =
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

/** Where a value came into the scripts from. */
export type OriginSource =
  /** What the script was called with, by its documented name; empty for all of that at once. `script` is what was called. */
  | { readonly kind: 'input'; readonly name: string; readonly script: number }
  /** What an earlier handler of the same event left, or nobody. */
  | { readonly kind: 'state'; readonly name: string; readonly script: number }
  /** The answer of a call of the network, which is the event with this number. */
  | {
      readonly kind: 'http';
      readonly seq: number;
      readonly method: string;
      readonly url: string;
      readonly answeredBy: 'mock' | 'recorded' | 'nobody';
      readonly mock?: number | undefined;
      readonly body: string;
      /** The body that went out. */
      readonly sent: string;
    }
  /** A row of a table; 0 where it is made of several. */
  | { readonly kind: 'row'; readonly table: string; readonly row: number; readonly column: string }
  /** What a script left for others, in this step or in one before it. */
  | { readonly kind: 'variable'; readonly scope: 'global' | 'session'; readonly name: string }
  | { readonly kind: 'time' }
  | { readonly kind: 'chance' }
  /** What a function of this name tells of the chat; `made`: the number of what it made there. */
  | { readonly kind: 'chat' | 'made'; readonly name: string };

/** One value at one moment, and what it was made of. */
export interface Origin {
  readonly how: OriginHow;
  /** The statement of the step; 0 for what belongs to none. */
  readonly statement: number;
  readonly script: number;
  readonly line: number;
  readonly column: number;
  /** The function that it stands in, or `(script)`. */
  readonly routine: string;
  /** The statement as it is written. */
  readonly text: string;
  /** What it was put into, or what gave it: a variable, a path, a parameter, a function, an operator. */
  readonly name: string;
  readonly type: string;
  /** In one line, as a debugger shows it. */
  readonly value: string;
  /** As text, where it is a plain value. */
  readonly plain: string | undefined;
  /** It gave nothing: it was called for what it does. */
  readonly isNothing: boolean;
  readonly source: OriginSource | null;
  /** What it was made of; what was done to an object it was read from stands first, the last thing before all others. */
  from(): readonly Origin[];
  /** What another script handed over, where it came over the border of one: the same value. */
  handed(): Origin | null;
  /** Whether both are the same value, or the same object. */
  isSame(other: Origin): boolean;
  /** Whether both are the same making of it. */
  isEqual(other: Origin): boolean;
}

/** How an expression's value came to be, or why that cannot be told. */
export type OriginFound = Origin | { readonly problem: CodedText };
