import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { createRunScript } from '../../src/bots/run-script.ts';
import type { ScenarioFile } from '../../src/scenario/format.ts';
import { parseScenario, type ParseResult } from '../../src/scenario/parse.ts';
import { rehashed } from '../../src/scenario/record.ts';
import { replay } from '../../src/scenario/replay.ts';
import { writeScenario } from '../../src/scenario/write.ts';
import { helpDesk } from './scenarios.ts';

/** Chance that is the same each time. */
export function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % sides;
  };
}

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** A small file as the app saves it: a bot, a conversation, hashes. */
const desk = helpDesk(
  { input: { type: 'customer.connects', channel: 1, customer: { alias: 'Åse 🙂' } } },
  { at: '+10s', input: { type: 'customer.writes', session: 1, text: 'hi' }, expect: [{ status: 4 }] },
  { input: { type: 'agent.picksUp', agent: 1, session: 1 }, note: 'Now.' },
);
const bot = [{ name: 'Bot', scripts: [{ id: 1, name: 'bot register', source: 'print("x");\n' }] }];
const talk: ScenarioFile = { ...desk, world: { ...desk.world, folders: bot } };
const played = replay(talk, createRunScript());

/** Small files, each of another kind. The first is what the quick form looks at. */
export const smallFiles: readonly string[] = [
  writeScenario(rehashed(talk, played.steps)),
  read('tests/acceptance/T-04.json'),
  read('public/scenarios/webhook-retries.json'),
];

/** The same in bytes with one changed, or null when they are not text any more. */
export function withByte(bytes: Uint8Array, at: number, byte: number): string | null {
  const changed = Uint8Array.from(bytes);
  changed[at] = byte;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(changed);
  } catch {
    return null;
  }
}

/**
 * What is wrong with the answer to a text: nothing when it was refused in words, or taken whole as what it says
 * (rulings 31).
 */
export function faultIn(text: string, result: ParseResult): string | null {
  if (!result.ok) {
    const isSaid = result.problems.length > 0 && result.problems.every(({ message }) => message !== '');
    return isSaid ? null : 'refused without a word';
  }
  const said: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(result.scenario)), said)) return 'taken in part';
  const again = parseScenario(writeScenario(result.scenario));
  return isDeepStrictEqual(again, result) ? null : 'another one when it is written and read again';
}

const scraps = [
  '{',
  '}',
  '[',
  ']',
  '"',
  ',',
  ':',
  '\\',
  '\u0000',
  '\u202E',
  '\uD800',
  '__proto__',
  '1e999',
  '-',
  'null',
];
const strangers = [
  '{"__proto__":{"polluted":1}}',
  '[[[[]]]]',
  '""',
  '-1',
  '1e308',
  'true',
  '{"then":1}',
  '"\\u0000"',
];

/** A text with one to four things changed that a program, a merge or an attacker might change. */
export function mutated(text: string, roll: (sides: number) => number): string {
  let result = text;
  for (let times = roll(4) + 1; times > 0; times--) {
    const at = roll(result.length + 1);
    const length = roll(roll(2) === 0 ? 4 : 400);
    const [before, part, after] = [
      result.slice(0, at),
      result.slice(at, at + length),
      result.slice(at + length),
    ];
    const other = roll(result.length + 1);
    const changes = [
      () => before + after,
      () => before + part + part + after,
      () => before + (scraps[roll(scraps.length)] ?? '') + after,
      () => before + result.slice(other, other + length) + after,
      () =>
        result.slice(0, at) +
        result.slice(at).replace(/"[^"]*"|\d+|true|false/, strangers[roll(strangers.length)] ?? ''),
      () => result.slice(0, at) + result.slice(at).replace(/"(\w+)":/, '"$1x":'),
      () => result.slice(0, at) + result.slice(at).replace(/"\w+":/, '"constructor":'),
      () => result.slice(0, at) + result.slice(at).replace(/\d+/, String(roll(2 ** 31))),
    ];
    result = changes[roll(changes.length)]?.() ?? result;
  }
  return result;
}
