import type { Problem } from '../../protocol/engine-api.ts';

/** What to say when the engine itself did not answer. */
export const unreachable = (error: unknown): Problem => ({
  code: 'E-ENGINE',
  text: error instanceof Error ? error.message : String(error),
});
