import type { Said } from '../engine/said.ts';

/* What the worker says about an input that the engine has not heard of: codes, in no language (rulings 43). */

type No = Readonly<Record<string, never>>;

/** Every code of the worker's refusals, and what belongs to it. */
export type WorkerCodes = {
  /** Somebody else saved what this would have taken the place of. */
  'changed-meanwhile': No;
  'no-timer-set': No;
  'nothing-due': No;
};

/** What a code of the worker says of what belongs to it. */
export const coded = <Code extends keyof WorkerCodes>(code: Code, params: WorkerCodes[Code]): Said => ({
  code,
  params,
});
