import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ExploreRequest } from '../../../src/protocol/exploring.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { writeScenario } from '../../../src/scenario/write.ts';
import { createFilesService } from '../../../src/worker/files/files-service.ts';
import { realEngine } from '../../../src/worker/real-engine.ts';
import { desk, lateAnswer, promptBot, replayed } from '../../testing/explore/races.ts';

const goesOn = () => true;

async function explore(request: Partial<ExploreRequest>, hear = goesOn) {
  const files = createFilesService({
    engine: realEngine(),
    loadText: (address) => Promise.resolve(readFileSync(join('public', new URL(address).pathname), 'utf8')),
  });
  await files.connect('https://rehearsal.test/', 'Rehearsal');
  const source = { conversation: lateAnswer() };
  return files.explore({ source, window: 2000, runs: null, seed: 1, keptName: 'Kept', ...request }, hear);
}

describe('exploring in the worker for files', () => {
  it('tells of the order that fails beside the one that passes, as people see them', async () => {
    const answer = await explore({});

    if (answer.kind !== 'explored') throw new Error(answer.kind);
    expect(answer).toMatchObject({ tried: 3, of: 3, failing: 1, isStopped: false });
    const [race] = answer.races;
    expect(race?.broken).toMatchObject({ kind: 'builtIn', rule: 'bot-after-hand-off', session: 1 });
    const last = race?.failing.at(-1);
    expect(last?.who).toEqual({ kind: 'customer', name: 'Bob' });
    expect(last?.lines.find(({ seq }) => seq === race?.seq)).toMatchObject({
      of: 'Ada',
      line: { kind: 'message', sender: 'bot', text: 'It costs 10.', when: 'shown' },
    });
    // What somebody says is their input, and is not told twice.
    expect(
      race?.failing
        .flatMap(({ lines }) => lines)
        .some(({ line }) => line.kind === 'message' && line.sender === 'customer'),
    ).toBe(false);
  });

  it('gives the failing order as a file that can be read and fails', async () => {
    const answer = await explore({});
    const kept = parseScenario((answer.kind === 'explored' && answer.races[0]?.kept.text) || '');

    if (!kept.ok) throw new Error('It cannot be read.');
    expect(kept.scenario.name).toBe('Kept');
    expect(replayed(kept.scenario).ok).toBe(false);
  });

  it('explores a test with the settings as they stand, where it runs with those', async () => {
    const test = writeScenario(lateAnswer());

    expect(await explore({ source: { test, present: null } })).toMatchObject({ failing: 1 });
    expect(await explore({ source: { test, present: desk(promptBot) } })).toMatchObject({ failing: 0 });
  });

  it('says why a test cannot be explored', async () => {
    const answer = await explore({ source: { test: '{}', present: null } });

    expect(answer).toMatchObject({ kind: 'unfit' });
  });

  it('ends when whoever listens says so, and tells of what it tried', async () => {
    const slow = lateAnswer();
    const asked: number[] = [];
    const answer = await explore(
      {
        source: { conversation: { ...slow, steps: Array.from({ length: 40 }, () => slow.steps).flat() } },
        window: 3_600_000,
        runs: 100_000,
      },
      () => asked.push(1) > 1_000_000,
    );

    expect(answer).toMatchObject({ kind: 'explored', isStopped: true });
    expect(asked.length).toBeGreaterThan(0);
  });
});
