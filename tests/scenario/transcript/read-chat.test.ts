import { describe, expect, it } from 'vitest';
import { readChat } from '../../../src/scenario/foreign-chat.ts';
import type { ForeignChat } from '../../../src/scenario/foreign-chat.ts';

function read(text: string, file: string): ForeignChat {
  const result = readChat(text, file);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.chat;
}

const problemsOf = (text: string, file: string) => {
  const result = readChat(text, file);
  return result.ok ? [] : result.problems;
};

const turnsOf = (chat: ForeignChat) => chat.sessions.flatMap(({ turns }) => turns);

describe('a Botium convo', () => {
  const convo = [
    'Handoff after form',
    '',
    '#begin',
    'SET_SCRIPTING_MEMORY name|Ada',
    '',
    '#me',
    'hi',
    '',
    '#bot',
    'Welcome',
    'to the desk',
    'BUTTONS Yes|No \\| never',
    'INTENT greeting',
    '',
    '#me',
    'PAUSE 1000',
    'human',
    '',
    '#bot',
    '!Echo: human',
    '',
    '#bot',
    '??Really',
    'TEXT_CONTAINS desk',
    '',
    '#bot',
    'Hello $name',
    '',
    '#bot',
    '?Perhaps',
  ].join('\r\n');

  it('is read with its name, buttons, pauses, negations and parts of texts', () => {
    const chat = read(convo, 'folder/handoff.convo.txt');

    expect(chat.name).toBe('Handoff after form');
    expect(turnsOf(chat)).toMatchObject([
      { who: 'customer', text: 'hi' },
      { who: 'other', role: 'bot', text: 'Welcome\nto the desk', options: ['Yes', 'No | never'] },
      { who: 'customer', text: 'human', delay: 1000 },
      { who: 'other', text: 'Echo: human', negated: true },
      { who: 'other', text: '?Really', negated: false },
      { who: 'other', text: 'desk', isPart: true },
    ]);
  });

  it('tells each line that it did not take, with the number of it', () => {
    expect(read(convo, 'handoff.convo.txt').left.map(({ path, message }) => `${path} ${message}`)).toEqual([
      'line 4 “SET_SCRIPTING_MEMORY name|Ada” is not taken.',
      'line 13 “INTENT greeting” is not taken: nothing here checks that.',
      'line 26 “Hello $name” holds a variable of Botium, whose value is not known here.',
      'line 29 “Perhaps” may be said or not: nothing is expected.',
    ]);
  });

  it('is refused with the line of a section that there is not', () => {
    expect(problemsOf('x\n#me\nhi\n#robot\nhi', 'x.convo.txt')).toMatchObject([{ path: 'line 4' }]);
  });
});

describe('a Chatdown file', () => {
  const chat = read(
    [
      '\uFEFFuser=Joe',
      'bot=LulaBot',
      '',
      'bot: Hi!',
      'user: yo!',
      'LulaBot: [Typing][Delay=3000]',
      'Greetings!',
      '[SuggestedActions=Update|List]',
      'Joe: Update: now',
      'bot->Joe: Here [Attachment=logo.png image]',
    ].join('\n'),
    'lula.chat',
  );

  it('is read by alias and by name, with delays and buttons, and text on several lines', () => {
    expect(chat.name).toBe('lula');
    expect(chat.sessions[0]).toMatchObject({
      customer: 'Joe',
      turns: [
        { who: 'other', name: 'LulaBot', text: 'Hi!' },
        { who: 'customer', name: 'Joe', text: 'yo!' },
        { who: 'other', text: 'Greetings!', delay: 3000, options: ['Update', 'List'] },
        { who: 'customer', text: 'Update: now' },
        { who: 'other', text: 'Here' },
      ],
    });
  });

  it('tells the commands that nothing here can do', () => {
    expect(chat.left).toEqual([{ path: 'line 10', message: '[Attachment=logo.png image] is not taken.' }]);
  });
});

