import { describe, expect, it } from 'vitest';
import type { Input } from '../../src/engine/inputs.ts';
import type { World } from '../../src/engine/world.ts';
import { after, committed, connects, ofType, take, worldWith } from './given.ts';

/** The code of why an input is refused; nothing where it is not. */
function refusal(world: World, input: Input): string | undefined {
  const outcome = take(world, input);
  return outcome.kind === 'refused' ? outcome.reason.code : undefined;
}

describe('contacts and quick replies', () => {
  it('are saved whole, changed in place and deleted', () => {
    const world = after(
      worldWith({}),
      { type: 'admin.savesContact', contact: { id: 4, name: 'Ada', email: 'ada@example.org' } },
      { type: 'admin.savesContact', contact: { id: 5, name: 'Bob' } },
      { type: 'admin.savesContact', contact: { id: 4, name: 'Ada Berg' } },
      { type: 'admin.savesQuickReply', quickReply: { id: 1, agent: 1, name: 'Hi', text: 'Hello' } },
    );

    expect(world.contacts).toEqual([
      { id: 4, name: 'Ada Berg', email: '', phone: '', company: '' },
      { id: 5, name: 'Bob', email: '', phone: '', company: '' },
    ]);
    expect(world.quickReplies).toEqual([{ id: 1, agent: 1, name: 'Hi', text: 'Hello' }]);
    const less = after(
      world,
      { type: 'admin.deletesContact', contact: 4 },
      { type: 'admin.deletesQuickReply', quickReply: 1 },
    );
    expect(less.contacts.map(({ id }) => id)).toEqual([5]);
    expect(less.quickReplies).toEqual([]);
  });

  it('are not deleted where there are none, and no reply is saved for an agent who is gone', () => {
    const world = after(worldWith({}), { type: 'admin.deletesAgent', agent: 1 });
    const quickReply = { id: 1, name: 'Hi' };

    expect(refusal(world, { type: 'admin.deletesContact', contact: 1 })).toBe('no-contact');
    expect(refusal(world, { type: 'admin.deletesQuickReply', quickReply: 1 })).toBe('no-quick-reply');
    expect(refusal(world, { type: 'admin.savesQuickReply', quickReply: { ...quickReply, agent: 1 } })).toBe(
      'no-agent',
    );
    expect(refusal(world, { type: 'admin.savesQuickReply', quickReply })).toBeUndefined();
  });

  it('leave a session linked to a contact that is deleted', () => {
    const world = after(
      worldWith({ created: '' }, { contacts: [{ id: 3, name: 'Ada' }] }),
      connects,
      { type: 'agent.picksUp', agent: 1, session: 1 },
      { type: 'agent.linksContact', agent: 1, session: 1, contact: 3 },
      { type: 'admin.deletesContact', contact: 3 },
    );

    expect(world.sessions.get(1)?.contact).toBe(3);
  });
});

describe('the order of mocks', () => {
  const mock = (id: number) => ({ id, request: { url: `https://${String(id)}.test/` } });
  const world = worldWith({}, { mocks: [1, 2, 3].map(mock) });
  const orderAfter = (moved: number, before?: number) =>
    after(world, { type: 'admin.movesMock', mock: moved, before }).mocks.map(({ id }) => id);

  it('is that in which they are put before one another', () => {
    expect(orderAfter(3, 1)).toEqual([3, 1, 2]);
    expect(orderAfter(1, 3)).toEqual([2, 1, 3]);
    expect(orderAfter(1)).toEqual([2, 3, 1]);
    expect(orderAfter(1, 0)).toEqual([2, 3, 1]);
    expect(orderAfter(2, 2)).toEqual([1, 2, 3]);
  });

  it('stays where one of the two is not there', () => {
    expect(refusal(world, { type: 'admin.movesMock', mock: 4 })).toBe('no-mock');
    expect(refusal(world, { type: 'admin.movesMock', mock: 1, before: 4 })).toBe('no-mock');
  });
});

describe('what files may be sent', () => {
  it('is set as a whole', () => {
    const world = after(
      worldWith({}, { fileTypes: ['pdf'] }),
      connects,
      { type: 'admin.setsFileTypes', fileTypes: ['png'] },
      { type: 'customer.sendsFile', session: 1, name: 'a.pdf' },
    );

    expect(world.fileTypes).toEqual(['png']);
    expect([...world.messages].at(-1)?.specialType).toBe(18);
  });
});

describe('registering a bot again', () => {
  const registers: Input = { type: 'admin.registersBot', channel: 1 };

  it('does what saving its channel does, but for the saving', () => {
    const world = worldWith({});
    const renamed = after(world, {
      type: 'admin.savesScript',
      folder: 'Bot',
      script: { id: 4, name: 'something else' },
    });
    const [channel] = renamed.channels;
    if (channel === undefined) throw new Error('There is no channel.');
    const again = committed(take(renamed, registers));
    const saved = committed(take(renamed, { type: 'admin.savesChannel', channel }));

    const types = ({ events }: typeof again) => events.map(({ type }) => type);
    expect(types(again)).toEqual(types(saved).filter((type) => type !== 'channel.saved'));
    expect(again.world.registrations).toEqual(saved.world.registrations);
    expect(ofType(again.events, 'bot.registered')[0]?.scripts.messageReceived).toBe(0);
    expect(ofType(again.events, 'script.started').map(({ role }) => role)).toEqual(['register', 'register']);
  });

  it('says so where the folder is no bot any more', () => {
    const world = after(worldWith({}), { type: 'admin.deletesFolder', folder: 1 });
    const { world: unregistered, events } = committed(take(world, registers));

    expect(unregistered.registrations).toEqual([]);
    expect(ofType(events, 'hint.raised')[0]?.hint.code).toBe('folder-is-no-bot');
  });

  it('is refused without the channel, and without a bot in it', () => {
    const world = after(worldWith({}), { type: 'admin.savesChannel', channel: { id: 2, name: 'People' } });

    expect(refusal(world, { type: 'admin.registersBot', channel: 3 })).toBe('no-channel');
    expect(refusal(world, { type: 'admin.registersBot', channel: 2 })).toBe('channel-without-bot');
  });
});
