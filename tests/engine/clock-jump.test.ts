import { describe, expect, it } from 'vitest';
import type { Input } from '../../src/engine/inputs.ts';
import type { World } from '../../src/engine/world.ts';
import { after, committed, connects, ofType, take, worldWith, writes } from './given.ts';

const minutes = 60_000;
const jumps = (by: number, timers?: 'all' | 'once'): Input => ({ type: 'clock.advances', by, timers });

/** A webhook whose target never answers, with its first attempt behind it: the second is due after a second. */
const failing = (): World =>
  after(
    worldWith(
      { created: '', received: '' },
      { webhooks: [{ id: 1, name: 'Hook', events: ['chatsession.message'], responses: ['timeout'] }] },
    ),
    connects,
    writes('a'),
  );
const attempts = (world: World, input: Input) =>
  ofType(committed(take(world, input)).events, 'webhook.attempted').map(({ at, attempt }) => [
    attempt,
    at.slice(11, 19),
  ]);

describe('a jump of the clock (Q71)', () => {
  it('has each timer on the way fire at its own time, those that the first ones set too', () => {
    const expected = [
      [2, '09:00:01'],
      [3, '09:00:05'],
    ];

    expect(attempts(failing(), jumps(10 * minutes))).toEqual(expected);
    expect(attempts(failing(), jumps(10 * minutes, 'all'))).toEqual(expected);
  });

  it('has with "once" only those fire that are set now; what they set waits for the new moment', () => {
    expect(attempts(failing(), jumps(10 * minutes, 'once'))).toEqual([
      [2, '09:00:01'],
      [3, '09:10:00'],
    ]);
  });

  it('leaves what is due later than the new moment as it is', () => {
    const { world, events } = committed(take(failing(), jumps(2000, 'once')));

    expect(ofType(events, 'webhook.attempted').map(({ attempt }) => attempt)).toEqual([2]);
    const waiting = world.timers.filter(({ kind }) => kind === 'webhook');
    expect(waiting.map(({ due }) => new Date(due).toISOString().slice(11, 19))).toEqual(['09:00:05']);
    expect(attempts(world, jumps(3000))).toEqual([[3, '09:00:05']]);
  });

  it('says first that timers wait, and until when; without anything due no more than that and the new time', () => {
    const { events } = committed(take(worldWith({}), jumps(minutes, 'once')));

    expect(events.map(({ type }) => type)).toEqual(['timers.held', 'clock.advanced']);
    expect(events[0]).toMatchObject({ until: '2026-03-02T09:01:00.000Z' });
    expect(committed(take(worldWith({}), jumps(0, 'once'))).events).toEqual([]);
  });

  it('forgets a timer on the way that had nothing to tell, as it does without "once"', () => {
    const world = after(
      worldWith({}, { channels: [{ id: 1, name: 'Help', properties: { warningNewChat: 1 } }] }),
      { type: 'admin.setsOptions', options: { idleSeconds: 30 } },
      connects,
    );

    for (const timers of ['all', 'once'] as const)
      expect(after(world, jumps(5 * minutes, timers)).timers).toEqual([]);
  });
});
