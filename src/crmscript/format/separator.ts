/** A pair of brackets. */
export type Bracket = {
  /** The token that opens it. */
  readonly open: number;
  /** It holds what a branch or a loop is about: what stands on further lines must not look like what that governs. */
  readonly isHead: boolean;
  /** Whether several things stand in it. */
  several: boolean;
};

/**
 * What the grammar says about the place before a token.
 *
 * - `joined`: both stand on one line.
 * - `kept`: they do, unless the author has begun a line here.
 * - `close`: a bracket that closes, which has a line of its own where what it holds begins on a line of its own.
 * - `break`: a line may begin here where the rest does not fit; the smaller `depth`, the sooner.
 * - `line`: a line begins.
 */
export type Separator =
  | { readonly kind: 'joined'; readonly space: boolean }
  | {
      readonly kind: 'kept';
      readonly space: boolean;
      readonly within: Bracket | undefined;
      /** The place is at the beginning of what a bracket holds, or between two of several things, rather than inside of one. */
      readonly between: boolean;
    }
  | { readonly kind: 'close'; readonly space: false; readonly within: Bracket }
  | {
      readonly kind: 'break';
      readonly space: boolean;
      readonly depth: number;
      readonly within: Bracket | undefined;
      readonly between: boolean;
    }
  | {
      readonly kind: 'line';
      readonly space: false;
      readonly level: number;
      /** The level of comments that stand before the token on lines of their own. */
      readonly commentLevel: number;
      /** A statement or declaration begins here, rather than a part of one. */
      readonly begins: boolean;
    };

export const joined: Separator = { kind: 'joined', space: false };
export const spaced: Separator = { kind: 'joined', space: true };

export const kept = (space: boolean, within: Bracket | undefined): Separator => ({
  kind: 'kept',
  space,
  within,
  between: false,
});

/** Before the first thing in a bracket. */
export const firstIn = (within: Bracket): Separator => ({
  kind: 'kept',
  space: false,
  within,
  between: true,
});

/** A line that goes on with a statement: its brace, or an `else`. */
export const lineAt = (level: number, commentLevel = level): Separator => ({
  kind: 'line',
  space: false,
  level,
  commentLevel,
  begins: false,
});

export const beginningAt = (level: number): Separator => ({
  kind: 'line',
  space: false,
  level,
  commentLevel: level,
  begins: true,
});
