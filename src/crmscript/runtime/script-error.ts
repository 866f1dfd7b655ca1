import type { Site } from '../analysis/tree.ts';

/** Thrown by a run and through it; the only exceptions that a script can catch are the catchable ones of these. */
export class ScriptError extends Error {
  override readonly name = 'ScriptError';
  readonly kind: string;
  readonly text: string;
  readonly site: Site;
  /** How many calls were open. */
  readonly depth: number;
  /** False for spent budgets: a script cannot catch its own end. */
  readonly catchable: boolean;

  constructor(kind: string, text: string, site: Site, depth: number, catchable: boolean) {
    super(`${kind}: ${text}`);
    this.kind = kind;
    this.text = text;
    this.site = site;
    this.depth = depth;
    this.catchable = catchable;
  }
}

/**
 * What an environment throws when it will not do what it is asked: the script then fails where it stands,
 * and can catch it.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** Ends a script that has had enough: `exitWithMessage`. */
export class ScriptExit extends Error {
  override readonly name = 'ScriptExit';
}
