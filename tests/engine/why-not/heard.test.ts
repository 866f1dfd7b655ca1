import { describe, expect, it } from 'vitest';
import type { WorldFile } from '../../../src/engine/definition.ts';
import type { Input } from '../../../src/engine/inputs.ts';
import { whyUnheard } from '../../../src/engine/why-not.ts';
import { played, storyOf } from './given.ts';

const connects: Input = { type: 'customer.connects', channel: 1, customer: { name: 'Ada' } };
const writes: Input = { type: 'customer.writes', session: 1, text: 'Hello' };
const picksUp: Input = { type: 'agent.picksUp', agent: 1, session: 1 };

type Given = {
  readonly created?: string;
  readonly received?: string;
  readonly bot?: { readonly enabled?: boolean; readonly folder?: string };
  readonly withoutReceived?: boolean;
  readonly triggers?: WorldFile['triggers'];
  readonly trigger?: string;
  readonly webhooks?: WorldFile['webhooks'];
};

function file(given: Given = {}): WorldFile {
  const received = { id: 4, name: 'bot message received', source: given.received ?? '' };
  return {
    startsAt: '2026-03-02T09:00:00Z',
    agents: [{ id: 1, name: 'Kari Nord' }],
    channels: [
      {
        id: 1,
        name: 'Help',
        members: [{ agent: 1 }],
        bot: { enabled: true, folder: 'Bot', name: 'Eko', ...given.bot },
      },
    ],
    folders: [
      {
        id: 1,
        name: 'Bot',
        scripts: [
          { id: 1, name: 'bot register' },
          { id: 2, name: 'bot session created', source: given.created ?? 'post 1 Hello' },
          ...(given.withoutReceived === true ? [] : [received]),
        ],
      },
      { id: 2, name: 'Triggers', scripts: [{ id: 9, name: 'on event', source: given.trigger ?? '' }] },
    ],
    triggers: given.triggers ?? [],
    webhooks: given.webhooks ?? [],
  };
}

/** Answers about the newest message, or about how the session began, as `bot code rule setting`. */
function answersOf(world: WorldFile, inputs: readonly Input[], more = {}): readonly string[] {
  const { events } = played(world, inputs, more);
  const about = events.findLast(({ type }) => type.startsWith('message.') || type === 'session.created');
  return whyUnheard(storyOf(world, events), about?.seq).answers.map(
    ({ question, because, rule, settings: [first] }) =>
      `${question.about} ${because.code} ${rule}${first === undefined ? '' : ` ${first.path.join('/')}`}`,
  );
}

const addsReceived: Input = {
  type: 'admin.savesScript',
  folder: 1,
  script: { id: 4, name: 'bot message received', source: '' },
};
const savesChannel = (bot: { enabled: boolean; folder: string }): Input => ({
  type: 'admin.savesChannel',
  channel: { id: 1, name: 'Help', members: [{ agent: 1 }], bot: { ...bot, name: 'Eko' } },
});

