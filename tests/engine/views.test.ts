import { describe, expect, it } from 'vitest';
import { goingOn, rightsOf, unansweredOf, waitingFor } from '../../src/engine/agent-views.ts';
import { createWorld } from '../../src/engine/create-world.ts';
import type { WorldFile } from '../../src/engine/definition.ts';
import { fold } from '../../src/engine/fold.ts';
import type { Input } from '../../src/engine/inputs.ts';
import { currentSessions, customerScreen, isOver, undeliveredOf, waiting } from '../../src/engine/views.ts';
import { worldFromJson, worldToJson } from '../../src/engine/world-json.ts';
import type { World } from '../../src/engine/world.ts';
import { after, committed, take } from './given.ts';

/** An office of two: the first agent manages the channel, the second only listens. */
const office = (more: Partial<WorldFile> = {}): World =>
  createWorld({
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
          { agent: 1, canListen: true, manager: true },
          { agent: 2, canRespond: false, canListen: true },
        ],
        postChatForm: { enabled: true },
      },
    ],
    ...more,
  });

/** Trigger 402 blocks every message. */
const blocking: Partial<WorldFile> = {
  folders: [{ name: 'T', scripts: [{ id: 9, name: 'trigger', source: 'block' }] }],
  triggers: [{ id: 1, event: 402, script: 9 }],
};

const ada: Input = { type: 'customer.connects', channel: 1, customer: { alias: 'Ada' } };
const bea: Input = { type: 'customer.connects', channel: 1, customer: { alias: 'Bea' } };
const picksUp: Input = { type: 'agent.picksUpNext', agent: 1 };
const ends: Input = { type: 'agent.ends', agent: 1, session: 1 };
const leaves: Input = { type: 'customer.leaves', session: 1 };
const writes = (text: string): Input => ({ type: 'customer.writes', session: 1, text });
const replies = (text: string): Input => ({ type: 'agent.writes', agent: 1, session: 1, text });

function sessionOf(world: World, id = 1) {
  const session = world.sessions.get(id);
  if (session === undefined) throw new Error(`There is no session ${String(id)}.`);
  return session;
}

describe('the current conversations', () => {
  it('are all, but for those that ended and whose customer began anew on the channel', () => {
    const world = after(office(), ada, leaves, ada, bea);

    expect(currentSessions(world).map(({ id }) => id)).toEqual([2, 3]);
    expect([...world.sessions].map(isOver)).toEqual([true, false, false]);
  });

  it('hold one that is finished until its customer begins anew, and one of a customer without an alias for good', () => {
    const finished = after(office(), ada, picksUp, ends);
    const nameless: Input = { type: 'customer.connects', channel: 1 };

    expect(currentSessions(finished).map(({ id }) => id)).toEqual([1]);
    expect(currentSessions(after(finished, ada)).map(({ id }) => id)).toEqual([2]);
    expect(currentSessions(after(office(), nameless, leaves, nameless)).map(({ id }) => id)).toEqual([1, 2]);
  });
});

describe('what a trigger blocked', () => {
  it('is kept for the customer who wrote it, and for nobody else', () => {
    const world = after(office(blocking), ada, bea, writes('my card is 4111'));

    expect(undeliveredOf(sessionOf(world), 'customer')).toMatchObject([
      { text: 'my card is 4111', agent: 0, trigger: 1, seq: world.seq, at: world.now },
    ]);
    expect(undeliveredOf(sessionOf(world), 1)).toEqual([]);
    expect(undeliveredOf(sessionOf(world, 2), 'customer')).toEqual([]);
    expect(world.messages.length).toBe(0);
  });

  it('is kept for the agent who wrote it; lines of the system are nobody’s', () => {
    const world = after(office(blocking), ada, picksUp, replies('no'), ends);

    expect(undeliveredOf(sessionOf(world), 1).map(({ text }) => text)).toEqual(['no']);
    expect(undeliveredOf(sessionOf(world), 'customer')).toEqual([]);
    expect(sessionOf(world).undelivered.length).toBe(1);
  });

  it('is in the world wherever it is folded, and in its JSON', () => {
    const start = after(office(blocking), ada);
    const { world, events } = committed(take(start, writes('no')));

    expect(worldToJson(events.reduce(fold, start))).toEqual(worldToJson(world));
    const again = worldFromJson(
      JSON.parse(JSON.stringify(worldToJson(world))) as ReturnType<typeof worldToJson>,
    );
    expect(undeliveredOf(sessionOf(again), 'customer')).toEqual(undeliveredOf(sessionOf(world), 'customer'));
  });
});

describe('a customer who went back from the post-chat form', () => {
  it('sees the conversation until it goes on and ends once more', () => {
    const back = after(office(), ada, picksUp, ends, { type: 'customer.returns', session: 1 });
    const again = after(back, writes('hi'), ends);

    expect(customerScreen(back, sessionOf(back))).toBe('conversation');
    expect(customerScreen(again, sessionOf(again))).toBe('postChat');
  });
});

describe('agents', () => {
  it('see who waits on their channels, and what their membership lets them do', () => {
    const world = after(office(), ada, bea);
    const queue = waiting(world);

    expect(waitingFor(world, 1, queue).map(({ id }) => id)).toEqual([1, 2]);
    expect([waitingFor(world, 2, queue), waitingFor(world, 9, queue)]).toEqual([[], []]);
    expect(rightsOf(world, 1, sessionOf(world))).toEqual({ responds: true, listens: true, manages: true });
    expect(rightsOf(world, 2, sessionOf(world))).toEqual({ responds: false, listens: true, manages: false });
    expect(goingOn(world, 1)).toEqual([]);
  });

  it('see what goes on at other desks of their channels', () => {
    const world = after(office(), ada, picksUp);

    expect([1, 2, 9].map((agent) => goingOn(world, agent).length)).toEqual([1, 1, 0]);
  });

  it('see how many messages nobody has answered', () => {
    const asked = after(office(), ada, picksUp, writes('one'), writes('two'));
    const answered = after(asked, replies('yes'));

    expect(unansweredOf(asked, sessionOf(asked))).toBe(2);
    expect(unansweredOf(answered, sessionOf(answered))).toBe(0);
  });
});
