import { describe, expect, it } from 'vitest';
import type { ChannelFile, WorldFile } from '../../../src/engine/definition.ts';
import type { Input } from '../../../src/engine/inputs.ts';
import type { ScreenName } from '../../../src/engine/start-rule.ts';
import { whyNoScreen } from '../../../src/engine/why-not.ts';
import { toldOf } from './given.ts';

const connects: Input = { type: 'customer.connects', channel: 1, customer: { name: 'Ada' } };
const known: Input = { type: 'customer.connects', channel: 1, customer: { identified: true } };
const sendsForm: Input = {
  type: 'customer.submitsForm',
  session: 1,
  form: 'preChat',
  fields: { name: 'Ada', email: 'ada@example.org' },
};
const writes = (text: string): Input => ({ type: 'customer.writes', session: 1, text });
const away: Input = { type: 'agent.setsPresence', agent: 1, present: false };

const form = { preChatForm: { enabled: true } };
const faq = { preChatForm: { faqEnabled: true } };
const both = { preChatForm: { enabled: true, faqEnabled: true } };

/** A channel with one agent, and a bot with these scripts where there are any. */
function file(
  channel: Partial<ChannelFile> = {},
  bot?: { readonly created?: string; readonly received?: string },
  more: Partial<WorldFile> = {},
): WorldFile {
  return {
    startsAt: '2026-03-01T09:00:00Z', // a Sunday
    agents: [{ id: 1, name: 'Kari Nord' }],
    channels: [
      {
        id: 1,
        name: 'Help',
        members: [{ agent: 1 }],
        bot: { enabled: bot !== undefined, folder: 'Bot', name: 'Eko' },
        ...channel,
      },
    ],
    folders: [
      {
        name: 'Bot',
        scripts: [
          { id: 1, name: 'bot register' },
          { id: 2, name: 'bot session created', source: bot?.created ?? '' },
          { id: 4, name: 'bot message received', source: bot?.received ?? '' },
        ],
      },
    ],
    ...more,
  };
}

const trigger = (source: string): Partial<WorldFile> => ({
  folders: [{ name: 'Triggers', scripts: [{ id: 9, name: 'on new', source }] }],
  triggers: [{ id: 7, event: 400, script: 9 }],
});
const closed = { properties: { openingHours: { enabled: true } } };

type Row = readonly [
  what: string,
  about: ScreenName,
  file: WorldFile,
  inputs: readonly Input[],
  answers: readonly (readonly [code: string, rule: string, setting: string, to?: unknown])[],
];

