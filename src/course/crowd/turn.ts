import type { Input } from '../../engine/inputs.ts';

/** One thing that a puppet does, so many milliseconds after the one before it. */
export type Act = { readonly after: number; readonly input: Input };

/** What a puppet has made up its mind to do, in order. It thinks again when something else happens to it meanwhile. */
export type Turn = {
  readonly acts: readonly Act[];
  /** What it knows of itself when it has done that. */
  readonly then: Memory;
};

/** What a puppet knows of itself. */
export type Memory = {
  /** How many of its lines it has said in this conversation. */
  readonly said: number;
  /** How often it has asked again since it was last answered. */
  readonly reminded: number;
  /** It has nothing more to say to anybody. */
  readonly isDone: boolean;
};

export const fresh: Memory = { said: 0, reminded: 0, isDone: false };

/** It waits for what others do. */
export const waits = (memory: Memory): Turn => ({ acts: [], then: memory });
