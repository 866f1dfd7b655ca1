import { describe, expect, it } from 'vitest';
import { customers, helpful } from '../../../src/course/crowd/personas.ts';
import { createWorld } from '../../../src/engine/create-world.ts';
import type { Session, World } from '../../../src/engine/world.ts';
import { Table } from '../../../src/engine/table.ts';
import { numberIn, planOf, ticked, type CrowdChoice } from '../../../src/ui/crowd/crowd-choice.ts';
import { reportOf } from '../../../src/ui/crowd/report.ts';

const choice: CrowdChoice = {
  texts: { customers: '30', perMinute: '6', capacity: '3', seed: '1' },
  curve: 'wave',
  channels: [1],
  personas: [2, 4],
  agents: [2],
  speed: 10,
};
const known = { customers, agent: helpful };

describe('what is chosen for a rush hour', () => {
  it('is a plan whose wave takes as long as all of them take to come', () => {
    expect(planOf(choice, known)).toMatchObject({
      customers: 30,
      arrivals: { perMinute: 6, curve: 'wave', minutes: 5 },
      personas: [{ name: 'Angry' }, { name: 'Three lines at once' }],
      agents: [2],
      capacity: 3,
    });
  });

  it.each(['', '0', '501', '3.5', '-1', 'many', '1e2'])('is none with %j customers', (text) => {
    expect(planOf({ ...choice, texts: { ...choice.texts, customers: text } }, known)).toBeNull();
  });

  it('is none without a channel, or without a kind of customer', () => {
    expect(planOf({ ...choice, channels: [] }, known)).toBeNull();
    expect(planOf({ ...choice, personas: [] }, known)).toBeNull();
  });

  it('takes a number as it is typed', () => {
    expect(numberIn('seed', ' 42 ')).toBe(42);
  });

  it('has something ticked and not ticked any more', () => {
    expect(ticked(ticked([1, 2], 3), 1)).toEqual([2, 3]);
  });
});

describe('how a rush hour went', () => {
  const session = (part: Partial<Session>) =>
    ({ status: 9, agent: 0, rating: 0, whenRequested: 0, whenStarted: null, ...part }) as Session;
  const world = (...sessions: readonly Session[]): World => ({
    ...createWorld({ startsAt: '2026-01-01T00:00:00Z' }),
    sessions: Table.from(sessions.map((one, index) => ({ ...one, id: index + 1 }))),
  });

  it('counts those who were answered, who left the queue and who wait, of those who came since', () => {
    const found = reportOf(
      world(
        session({ status: 11 }),
        session({ status: 11 }),
        session({ status: 4 }),
        session({ agent: 1, whenStarted: 4000, rating: 5 }),
        session({ agent: 2, whenStarted: 10_000, rating: 2 }),
        session({ agent: 2, whenStarted: 61_000 }),
      ),
      1,
    );

    expect(found).toEqual({ answered: 3, gone: 1, waiting: 1, medianWait: 10, longestWait: 61, rating: 3.5 });
  });

  it('says of nobody that they waited or gave stars', () => {
    expect(reportOf(world(), 0)).toEqual({
      answered: 0,
      gone: 0,
      waiting: 0,
      medianWait: 0,
      longestWait: 0,
      rating: null,
    });
  });
});
