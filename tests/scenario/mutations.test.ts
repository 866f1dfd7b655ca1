import process from 'node:process';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { RunScript } from '../../src/engine/script-call.ts';
import { encodeLink } from '../../src/scenario/link.ts';
import { openLink, readLink } from '../../src/scenario/open-link.ts';
import { parseScenario, type ParseResult } from '../../src/scenario/parse.ts';
import { replay } from '../../src/scenario/replay.ts';
import { withoutDefaults } from '../../src/scenario/without-defaults.ts';
import { readFile, scenarioPaths } from './links.ts';
import { dice, faultIn, mutated, smallFiles, withByte } from './mutations.ts';
import { writeScenario } from '../../src/scenario/write.ts';

/* Damaged files and links (reliability I02, I03). `npm run test:mutations` does a hundred times as much. */

const runs = Number(process.env['REHEARSAL_MUTATIONS'] ?? 1000);
const isLong = runs > 1000;
if (isLong) vi.setConfig({ testTimeout: 3_600_000 });
const files = isLong ? smallFiles : smallFiles.slice(0, 1);
const prototype = Object.entries(Object.getOwnPropertyDescriptors(Object.prototype));
const idle: RunScript = () => ({ data: { outputs: {}, state: {}, blocked: false, message: '' } });

afterAll(() => {
  expect(Object.entries(Object.getOwnPropertyDescriptors(Object.prototype))).toEqual(prototype);
});

/** Every other byte that may stand there, or the eight that differ in one bit. */
const others = (byte: number, all: readonly number[]): readonly number[] =>
  isLong ? all.filter((one) => one !== byte) : [1, 2, 4, 8, 16, 32, 64, 128].map((bit) => byte ^ bit);
const bytes = Array.from({ length: 256 }, (_, byte) => byte);

describe.each(files.map((text, index) => [`small file ${String(index + 1)}`, text] as const))(
  '%s',
  (_, text) => {
    const whole = parseScenario(text);

    it('is a scenario', () => {
      expect(whole.ok).toBe(true);
      expect(faultIn(text, whole)).toBeNull();
    });

    it('is refused at every length but its own (I02)', () => {
      const taken = Array.from({ length: text.length }, (__, length) => length).filter((length) => {
        const result = parseScenario(text.slice(0, length));
        return (
          faultIn(text.slice(0, length), result) !== null || (result.ok && !isDeepStrictEqual(result, whole))
        );
      });

      expect(taken).toEqual([]);
    });

    it('is refused, or taken whole as what it now says, with any byte changed (I03)', () => {
      const original = new TextEncoder().encode(text);
      const faults: string[] = [];
      let taken = 0;
      for (const [at, byte] of original.entries()) {
        for (const other of others(byte, bytes)) {
          const changed = withByte(original, at, other);
          if (changed === null) continue;
          const result = parseScenario(changed);
          if (result.ok) taken++;
          const fault = faultIn(changed, result);
          if (fault !== null) faults.push(`byte ${String(at)} as ${String(other)}: ${fault}`);
        }
      }

      expect(faults).toEqual([]);
      expect(taken).toBeGreaterThan(100); // other letters in a name are another name
    });
  },
);

describe('a small link', () => {
  const [text = ''] = files;
  const parsed = parseScenario(text);
  if (!parsed.ok) throw new Error('The small file is no scenario.');
  const link = encodeLink(parsed.scenario, new Set());
  const open = (changed: string): ParseResult => {
    const read = readLink(changed);
    return read.ok ? openLink(read.link, null) : read;
  };
  const whole = open(link);
  /** A link is sealed: what is not refused means the same. */
  const isRight = (result: ParseResult): boolean =>
    result.ok ? isDeepStrictEqual(result, whole) : result.problems.length === 1;

  it('is opened', () => {
    expect(whole.ok && writeScenario(whole.scenario)).toBe(writeScenario(withoutDefaults(parsed.scenario)));
  });

  it('is refused at every length but its own (I02)', () => {
    const lengths = Array.from({ length: link.length }, (_, length) => length);

    expect(lengths.filter((length) => open(link.slice(0, length)).ok)).toEqual([]);
  });

  it('is refused, or means the same, with any character changed (I03)', () => {
    const characters = Array.from({ length: 94 }, (_, index) => 33 + index);
    const wrong: string[] = [];
    for (let at = 0; at < link.length; at++) {
      for (const other of others(link.charCodeAt(at), characters)) {
        const changed = link.slice(0, at) + String.fromCharCode(other) + link.slice(at + 1);
        if (!isRight(open(changed))) wrong.push(changed);
      }
    }

    expect(wrong).toEqual([]);
  });
});

describe(`${String(runs)} files with something changed`, () => {
  it('are refused in words, or taken whole and can be played', () => {
    const texts = scenarioPaths.map((path) => writeScenario(readFile(path)));
    const roll = dice(20_260_302);
    const faults: string[] = [];
    let taken = 0;
    for (let run = 0; run < runs; run++) {
      const text = mutated(texts[roll(texts.length)] ?? '', roll);
      const result = parseScenario(text);
      const fault = faultIn(text, result);
      if (fault !== null) faults.push(`${fault}: ${text}`);
      if (!result.ok) continue;
      taken++;
      if (taken % 5 === 0) expect(() => replay(result.scenario, idle)).not.toThrow();
      expect(() => encodeLink(result.scenario, new Set())).not.toThrow();
    }

    expect(faults).toEqual([]);
    expect(taken).toBeGreaterThan(runs / 50);
    expect({}).not.toHaveProperty('polluted');
  });
});
