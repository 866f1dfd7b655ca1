import { describe, expect, it } from 'vitest';
import { exercismResults } from '../../src/course/exercism.ts';
import { parseResults } from '../../src/course/parse-result.ts';
import { playLesson } from '../../src/course/play-lesson.ts';
import { readResultCode, writeResultCode } from '../../src/course/result-code.ts';
import type { ResultFile } from '../../src/course/result.ts';
import { verifyResult } from '../../src/course/verify-result.ts';
import { makeResult, resultsCsv, writeResults } from '../../src/course/write-result.ts';
import { rehashed } from '../../src/scenario/record.ts';
import type { ScenarioFile, ScenarioStep } from '../../src/scenario/format.ts';
import { course, lesson, means, seed, writes } from './lessons.ts';

const checks = [
  { name: 'The bot answers', expect: { event: 'message.saved', author: 'Eko' } },
  { name: 'It says bye', expect: { event: 'message.saved', text: 'Echo: bye' } },
];
const taught = lesson(checks);
const first = course(taught);

/** What somebody made of the lesson with these steps. */
function done(...steps: readonly ScenarioStep[]): ResultFile {
  const scenario: ScenarioFile = { ...seed, steps: [...seed.steps, ...steps] };
  const { state, replay } = playLesson(taught, scenario, means);
  return makeResult(first, {
    lesson: 'hello',
    name: 'Åse',
    at: '2026-03-02T12:00:00.000Z',
    hints: 1,
    scenario: rehashed(scenario, replay.steps),
    state,
  });
}

const codesOf = (result: ResultFile, of = first) => {
  const { verified, doubts } = verifyResult(result, of, means);
  return [verified, ...doubts.map(({ code }) => code)].join(' ');
};

describe('a result', () => {
  it('says which checks passed by which step', () => {
    expect(done(writes('hi')).checks).toEqual([
      { name: 'The bot answers', passed: true, step: 2 },
      { name: 'It says bye', passed: false },
    ]);
  });

  it('is read and written again byte for byte, alone and with others', () => {
    for (const results of [[done(writes('hi'))], [done(writes('hi')), done()]]) {
      const text = writeResults(results);
      const parsed = parseResults(text);

      expect(parsed.ok && writeResults(parsed.results)).toBe(text);
    }
  });

  it('is verified when its steps lead to its checks', () => {
    expect(codesOf(done(writes('hi'), writes('bye')))).toBe('verified');
    expect(codesOf(done())).toBe('verified');
  });

  it('that was edited by hand is told, by what was edited', () => {
    const honest = done(writes('hi'));
    const boast = { ...honest, checks: honest.checks.map((check) => ({ ...check, passed: true })) };
    const { scenario } = honest;
    const steps = (change: (step: ScenarioStep) => ScenarioStep) => ({
      ...honest,
      scenario: { ...scenario, steps: scenario.steps.map(change) },
    });
    const said = steps((step) =>
      step.input.type === 'customer.writes' ? { ...step, input: { ...step.input, text: 'bye' } } : step,
    );
    const bare = steps(({ hash: _, ...step }) => step);

    expect(codesOf(boast)).toBe('differs result-check-differs');
    expect(codesOf(said)).toBe('differs result-changed result-check-differs');
    expect(codesOf({ ...honest, scenario: { ...scenario, world: { ...scenario.world, seed: 2 } } })).toBe(
      'differs result-other-world',
    );
    expect(codesOf({ ...honest, scenario: { ...scenario, steps: scenario.steps.slice(1, 1) } })).toBe(
      'differs result-other-opening',
    );
    expect(codesOf(bare)).toBe('unverified result-no-hashes');
  });

  it('that says of checks that its lesson does not have that they passed is told', () => {
    const honest = done(writes('hi'), writes('bye'));
    const more = (...names: readonly string[]) => ({
      ...honest,
      checks: [...honest.checks, ...names.map((name) => ({ name, passed: true }))],
    });

    expect(codesOf(more('Bonus'))).toBe('differs result-check-differs');
    expect(codesOf(more('It says bye'))).toBe('differs result-check-differs');
    expect(codesOf({ ...honest, checks: [...honest.checks, { name: 'Gone', passed: false }] })).toBe(
      'verified',
    );
  });

  it('whose steps change what its lesson locks is told', () => {
    const [channel] = seed.world.channels ?? [];
    if (channel === undefined) throw new Error('The seed has no channel.');
    const renames: ScenarioStep = {
      input: { type: 'admin.savesChannel', channel: { ...channel, name: 'Mine' } },
    };
    const locking = (...locked: readonly string[]) => course({ ...taught, locked });
    const changed = done(renames, writes('hi'));

    expect(codesOf(changed, locking('settings/channels'))).toBe('differs result-changes-locked');
    expect(codesOf(changed, locking('scripts'))).toBe('verified');
    expect(codesOf(done(writes('hi')), locking('settings/channels'))).toBe('verified');
  });

  it('of another course, lesson or revision is told', () => {
    const result = done(writes('hi'));

    expect(codesOf({ ...result, course: 'other' })).toBe('unverified result-no-course');
    expect(codesOf({ ...result, lesson: 'other' })).toBe('unverified result-no-lesson');
    expect(codesOf(result, { ...first, revision: 2 })).toBe('verified result-other-revision');
    expect(
      codesOf(result, {
        ...first,
        revision: 2,
        lessons: [{ ...taught, seed: { ...seed, world: { ...seed.world, seed: 9 } } }],
      }),
    ).toBe('unverified result-other-revision result-other-world');
  });

  it('tells what is wrong with its file by the place', () => {
    expect(parseResults(writeResults([done()]).replace('"hints": 1', '"hints": "many"'))).toMatchObject({
      problems: [{ path: 'hints' }],
    });
    expect(
      parseResults(writeResults([done(), done()]).replace('"name": "Echo"', '"nom": "Echo"')),
    ).toMatchObject({
      ok: false,
      problems: [{ path: 'results[0].scenario.name' }, { path: 'results[0].scenario.nom' }],
    });
    expect(parseResults('{"format":"rehearsal-result","version":9}')).toMatchObject({
      problems: [{ path: 'version' }],
    });
    expect(parseResults('{}')).toMatchObject({ problems: [{ path: 'format' }] });
  });
});

