import { describe, expect, it } from 'vitest';
import type { Timer, World } from '../../../src/engine/world.ts';
import { timerText, whatFollows } from '../../../src/ui/clock/due.ts';
import { after, connects, worldWith, writes } from '../../engine/given.ts';

const minute = 60_000;
const openingHours = { enabled: true, timeZone: 'Europe/Oslo' };
const [channel] = worldWith({}).channels;
const world: World = after(
  worldWith(
    { created: 'later 30 soon', received: '' },
    {
      channels: [{ ...channel, id: 1, name: 'Help', properties: { openingHours } }],
      webhooks: [{ id: 1, name: 'Hook', events: ['chatsession.message'], responses: [500] }],
    },
  ),
  connects,
  writes('hi'),
  { type: 'customer.disconnects', session: 1 },
);
const textOf = (kind: Timer['kind']) => {
  const timer = world.timers.find((one) => one.kind === kind);
  return timer === undefined ? undefined : timerText(world, timer);
};

describe('what is due', () => {
  it('is told by whom it concerns', () => {
    expect(textOf('webhook')).toBe('Hook is called, attempt 2');
    expect(textOf('message')).toBe('Eko’s message shows: “soon”');
    expect(textOf('vanished')).toBe('The chat of Ada, who is gone, ends');
    expect(textOf('warning')).toBe('Warning: Ada waits for an answer (to agents)');
  });

  it('is counted for a moment ahead, with the doors that are others by then', () => {
    expect(whatFollows(world, world.now + 10)).toEqual(['nothing is due on the way']);
    expect(whatFollows(world, world.now + minute)[0]).toMatch(
      /^on the way: 1 message, .*2 calls of webhooks$/,
    );
    expect(whatFollows(world, Date.parse('2026-03-02T15:00:00Z'))[1]).toBe('Help is closed then');
    expect(whatFollows(world, Date.parse('2026-03-02T14:59:59.999Z'))).toHaveLength(1);
  });
});
