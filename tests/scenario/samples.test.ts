import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openingText } from '../../build/openings.ts';
import { matchesRegexp } from '../../src/cli/matcher.ts';
import { eventLine } from '../../src/scenario/event-line.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { replay } from '../../src/scenario/replay.ts';
import type { Opening } from '../../src/worker/keeping/opening.ts';
import { bothLanguages } from '../bots/javascript/stage.ts';

const runScript = bothLanguages();

const folder = join(import.meta.dirname, '../../public/scenarios');

function sample(file: string) {
  const parsed = parseScenario(readFileSync(join(folder, file), 'utf8'));
  if (!parsed.ok) throw new Error(`${file}: ${JSON.stringify(parsed.problems)}`);
  return parsed.scenario;
}

describe.each(readdirSync(folder).filter((file) => file.endsWith('.json')))('the sample %s', (file) => {
  it('does what it says', () => {
    const { steps, events } = replay(sample(file), runScript, { matcher: matchesRegexp });

    expect(steps.flatMap(({ failures }) => failures)).toEqual([]);
    expect(events.filter(({ type }) => type === 'script.failed' || type === 'hint.raised')).toEqual([]);
  });

  it('opens with the events that replaying it gives', async () => {
    const text = readFileSync(join(folder, file), 'utf8');

    const opening = JSON.parse(await openingText(text, join(folder, '..'))) as Opening;

    const replayed = replay(sample(file), runScript).events.map(eventLine);
    expect(opening.steps.flatMap(({ events }) => events).map(eventLine)).toEqual(replayed);
  });

  it('gives the same bytes each time', () => {
    const play = () => replay(sample(file), runScript).events.map(eventLine);

    expect(play()).toEqual(play());
  });
});

it('hands the first visitor over to an agent without a form in between', () => {
  const first = sample('first-visit.json');
  const steps = [
    ...first.steps,
    {
      input: { type: 'customer.writes', session: 1, text: 'hi' } as const,
      expect: [{ visible: { to: 'customer', last: 'Echo: hi' } as const }],
    },
    { input: { type: 'customer.writes', session: 1, text: 'human' } as const, expect: [{ queue: [1] }] },
    { input: { type: 'agent.picksUp', agent: 1, session: 1 } as const },
    {
      input: { type: 'agent.writes', agent: 1, session: 1, text: 'Hello Ada' } as const,
      expect: [{ status: 6 }],
    },
  ];

  const played = replay({ ...first, steps }, runScript);

  expect(played.steps.flatMap(({ failures }) => failures)).toEqual([]);
});