describe('results of many', () => {
  it('are a table that no spreadsheet takes for formulas', () => {
    const [head, ...rows] = resultsCsv([{ ...done(writes('hi')), name: '=1+1' }, done()])
      .slice(1)
      .split('\r\n');

    expect(head).toBe('name,course,revision,lesson,at,hints,passed,checks,The bot answers,It says bye');
    expect(rows).toEqual([
      "'=1+1,first-steps,1,hello,2026-03-02T12:00:00.000Z,1,1,2,1,0",
      'Åse,first-steps,1,hello,2026-03-02T12:00:00.000Z,1,0,2,0,0',
      '',
    ]);
  });

  it('are tests of the Exercism format, in version 3', () => {
    expect(JSON.parse(exercismResults([done(writes('hi'))]))).toEqual({
      version: 3,
      status: 'fail',
      tests: [
        { name: 'The bot answers', test_code: 'The bot answers', status: 'pass', task_id: 1 },
        {
          name: 'It says bye',
          test_code: 'It says bye',
          status: 'fail',
          message: 'This check has not passed: It says bye',
          task_id: 1,
        },
      ],
    });
    expect(JSON.parse(exercismResults([done(writes('bye'))]))).toMatchObject({ status: 'pass' });
  });
});

describe('the code of a result', () => {
  it('says name, lesson, checks and the last hash', () => {
    const result = { ...done(writes('hi')), name: 'Åse; "the" 🙂 \uD800' };
    const hash = result.scenario.steps.at(-1)?.hash;

    expect(readResultCode(writeResultCode(result))).toEqual({
      course: 'first-steps',
      revision: 1,
      lesson: 'hello',
      name: 'Åse; "the" 🙂 \uFFFD',
      hints: 1,
      passed: [true, false],
      hash,
    });
    expect(writeResultCode(result).length).toBeLessThan(160);
  });

  it('that is not whole says nothing', () => {
    const whole = writeResultCode(done(writes('hi')));
    const read = Array.from(whole, (_, length) => readResultCode(whole.slice(0, length))).filter(
      (one) => one !== null,
    );

    expect(read).toEqual([]);
    expect(readResultCode('rehearsal-result;1;a;0;b;0;;;%')).toBeNull();
  });
});
