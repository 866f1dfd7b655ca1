import type { Site } from '../analysis/types/bound-tree.ts';
import { coded, type CodedText } from '../codes.ts';
import type { Inside } from './failure.ts';

/** Thrown by a run and through it; the only exceptions that a script can catch are the catchable ones of these. */
export class ScriptError extends Error {
  override readonly name = 'ScriptError';
  readonly kind: string;
  readonly text: string;
  readonly said: CodedText;
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
    why: string | CodedText,
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
 * What a native function, or the environment behind it, throws when it will not do what it is asked: the script then fails where it stands,
 * and can catch it.
 */
export class NativeError extends Error {
  override readonly name = 'NativeError';
}

/** Ends a script that has had enough: `exitWithMessage`. */
export class ScriptExit extends Error {
  override readonly name = 'ScriptExit';
}
