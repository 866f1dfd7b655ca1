import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { ScenarioFile } from './format.ts';
import { linkContent, type LinkContent, type Samples } from './link.ts';
import { seal } from './link/envelope.ts';
import { limits } from './limits.ts';
import { writeShort } from './write.ts';

export type LinkPart = 'scripts' | 'conversation' | 'expectations' | 'setting' | 'rest';

export type LinkMeter = {
  /** Characters from `#` on. */
  readonly length: number;
  /** How many of them each part takes; together they are the length. `expectations` are those and the notes. */
  readonly parts: Readonly<Record<LinkPart, number>>;
  /** `long`: some programs cut it; `tooLong`: nobody can open it, so a file is what to send. */
  readonly verdict: 'short' | 'long' | 'tooLong';
};

/** How long the link of a scenario is and what takes the space: what it grows by as each part is added to it. */
export function linkMeter(file: ScenarioFile, samples: Samples): LinkMeter {
  const { world, steps, ...rest } = linkContent(file, samples);
  const played = steps.map(({ note: _note, expect: _expect, ...step }) => step);
  const stages: readonly (readonly [LinkPart, object])[] = [
    ['rest', rest],
    ['setting', { ...rest, world: withoutSources(world) }],
    ['scripts', { ...rest, world }],
    ['conversation', { ...rest, world, steps: played }],
    ['expectations', { ...rest, world, steps }],
  ];
  const whole = writeShort({ ...rest, world, steps });
  const length = seal(whole).length;
  const parts: Partial<Record<LinkPart, number>> = {};
  let taken = 0;
  for (const [part, content] of stages) {
    const grown = Math.min(length, Math.max(taken, seal(writeShort(content)).length));
    parts[part] = grown - taken;
    taken = grown;
  }
  return { length, parts: parts as LinkMeter['parts'], verdict: verdictOf(length, whole) };
}

function verdictOf(length: number, text: string): LinkMeter['verdict'] {
  const isTooMuch = length > limits.linkCharacters || utf8ToBytes(text).length > limits.linkBytes;
  return isTooMuch ? 'tooLong' : length > limits.linkOftenCut ? 'long' : 'short';
}

function withoutSources(world: LinkContent['world']): object {
  if ('sample' in world) return world;
  const folders = world.folders?.map(({ scripts = [], ...folder }) => ({
    ...folder,
    scripts: scripts.map(({ source: _source, ...script }) => script),
  }));
  return { ...world, folders };
}

/** The fragment that holds a text of JSON that is no scenario; empty where it would be longer than a link may be. */
export function linkOf(text: string): string {
  const link = seal(text);
  return verdictOf(link.length, text) === 'tooLong' ? '' : link;
}
