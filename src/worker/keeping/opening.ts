import type { WorldFile } from '../../engine/definition.ts';
import type { StoredStep } from '../../storage/rows.ts';

/**
 * A sample as the app ships it: its world, and its steps with the events that the engine gave for them when the app was
 * built. A workspace is made of it without running anything.
 */
export type Opening = {
  readonly name: string;
  readonly description?: string;
  readonly world: WorldFile;
  readonly steps: readonly StoredStep[];
};

/** Where the opening of a sample lies, beside the app. */
export const openingFile = (sample: string): string => `openings/${encodeURIComponent(sample)}.json`;

/** @throws Error when the text is no opening: a host may answer with a page of its own for what it has not. */
export function parseOpening(text: string): Opening {
  const opening = JSON.parse(text) as Partial<Opening> | null;
  if (typeof opening?.name !== 'string' || !Array.isArray(opening.steps))
    throw new Error('This is no opening.');
  return opening as Opening;
}