describe('Bot Framework activities', () => {
  const message = (text: string, from: object, more: object = {}) => ({
    type: 'message',
    text,
    from,
    ...more,
  });

  it('are read by role, with times, buttons and a session for each conversation', () => {
    const activities = [
      { type: 'conversationUpdate', membersAdded: [{ id: 'b' }] },
      message('Hi', { role: 'bot' }, { suggestedActions: { actions: ['A', { title: 'B', value: 'b' }] } }),
      message('hello', { role: 'user', name: 'Kari' }, { timestamp: '2026-01-05T08:00:02.000Z' }),
      message('other', { role: 'user' }, { conversation: { id: 'c2' } }),
      { type: 'invoke', from: { role: 'user' } },
    ];
    const chat = read(`\uFEFF${JSON.stringify(activities)}`, 'a.transcript');

    expect(chat.sessions).toMatchObject([
      {
        customer: 'Kari',
        turns: [
          { who: 'other', role: 'bot', text: 'Hi', options: ['A', 'B'] },
          { who: 'customer', text: 'hello', at: Date.UTC(2026, 0, 5, 8, 0, 2) },
        ],
      },
      { turns: [{ who: 'customer', text: 'other' }] },
    ]);
    expect(chat.left).toEqual([{ path: '[4]', message: 'An activity of type “invoke” is not taken.' }]);
  });

  it('without a role are taken by name or id, which is told', () => {
    const chat = read(
      JSON.stringify([message('Hi', { id: 'my-bot' }), message('hello', { id: '7' })]),
      'a.transcript',
    );

    expect(turnsOf(chat).map(({ who }) => who)).toEqual(['other', 'customer']);
    expect(chat.left).toHaveLength(2);
  });

  it.each([
    ['{}', 'A .transcript is a list'],
    ['[{"type":"message","__proto__":{"x":1}}]', '__proto__'],
    ['[', ''],
    [`${'['.repeat(70)}${']'.repeat(70)}`, 'Nested deeper'],
    ['[]', 'Nobody says anything in it.'],
    [JSON.stringify([message('x'.repeat(32_769), { role: 'user' })]), '32769 characters'],
  ])('are refused whole: %s', (text, said) => {
    expect(problemsOf(text, 'a.transcript')[0]?.message).toContain(said);
  });
});

describe('a conversation as CSV', () => {
  it('needs actor and text, in any order, separated by whatever the first line has most of', () => {
    const chat = read('text;time;actor\r\n"Hi; you";2026-03-02 09:00:00;Helpbot\r\nhello;;Ada\r\n', 'a.csv');

    expect(chat.sessions).toMatchObject([
      {
        customer: 'Ada',
        turns: [
          { who: 'other', name: 'Helpbot', text: 'Hi; you', at: Date.UTC(2026, 2, 2, 9) },
          { who: 'customer', name: 'Ada', text: 'hello' },
        ],
      },
    ]);
  });

  it('says on which line a time cannot be read, and goes on', () => {
    expect(read('time,actor,text\nnoon,me,hi\n', 'a.csv').left).toEqual([
      { path: 'line 2', message: '“noon” is no time such as 2026-03-02T09:00:00Z.' },
    ]);
  });

  it.each([
    ['time,who\n', 'line 1'],
    ['actor,text\nme,hi\nme,"not closed\n\n', 'line 3'],
    ['actor,text\nme,"hi" you\n', 'line 2'],
  ])('is refused with a line: %j', (text, path) => {
    expect(problemsOf(text, 'a.csv')[0]?.path).toBe(path);
  });
});

it('a file of another ending is refused with those that are read', () => {
  expect(problemsOf('hi', 'a.docx')[0]?.message).toContain('.transcript, .convo.txt, .chat, .csv');
});

it('a file of a million lines is refused before it is taken apart', () => {
  expect(problemsOf('\n'.repeat(1_000_001), 'a.chat')[0]?.message).toContain('more than 1000000 lines');
});

it('a file of nothing but signs that open something is read to its end or refused', () => {
  for (const sign of ['[', '"', '#', ' ', '\\', '!', 'a:', '\n#me\n', '|']) {
    for (const ending of ['chat', 'convo.txt', 'csv', 'transcript']) {
      expect(() => readChat(`actor,text\n${sign.repeat(50_000)}`, `x.${ending}`)).not.toThrow();
    }
  }
});
