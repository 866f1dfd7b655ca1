import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { matchesRegexp } from '../../src/cli/matcher.ts';
import type { RecordedEvent } from '../../src/engine/events.ts';
import { rulesRevision, stepHash, StepHashes } from '../../src/scenario/hash.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { rehashed } from '../../src/scenario/record.ts';
import { replay } from '../../src/scenario/replay.ts';
import { verdictOf } from '../../src/scenario/verdict.ts';
import { writeScenario } from '../../src/scenario/write.ts';
import { bothLanguages } from '../bots/javascript/stage.ts';

const root = join(import.meta.dirname, '../..');

function scenarioIn(file: string) {
  const parsed = parseScenario(readFileSync(join(root, file), 'utf8'));
  if (!parsed.ok) throw new Error(`${file}: ${JSON.stringify(parsed.problems)}`);
  return parsed.scenario;
}

const files = ['public/scenarios', 'tests/acceptance'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => `${folder}/${name}`),
);

const sample = () => scenarioIn('public/scenarios/joke-bot.json');
const runScript = bothLanguages();
const play = (file: ReturnType<typeof sample>) => replay(file, runScript, { matcher: matchesRegexp });

/**
 * What changes one of these makes files that people saved replay differently: raise `rulesRevision` with it, then run
 * this file with --update (rulings 37).
 */
it('gives the hashes that it always gave for these rules', async () => {
  const lines = files.map((file) => {
    const hashes = new StepHashes();
    return `${file} ${play(scenarioIn(file))
      .steps.map(({ events }) => hashes.next(events))
      .join(' ')}`;
  });

  await expect(`rules ${String(rulesRevision)}\n${lines.join('\n')}\n`).toMatchFileSnapshot(
    'golden-hashes.txt',
  );
});

describe('the hash of a step', () => {
  const event: RecordedEvent = {
    type: 'script.finished',
    seq: 1,
    at: '2026-03-02T09:00:00.000Z',
    step: 1,
    cause: 0,
    depth: 0,
    script: 1,
    statements: 3,
  };

  it('does not hang on hints, rules and counts of statements', () => {
    const hint: RecordedEvent = {
      ...event,
      type: 'hint.raised',
      hint: { code: 'text', params: { text: 'x' } },
    };
    const changed = { ...event, rule: 'T14', statements: 4 } as const;

    expect(stepHash('', [changed, hint])).toBe(stepHash('', [event]));
    expect(stepHash('', [{ ...event, script: 2 }])).not.toBe(stepHash('', [event]));
  });

  it('hangs on the one before it', () => {
    expect(stepHash('00000000', [event])).not.toBe(stepHash('', [event]));
    expect(stepHash('', [event])).toMatch(/^[0-9a-f]{8}$/);
  });
});

describe('the verdict on a file', () => {
  it('is that it replays identically, every step of it', () => {
    const file = sample();

    const saved = rehashed(file, play(file).steps);

    const again = parseScenario(writeScenario(saved));
    expect(again.ok && play(again.scenario).verdict).toEqual({
      kind: 'identical',
      steps: file.steps.length,
      of: file.steps.length,
    });
  });

  it('is open where there are no hashes', () => {
    const file = sample();

    expect(play(file).verdict).toEqual({ kind: 'unknown', steps: file.steps.length });
  });

  it('names the first step that differs, and that the file was changed', () => {
    const file = sample();
    const saved = rehashed(file, play(file).steps);
    const written = saved.steps.findIndex(({ input }) => input.type === 'customer.writes');

    const steps = saved.steps.map((step, index) =>
      index === written && step.input.type === 'customer.writes'
        ? { ...step, input: { ...step.input, text: 'something else' } }
        : step,
    );

    const { verdict } = play({ ...saved, steps });
    expect(verdict).toEqual({ kind: 'differs', step: written + 1, of: steps.length, because: 'changed' });
  });

  it('tells a build with other rules from a changed file, and what cannot be played from both', () => {
    const file = sample();
    const [first] = file.steps;
    if (first === undefined) throw new Error('no step');
    const steps = [{ ...first, hash: '00000000' }];
    const because = (rules: number, outcome: 'committed' | 'failed') => {
      const verdict = verdictOf({ rules, steps }, [{ outcome, events: [] }]);
      return verdict.kind === 'differs' ? verdict.because : verdict.kind;
    };

    expect(because(rulesRevision, 'committed')).toBe('changed');
    expect(because(rulesRevision + 1, 'committed')).toBe('otherRules');
    expect(because(rulesRevision, 'failed')).toBe('notPlayed');
  });
});
