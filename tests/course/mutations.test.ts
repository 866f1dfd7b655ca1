import process from 'node:process';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { parseCourse } from '../../src/course/parse-course.ts';
import { parseResults } from '../../src/course/parse-result.ts';
import { playLesson } from '../../src/course/play-lesson.ts';
import { readResultCode, writeResultCode } from '../../src/course/result-code.ts';
import { verifyResult } from '../../src/course/verify-result.ts';
import { writeCourse } from '../../src/course/write-course.ts';
import { makeResult, writeResults } from '../../src/course/write-result.ts';
import { rehashed } from '../../src/scenario/record.ts';
import { dice, mutated } from '../scenario/mutations.ts';
import { course, lesson, means, seed, writes } from './lessons.ts';

/* Damaged courses and results, as scenarios are damaged (reliability I02, I03). `npm run test:mutations` does a hundred times as much. */

const runs = Number(process.env['REHEARSAL_MUTATIONS'] ?? 1000);
if (runs > 1000) vi.setConfig({ testTimeout: 3_600_000 });
const prototype = Object.entries(Object.getOwnPropertyDescriptors(Object.prototype));

afterAll(() => {
  expect(Object.entries(Object.getOwnPropertyDescriptors(Object.prototype))).toEqual(prototype);
});

const solution = { ...seed, steps: [...seed.steps, writes('hi')] };
const taught = lesson(
  [
    {
      name: 'The bot answers',
      expect: [{ event: 'message.saved', author: 'Eko' }, { status: 6 }],
      within: '2m',
    },
    { name: 'All of it', from: 'The bot answers', expect: { covered: { script: 3, atLeast: 0.5 } } },
  ],
  { locked: ['scripts/3'], panes: ['customers', 'queue'], solution },
);
const whole = course(taught);
const played = playLesson(taught, solution, means);
const result = makeResult(whole, {
  lesson: taught.id,
  name: 'Åse 🙂',
  at: '2026-03-02T12:00:00.000Z',
  hints: 1,
  scenario: rehashed(solution, played.replay.steps),
  state: played.state,
});

/** A text of a file as it is read, and what it is when it is written again; null where it is refused in words. */
type Again = (text: string) => { readonly value: unknown; readonly text: string } | null;

const refusedInWords = (problems: readonly { readonly message: string }[]): null => {
  if (problems.length === 0 || problems.some(({ message }) => message === ''))
    throw new Error('It is refused without a word.');
  return null;
};

const kinds: readonly (readonly [string, string, Again])[] = [
  [
    'a course',
    writeCourse(whole),
    (text) => {
      const read = parseCourse(text);
      if (!read.ok) return refusedInWords(read.problems);
      return { value: read.course, text: writeCourse(read.course) };
    },
  ],
  [
    'a result',
    writeResults([result]),
    (text) => {
      const read = parseResults(text);
      if (!read.ok) return refusedInWords(read.problems);
      for (const one of read.results) verifyResult(one, whole, means);
      return { value: read.results[0], text: writeResults(read.results) };
    },
  ],
];

/** What is wrong with how a text is read: nothing where it is refused in words, or taken whole as what it says. */
function faultIn(text: string, again: Again): string | null {
  const read = again(text);
  if (read === null) return null;
  const said: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(read.value)), said)) return 'taken in part';
  return again(read.text)?.text === read.text ? null : 'another one when it is written and read again';
}

describe.each(kinds)('%s', (_, text, again) => {
  it('is read, and written as it was', () => {
    expect(again(text)?.text).toBe(text);
  });

  it('is refused at every length but its own', () => {
    const taken = Array.from({ length: text.length - 1 }, (__, length) => length).filter(
      (length) => again(text.slice(0, length)) !== null,
    );

    expect(taken).toEqual([]);
  });

  it('is refused, or taken whole as what it now says, with anything changed in it', () => {
    const roll = dice(20_261_130);
    const faults: string[] = [];
    let taken = 0;
    for (let run = 0; run < runs; run++) {
      const changed = mutated(text, roll);
      if (again(changed) !== null) taken++;
      const fault = faultIn(changed, again);
      if (fault !== null) faults.push(`${fault}: ${changed}`);
    }

    expect(faults).toEqual([]);
    expect(taken).toBeGreaterThan(runs / 100); // another letter in a title is another title
  });
});

describe('a code of a result', () => {
  it('is read as what it says, or not at all, with anything changed in it', () => {
    const roll = dice(7);
    const code = writeResultCode(result);
    for (let run = 0; run < runs; run++) {
      const read = readResultCode(mutated(code, roll));
      if (read === null) continue;
      expect(read.name).not.toBe('');
      expect(read.passed.length).toBeLessThanOrEqual(30);
    }
  });
});
