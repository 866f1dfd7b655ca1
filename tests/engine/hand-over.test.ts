import { describe, expect, it } from 'vitest';
import { agentChats } from '../../src/engine/agent-views.ts';
import { createWorld } from '../../src/engine/create-world.ts';
import type { WorldFile } from '../../src/engine/definition.ts';
import type { Input } from '../../src/engine/inputs.ts';
import { after, committed, connects, ofType, take, writes } from './given.ts';

/** Two agents, the first a manager, and a channel without a bot. */
function office(more: Partial<WorldFile> = {}) {
  return createWorld({
    startsAt: '2026-03-02T09:00:00Z',
    agents: [
      { id: 1, name: 'Kari Nord' },
      { id: 2, name: 'Ola Sand' },
    ],
    channels: [
      {
        id: 1,
        name: 'Help',
        members: [
          { agent: 1, manager: true, canListen: true },
          { agent: 2, canListen: true },
        ],
        layout: { welcomeMessage: 'Type <help> & wait' },
      },
    ],
    ...more,
  });
}

const picksUp = (agent: number): Input => ({ type: 'agent.picksUpNext', agent });
const transfers: Input = { type: 'agent.transfers', agent: 1, session: 1, to: 2 };
const accepts: Input = { type: 'agent.acceptsTransfer', agent: 2, session: 1 };
const ends: Input = { type: 'agent.ends', agent: 1, session: 1 };

describe('a transfer that nobody answered yet', () => {
  it('ends with the chat, and can no longer be accepted (T31)', () => {
    const offered = after(office(), connects, picksUp(1), transfers);

    const { world, events } = committed(take(offered, ends));

    expect(ofType(events, 'transfer.cancelled')).toMatchObject([{ from: 1, to: 2, rule: 'T31' }]);
    expect(world.sessions.get(1)?.transferTo).toBe(0);
    expect(take(world, accepts)).toMatchObject({ kind: 'refused' });
  });

  it('is not accepted when the line that says so resets the chat', () => {
    const resets = office({
      folders: [{ name: 'T', scripts: [{ id: 1, name: 'resets', source: 'reset' }] }],
      triggers: [{ id: 1, event: 403, script: 1, enabled: false }],
    });
    const offered = after(resets, connects, picksUp(1), transfers, {
      type: 'admin.savesTrigger',
      trigger: { id: 1, event: 403, script: 1 },
    });

    const { world, events } = committed(take(offered, accepts));

    expect(ofType(events, 'transfer.accepted')).toEqual([]);
    expect(world.sessions.get(1)).toMatchObject({ status: 4, agent: 0, transferTo: 0, listeners: [] });
  });
});

describe('a chat that changes hands', () => {
  it('gets a rank of its own, and leaves the former agent listening (T49)', () => {
    const both = after(office(), connects, connects, picksUp(1), picksUp(2), transfers, accepts);

    expect([...both.sessions].map(({ agent, rank }) => [agent, rank])).toEqual([
      [2, 2],
      [2, 1],
    ]);
    expect(agentChats(both, 1).listening.map(({ id }) => id)).toEqual([1]);
  });

  it('is taken over by a manager who listened, who is no listener then', () => {
    const listening = after(office(), connects, picksUp(2), { type: 'agent.listens', agent: 1, session: 1 });
    const wait: Input = { type: 'clock.advances', by: 600_000 };

    const taken = after(listening, wait, { type: 'agent.takesOver', agent: 1, session: 1 });

    expect(taken.sessions.get(1)).toMatchObject({ agent: 1, listeners: [] });
    expect(taken.accepts[1]).toEqual({ count: 1, seconds: 0 });
  });

  it('cannot lose its agent', () => {
    const held = after(office(), connects, picksUp(2));

    expect(take(held, { type: 'admin.deletesAgent', agent: 2 })).toMatchObject({
      kind: 'refused',
      reason: { code: 'agent-has-chats', params: { agent: 2, sessions: [1] } },
    });
  });

  it('goes to the queue when its agent is gone by the time the customer returns (T33)', () => {
    const gone = after(office(), connects, picksUp(1), ends, { type: 'admin.deletesAgent', agent: 1 });

    const { world } = committed(take(gone, writes('hello again')));

    expect(world.sessions.get(1)).toMatchObject({ status: 4, agent: 0 });
    expect(world.queue).toEqual([1]);
  });
});

describe('a customer who vanished', () => {
  const vanishes: Input = { type: 'customer.disconnects', session: 1 };

  it('can do nothing but come back', () => {
    const away = after(office(), connects, picksUp(1), vanishes);

    expect(take(away, writes('hi'))).toMatchObject({ kind: 'refused' });
    expect(after(away, { type: 'customer.reconnects', session: 1 }, writes('hi')).messages.length).toBe(2);
  });

  it('is waited for anew when a script takes the ended session up again (T20)', () => {
    const world = office({
      folders: [{ name: 'T', scripts: [{ id: 1, name: 'reopens', source: 'when 7 status 5' }] }],
      triggers: [{ id: 1, event: 401, script: 1 }],
    });
    const reopened = after(world, connects, picksUp(1), vanishes, ends);
    expect(reopened.sessions.get(1)?.status).toBe(5);

    const later = after({ ...reopened, triggers: [] }, { type: 'clock.advances', by: 60_000 });

    expect(later.sessions.get(1)?.status).toBe(7);
  });
});

it('signs the welcome message with the agent and keeps it as it was typed', () => {
  const { events } = committed(take(after(office(), connects), picksUp(1)));

  expect(ofType(events, 'message.saved')).toMatchObject([
    { specialType: 1, text: 'Type <help> & wait', author: 'Kari Nord', agent: 1 },
  ]);
});