describe('why the bot was not called', () => {
  it.each<[string, Given, readonly Input[], string]>([
    [
      'the channel’s bot is off',
      { bot: { enabled: false } },
      [connects],
      'bot-off S2 channels/1/bot/enabled',
    ],
    ['its folder is gone', { bot: { folder: 'Gone' } }, [connects], 'folder-gone T74 channels/1/bot/folder'],
    [
      'its folder is no bot',
      { bot: { folder: 'Triggers' } },
      [connects],
      'folder-no-bot T74 channels/1/bot/folder',
    ],
    [
      'no script has the name of the role',
      { withoutReceived: true },
      [connects, writes],
      'no-role-script Q2 channels/1/bot',
    ],
    [
      'the script came after the registration',
      { withoutReceived: true },
      [addsReceived, connects, writes],
      'not-noticed T77 channels/1/bot',
    ],
    [
      'the script was deleted',
      {},
      [connects, { type: 'admin.deletesScript', script: 4 }, writes],
      'script-gone T77',
    ],
    [
      'the bot was turned off meanwhile',
      {},
      [connects, savesChannel({ enabled: false, folder: 'Bot' }), writes],
      'bot-off S2 channels/1/bot/enabled',
    ],
    ['it handed over', { received: 'reset' }, [connects, writes, writes], 'handed-over S8'],
    [
      'an agent picked up',
      { created: '' },
      [connects, picksUp, writes],
      'bot-picked-up Q7 options/botInQueue',
    ],
    ['the message is its own', {}, [connects], 'bots-own S6'],
    [
      'the message is an agent’s',
      { created: '' },
      [connects, picksUp, { type: 'agent.writes', agent: 1, session: 1, text: 'Hi' }],
      'agents-own S11',
    ],
  ])('says that %s', (_, given, inputs, answer) => {
    expect(answersOf(file(given), inputs)).toContain(`bot ${answer}`);
  });

  it('says that a trigger blocked the message', () => {
    const world = file({ trigger: 'block', triggers: [{ id: 1, event: 402, script: 9 }] });

    expect(
      answersOf({ ...world, channels: [{ id: 1, name: 'Help', members: [{ agent: 1 }] }] }, [
        connects,
        writes,
      ]),
    ).toEqual(['bot blocked Q19 triggers/1/enabled']);
  });

  it('says that its script hung and is left out', () => {
    expect(answersOf(file({ created: '' }), [connects, writes], { leftOut: [4] })).toContain(
      'bot left-out rulings 45',
    );
  });

  it('says nothing when it was called', () => {
    expect(answersOf(file({ created: '' }), [connects, writes])).toEqual([]);
  });
});

describe('why a trigger did not run', () => {
  const two = [
    { id: 1, event: 402 as const, script: 9 },
    { id: 2, event: 402 as const, script: 9 },
    { id: 3, event: 403 as const, script: 9 },
  ];

  it.each<[string, Given, string]>([
    [
      'it is disabled',
      { triggers: [{ id: 1, event: 403, script: 9, enabled: false }] },
      'trigger-off Q20 triggers/1/enabled',
    ],
    [
      'it hears of another event',
      { triggers: [{ id: 1, event: 401, script: 9 }] },
      'other-event T73 triggers/1/event',
    ],
    ['its script is gone', { triggers: [{ id: 1, event: 403, script: 99 }] }, 'script-gone Q20'],
  ])('says that %s', (_, given, answer) => {
    expect(answersOf(file({ ...given, created: '' }), [connects, writes])).toEqual([`trigger ${answer}`]);
  });

  it('says that one before it blocked the message', () => {
    expect(answersOf(file({ created: '', trigger: 'block', triggers: two }), [connects, writes])).toEqual([
      'bot blocked Q19 triggers/1/enabled',
      'trigger stopped-before Q20 triggers/1/enabled',
      'trigger blocked Q19 triggers/1/enabled',
    ]);
  });
});

describe('why a webhook was not told', () => {
  const hook = (id: number, more: object) => ({
    id,
    name: 'Hook',
    events: ['chatsession.message'],
    ...more,
  });

  it.each<[string, object, string]>([
    ['it is stopped', { state: 2 }, 'webhook-stopped T89 webhooks/1/state'],
    ['it had too many errors', { state: 3 }, 'webhook-gave-up T89 webhooks/1/state'],
    ['it does not subscribe', { events: ['chatsession.created'] }, 'not-subscribed T86 webhooks/1/events'],
  ])('says that %s', (_, more, answer) => {
    expect(answersOf(file({ created: '', webhooks: [hook(1, more)] }), [connects, writes])).toEqual([
      `webhook ${answer}`,
    ]);
  });
});

describe('an event', () => {
  it('is what happened last and not because of something else, unless one is chosen', () => {
    const world = file({ created: '', received: 'post 1 Hi' });
    const { events } = played(world, [connects, writes]);
    const [written] = events.filter(({ type }) => type === 'message.saved');

    expect(whyUnheard(storyOf(world, events))).toEqual({ event: written?.seq, answers: [] });
  });

  it('is asked about by what it follows from', () => {
    const world = file();
    const { events } = played(world, [connects]);
    const story = storyOf(world, events);
    const change = events.find(({ type }) => type === 'session.statusChanged');
    const finished = events.find(({ type }) => type === 'script.finished');

    expect(whyUnheard(story, change?.seq).answers.map(({ because }) => because.code)).toEqual([
      'no-role-script',
    ]);
    expect(whyUnheard(story, finished?.seq)).toEqual({ event: 1, answers: [] });
  });
});
