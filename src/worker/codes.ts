import type { CodedText } from '../engine/codes.ts';

/* What the worker says of inputs, storage and itself, besides the engine: codes, in no language (rulings 43). */

type No = Readonly<Record<string, never>>;

/** Every code of the worker, and what belongs to it. */
export type WorkerCodes = {
  /** Somebody else saved what this would have taken the place of. */
  'changed-meanwhile': No;
  /** A lesson keeps it as it is. */
  'locked-by-lesson': No;
  /** Somebody did not let it happen while it waited at a breakpoint. */
  'dropped-by-hand': No;
  /** The step that somebody lets go on does not wait there any more. */
  'not-waiting': No;
  /** The log has no such step, or cannot be read so far. */
  'no-such-step': { readonly step: number };
  /** There is nothing to evaluate in: the step is at its end, or nobody looks at one. */
  'nothing-stands': No;
  'no-timer-set': No;
  'nothing-due': No;
  'storage-full': No;
  'storage-not-written': No;
  'storage-rows-taken': No;
  'storage-taken-over': No;
  'storage-deleted': No;
  'storage-newer': No;
  'storage-blocked': No;
  'storage-missing': No;
  /** `writes` is whether this tab has moved aside what came after event `seq`. */
  'workspace-damaged': { readonly damage: CodedText; readonly seq: number; readonly writes: boolean };
  /** What the error of the app says of itself. */
  'app-failed': { readonly error: string };
  /** A step of a conversation that cannot be played in a world with other settings. */
  'not-played-again': { readonly step: number };
  'workspace-not-open': No;
  'no-workspace': No;
  /** A course, or a lesson of it, that is not there (any more). */
  'no-course': No;
  'part-not-loaded': { readonly error: string };
  'sample-not-loaded': No;
  /** An input that no file could say, so that the log does not take it: where in it, and why. */
  'input-not-kept': { readonly path: string; readonly message: string };
  /** No copy of the workspace `name` could be written; `error` is what the browser says. */
  'no-copy': { readonly name: string; readonly error: string };
};

/** What a code of the worker says of what belongs to it. */
export const coded = <Code extends keyof WorkerCodes>(code: Code, params: WorkerCodes[Code]): CodedText => ({
  code,
  params,
});