const rows: readonly Row[] = [
  // The pre-chat form.
  [
    'the channel has no form',
    'preChatForm',
    file(),
    [connects],
    [['form-off', 'T01', 'channels/1/preChatForm/enabled', true]],
  ],
  ['the customer is logged in', 'preChatForm', file(form), [known], [['known-customer', 'T01', '']]],
  [
    'both',
    'preChatForm',
    file(),
    [known],
    [
      ['form-off', 'T01', 'channels/1/preChatForm/enabled', true],
      ['known-customer', 'T01', ''],
    ],
  ],
  [
    'the bot spoke first',
    'preChatForm',
    file(form, { created: 'post 1 Hello' }),
    [connects],
    [['bot-spoke-first', 'T14', 'channels/1/bot/enabled', false]],
  ],
  [
    'a trigger spoke first',
    'preChatForm',
    file(form, undefined, trigger('post 1 Hello')),
    [connects],
    [['script-spoke-first', 'T14', 'triggers/7/enabled', false]],
  ],
  [
    'a trigger ended the chat at once',
    'preChatForm',
    file(form, undefined, trigger('status 7')),
    [connects],
    [['script-set', 'T17', 'triggers/7/enabled', false]],
  ],
  [
    'nobody is there',
    'preChatForm',
    file(form),
    [away, connects],
    [['nobody-present', 'T04', 'agents/1/present', true]],
  ],
  [
    'the channel is closed',
    'preChatForm',
    file({ ...form, ...closed }),
    [connects],
    [['closed', 'T04', 'channels/1/properties/openingHours.enabled', false]],
  ],
  [
    'nobody may respond',
    'preChatForm',
    file({ ...form, members: [] }),
    [connects],
    [['no-responders', 'T04', 'channels/1/members', undefined]],
  ],
  [
    'it was done before the hand-over',
    'preChatForm',
    file(form, { received: 'reset' }),
    [connects, sendsForm, writes('human')],
    [],
  ],
  // The FAQ.
  [
    'the channel has no FAQ',
    'faq',
    file(),
    [connects],
    [['faq-off', 'T02', 'channels/1/preChatForm/faqEnabled', true]],
  ],
  [
    'the form comes first and is still open',
    'faq',
    file(both),
    [connects],
    [['form-first', 'T01', 'channels/1/preChatForm/enabled', false]],
  ],
  [
    'the form was closed',
    'faq',
    file(both),
    [connects, { type: 'customer.dismissesForm', session: 1, form: 'preChat' }],
    [['left', 'T28', '']],
  ],
  [
    'nobody was there any more when the form was sent',
    'faq',
    file(both),
    [connects, away, sendsForm],
    [['nobody-present', 'T07', 'agents/1/present', true]],
  ],
  // The offline form.
  [
    'a bot is there, and an agent',
    'offlineForm',
    file({}, {}),
    [connects],
    [
      ['bot-there', 'T04', 'channels/1/bot/enabled', false],
      ['agents-there', 'T04', 'agents/1/present', false],
      ['not-offered', 'T11', 'channels/1/offlineForm/fromQueue.enabled', true],
    ],
  ],
  // The queue.
  [
    'the form is still open',
    'queue',
    file(form),
    [connects],
    [['form-first', 'T01', 'channels/1/preChatForm/enabled', false]],
  ],
  [
    'the FAQ is still open',
    'queue',
    file(faq),
    [connects],
    [['faq-first', 'T02', 'channels/1/preChatForm/faqEnabled', false]],
  ],
  [
    'the bot spoke first',
    'queue',
    file({}, { created: 'post 1 Hello' }),
    [connects],
    [['bot-spoke-first', 'T13', 'channels/1/bot/enabled', false]],
  ],
  [
    'it is hidden as long as its bot is silent',
    'queue',
    file({}, {}, { options: { botInQueue: 'hidden' } }),
    [connects],
    [['hidden', 'Q7', 'options/botInQueue', 'listed']],
  ],
  // After a hand-over, what holds then counts.
  [
    'nobody was there when the bot handed over',
    'queue',
    file({}, { created: 'post 1 Hello', received: 'reset' }),
    [connects, away, writes('human')],
    [['nobody-present', 'T25', 'agents/1/present', true]],
  ],
];

describe('why a screen did not come', () => {
  it.each(rows)('says that %s (%s)', (_, about, world, inputs, answers) => {
    const given = whyNoScreen(toldOf(world, ...inputs), about);

    expect(
      given.map(({ because, rule, settings: [first] }) => [
        because.code,
        rule,
        first?.path.join('/') ?? '',
        ...(first === undefined ? [] : [first.to]),
      ]),
    ).toEqual(answers);
  });

  it('goes by how things stood then, whatever was changed since', () => {
    const [channel] = file(form).channels ?? [];
    if (channel === undefined) throw new Error('There is no channel.');
    const story = toldOf(file(), connects, { type: 'admin.savesChannel', channel });

    expect(whyNoScreen(story, 'preChatForm').map(({ because }) => because.code)).toEqual(['form-off']);
  });

  it('says that it is not known where the log does not tell how the session began', () => {
    const answers = whyNoScreen(null);

    expect(answers.map(({ question, because }) => `${question.about} ${because.code}`)).toEqual([
      'preChatForm not-known',
      'faq not-known',
      'offlineForm not-known',
      'queue not-known',
    ]);
  });

  it('shows forms that were done again after a hand-over only where the option says so (Q21)', () => {
    const bot = { received: 'when 4 reset\nwhen 5 reset' };
    const reset = [connects, sendsForm, writes('human')];
    const agent: Input = { type: 'agent.picksUpNext', agent: 1 };

    // The form was seen before the hand-over; what counts is that it did not come again after it.
    expect(whyNoScreen(toldOf(file(both, bot), ...reset, agent), 'faq')).toEqual([]);
  });
});
