import type { Site } from '../analysis/types/bound-tree.ts';
import type { Span } from '../diagnostic.ts';
import { coded, type Said } from '../said.ts';
import type { StackEntry } from './call-stack.ts';

/** How a run inside this one failed: where, and with which calls open in it, innermost first. */
export type Inside = {
  readonly kind: string;
  /** What a script reads that catches it; empty where none can. */
  readonly text: string;
  readonly said: Said;
  readonly span: Span;
  readonly calls: readonly StackEntry[];
  /** False for spent budgets: a script cannot catch its own end. */
  readonly catchable: boolean;
};

/** Thrown by a run and through it; the only exceptions that a script can catch are the catchable ones of these. */
export class ScriptError extends Error {
  override readonly name = 'ScriptError';
  readonly kind: string;
  readonly text: string;
  readonly said: Said;
  readonly site: Site;
  /** How many calls were open. */
  readonly depth: number;
  /** As in `Inside`. */
  readonly catchable: boolean;
  /** Where it comes from, when that is a run which `site` started. */
  readonly inside: Inside | undefined;

  /** `why` is the text that a script reads which catches it, or a code where none can. */
  constructor(
    kind: string,
    why: string | Said,
    site: Site,
    depth: number,
    catchable: boolean,
    inside?: Inside,
  ) {
    super(kind);
    this.kind = kind;
    this.text = typeof why === 'string' ? why : '';
    this.said = inside?.said ?? (typeof why === 'string' ? coded('thrown', { text: why }) : why);
    this.site = site;
    this.depth = depth;
    this.catchable = catchable;
    this.inside = inside;
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
