import { describe, expect, it } from 'vitest';
import type { ChannelFile } from '../../src/engine/definition.ts';
import { fieldLimits, problemsInForm, type FieldName } from '../../src/engine/form-rule.ts';
import type { FormAnswers } from '../../src/engine/form-rule.ts';
import type { FormName } from '../../src/engine/inputs.ts';
import { createWorld } from '../../src/engine/create-world.ts';
import { after, committed, take } from './given.ts';
import { sentence } from '../../src/words/sentence.ts';

/** Why an input was refused, in words. */
const why = (outcome: ReturnType<typeof take>): string =>
  outcome.kind === 'refused' ? sentence(outcome.reason) : outcome.kind;

const anything = { fields: [], required: [], consent: false, countries: [] } as const;

const codesOf = (field: FieldName, text: string, countries: readonly string[] = []): readonly string[] =>
  problemsInForm({ ...anything, countries }, { fields: { [field]: text } }).map(({ code }) => code);

describe('what a field may hold', () => {
  it.each([
    'ada@example.org',
    'ada.berg+chat@mail.example.co.uk',
    "o'neill@example.org",
    'ada@sub-domain.example.org',
    'ådne@blåbær.example.no',
    '  ada@example.org  ',
    `${'a'.repeat(64)}@example.org`,
  ])('as an e-mail address: %s', (text) => {
    expect(codesOf('email', text)).toEqual([]);
  });

  it.each([
    'ada',
    'ada@',
    '@example.org',
    'ada@example',
    'ada@@example.org',
    'ada@exa mple.org',
    'ada@example..org',
    'ada@.example.org',
    'ada@example.org.',
    'ada@-example.org',
    'ada@example-.org',
    '.ada@example.org',
    'ada.@example.org',
    'a..b@example.org',
    'ada@192.168.0.1',
    'ada@example.org, bo@example.org',
    'Ada <ada@example.org>',
    `${'a'.repeat(65)}@example.org`,
    `ada@${'x'.repeat(64)}.org`,
  ])('not as an e-mail address: %s', (text) => {
    expect(codesOf('email', text)).toEqual(['email']);
  });

  it.each(['+47 22 00 00 00', '(020) 7946-0018', '113', '0047.22/00'])('as a phone number: %s', (text) => {
    expect(codesOf('phone', text)).toEqual([]);
  });

  it.each(['call me', '12', '+', '22 00 00 x4', '++47 22', '47+22000'])(
    'not as a phone number: %s',
    (text) => {
      expect(codesOf('phone', text)).toEqual(['phone']);
    },
  );

  it.each(Object.entries(fieldLimits))('in %s no more than %i characters', (name, limit) => {
    const field = name as FieldName;
    const [longest, longer] = [limit, limit + 1].map((length) => '1'.repeat(length));

    expect(codesOf(field, longest ?? '')).not.toContain('tooLong');
    expect(problemsInForm(anything, { fields: { [field]: longer } })).toMatchObject([
      { field, code: 'tooLong', limit, length: limit + 1 },
    ]);
  });

  it('is one line, but for the question', () => {
    expect(codesOf('name', 'Ada\nBerg')).toEqual(['lines']);
    expect(codesOf('question', 'Where?\nWhen?')).toEqual([]);
  });

  it('as a country any text, or one of the list where there is one', () => {
    expect(codesOf('country', 'Atlantis')).toEqual([]);
    expect(codesOf('country', 'Norge', ['Norge', 'Sverige'])).toEqual([]);
    expect(codesOf('country', 'Atlantis', ['Norge', 'Sverige'])).toEqual(['choice']);
    expect(codesOf('country', '', ['Norge'])).toEqual([]);
  });

  it.each([1.5, -1, 6, NaN])('not %d stars', (rating) => {
    expect(problemsInForm(anything, { rating })).toEqual([{ field: 'rating', code: 'stars' }]);
  });
});

const channelWith = (channel: Omit<ChannelFile, 'id' | 'name'>, present = true) =>
  createWorld({
    startsAt: '2026-03-02T09:00:00Z',
    agents: [{ id: 1, name: 'Kari Nord', present }],
    channels: [{ id: 1, name: 'Help', members: [{ agent: 1 }], ...channel }],
    tables: { country: [{ id: 1, name: 'Norge' }] },
  });

const connects = { type: 'customer.connects', channel: 1, customer: { alias: 'Ada' } } as const;
const submits = (form: FormName, answers: FormAnswers) =>
  ({ type: 'customer.submitsForm', session: 1, form, ...answers }) as const;

describe('a form that is sent', () => {
  it('is refused with every field that is wrong and why, and nothing happens', () => {
    const asked = after(
      channelWith({ preChatForm: { enabled: true, required: ['name', 'phone', 'country'], consent: true } }),
      connects,
    );

    const outcome = take(
      asked,
      submits('preChat', { fields: { email: 'ada@example', phone: 'call me', country: 'Atlantis' } }),
    );

    expect(why(outcome)).toBe(
      'Fill in Name: the form requires it. ' +
        'E-mail: "ada@example" is not an e-mail address. It should look like ada@example.org. ' +
        'Phone: "call me" is not a phone number. It should look like +47 22 00 00 00. ' +
        'Country: "Atlantis" is not in the table country of this workspace. Choose one of its names. ' +
        'The customer has to give consent before the form can be sent.',
    );
    expect(asked.sessions.get(1)?.status).toBe(1);
  });

  it('offline needs its question, which is what the request is made of', () => {
    const offline = after(channelWith({}, false), connects);
    const ada = { name: 'Ada', email: 'ada@example.org' };

    expect(why(take(offline, submits('offline', { fields: ada })))).toBe(
      'Fill in Question: the form requires it.',
    );
    const { world } = committed(
      take(offline, submits('offline', { fields: { ...ada, question: 'Where?' } })),
    );
    expect(world.sessions.get(1)?.status).toBe(10);
  });

  it('after the chat needs an address only where a transcript is wanted', () => {
    const ended = after(
      channelWith({ postChatForm: { enabled: true, transcript: true, rating: true } }),
      connects,
      { type: 'agent.picksUp', agent: 1, session: 1 },
      { type: 'agent.ends', agent: 1, session: 1 },
    );

    expect(why(take(ended, submits('postChat', { transcript: true })))).toBe(
      'Fill in E-mail: the form requires it.',
    );
    expect(take(ended, submits('postChat', { rating: 4 })).kind).toBe('committed');
    expect(
      take(ended, submits('postChat', { transcript: true, fields: { email: 'ada@example.org' } })).kind,
    ).toBe('committed');
  });
});
