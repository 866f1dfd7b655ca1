import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { WorldFile } from '../engine/definition.ts';
import type { ScenarioFile } from './format.ts';
import { seal } from './link/envelope.ts';
import { withoutDefaults } from './without-defaults.ts';
import { worldWithoutDefaults } from './world-without-defaults.ts';
import { writeShort, writeWorld } from './write.ts';

/** The names of the worlds that a link may name instead of holding them: the files in `public/samples`. */
export type Samples = ReadonlySet<string>;

/**
 * The fragment that holds a whole scenario: `#s=1…`. The same content gives the same link, however it is written. A
 * world that is a released sample's is only named. Whether the link is short enough to be used, `linkMeter` says.
 */
export const encodeLink = (file: ScenarioFile, samples: Samples): string =>
  seal(writeShort(linkContent(file, samples)));

/** What a link holds: the scenario in the fewest words, its world perhaps only named. */
export type LinkContent = Omit<ScenarioFile, 'world'> & {
  readonly world: WorldFile | { readonly sample: string };
};

export function linkContent(file: ScenarioFile, samples: Samples): LinkContent {
  const bare = withoutDefaults(file);
  const sample = sampleName(bare.world);
  return samples.has(sample) ? { ...bare, world: { sample } } : bare;
}

/** A released world: its text, and the name that links call it by. */
export const sampleText = (world: WorldFile): string => writeWorld(worldWithoutDefaults(world));

export const sampleName = (world: WorldFile): string => sampleNameOf(sampleText(world));

export const sampleNameOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text))).slice(0, 12);
