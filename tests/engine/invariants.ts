import { expect } from 'vitest';
import { createWorld } from '../../src/engine/create-world.ts';
import type { WorldFile } from '../../src/engine/definition.ts';
import type { RecordedEvent } from '../../src/engine/events.ts';
import { fold } from '../../src/engine/fold.ts';
import type { World } from '../../src/engine/world.ts';

/** From → to, as chat-domain §2.3 lists them, written from the page and not from the engine. */
const transitions: Readonly<Record<number, readonly number[]>> = {
  1: [2, 3, 4, 6, 9],
  2: [4, 6, 7, 9],
  3: [7, 9, 10],
  4: [3, 5, 6, 11],
  5: [6, 7],
  6: [5, 7],
  7: [4, 5, 8, 9],
  9: [8],
  10: [8],
  11: [8],
};
/** What scripts may set is not bound by the table (T25, T30). */
const ofScripts = new Set(['T17', 'T25', 'T30']);

/** What holds of a world between two steps. */
export function checkWorld(world: World): void {
  const inQueue = [...world.sessions].filter(({ status }) => status === 4).map(({ id }) => id);
  expect([...world.queue].sort((a, b) => a - b)).toEqual(inQueue);
  const sorted = world.timers.toSorted((a, b) => a.due - b.due || a.seq - b.seq);
  expect(world.timers).toEqual(sorted);
  for (const { due } of world.timers) expect(due).toBeGreaterThanOrEqual(world.now);
  expect(world.heldFrom).toBe(0);
  for (const session of world.sessions) {
    expect(session.previous).not.toBe(session.status);
    if (session.agent > 0) expect(session.botActive).toBe(false);
    if (session.status < 7) expect(session.whenEnded).toBeNull();
  }
}

/** What holds of the events from the first to the last. */
export function checkHistory(file: WorldFile, events: readonly RecordedEvent[]): void {
  let world = createWorld(file);
  let at = world.now;
  const shown = new Set<number>();
  for (const [index, event] of events.entries()) {
    expect(event.seq).toBe(index + 1);
    expect(event.cause).toBeLessThan(event.seq);
    expect(event.depth).toBeLessThanOrEqual(10);
    const cause = events[event.cause - 1];
    if (cause !== undefined) expect(event.depth - cause.depth).toBeLessThanOrEqual(1);
    expect(Date.parse(event.at)).toBeGreaterThanOrEqual(at);
    at = Date.parse(event.at);
    checkEvent(world, event, events, shown);
    world = fold(world, event);
  }
}

function checkEvent(
  world: World,
  event: RecordedEvent,
  events: readonly RecordedEvent[],
  shown: Set<number>,
): void {
  switch (event.type) {
    case 'session.statusChanged': {
      const before = world.sessions.get(event.session);
      expect(event.from).toBe(before?.status);
      expect(event.to).not.toBe(event.from);
      if (!ofScripts.has(event.rule ?? '')) expect(transitions[event.from]).toContain(event.to);
      if (before?.botActive === true && event.rule !== 'T30') expect(event.to).not.toBe(3);
      return;
    }
    case 'session.botDeactivated':
      expect(world.sessions.get(event.session)?.botActive).toBe(true);
      return;
    case 'script.started':
      checkStart(world, event, events);
      return;
    case 'message.shown':
      expect(shown.has(event.message)).toBe(false);
      expect(world.messages.get(event.message)?.whenPosted).toBeLessThanOrEqual(Date.parse(event.at));
      shown.add(event.message);
      return;
    default:
      return;
  }
}

/** Bots run only while active, and message scripts only once for a message of the customer. */
function checkStart(
  world: World,
  event: Extract<RecordedEvent, { type: 'script.started' }>,
  events: readonly RecordedEvent[],
): void {
  if (event.role === 'trigger' || event.role === 'register' || event.role === 'webhook') return;
  expect(world.sessions.get(event.session ?? 0)?.botActive).toBe(true);
  if (event.role !== 'messageReceived') return;
  const cause = events[event.cause - 1];
  if (cause?.type !== 'message.saved') throw new Error('A message script follows from no message.');
  expect(world.messages.get(cause.message)?.sender).toBe('customer');
  expect(cause.by).toBeUndefined();
  const runs = events.filter(
    (other) =>
      other.type === 'script.started' && other.role === 'messageReceived' && other.cause === cause.seq,
  );
  expect(runs).toHaveLength(1);
}
