import { describe, expect, it } from 'vitest';
import { assistScript } from '../../../src/bots/assist-script.ts';
import { botLibrary } from '../../../src/bots/bot-library.ts';
import { operatorOf } from '../../../src/bots/records/criteria.ts';
import { roles } from '../../../src/bots/api/input-names.ts';
import { liveRows } from '../../../src/bots/records/live-tables.ts';
import { columnEntries } from '../../../src/bots/reference/columns.ts';
import { inputEntries } from '../../../src/bots/reference/inputs.ts';
import { sets } from '../../../src/bots/reference/known-sets.ts';
import { keyOf } from '../../../src/bots/reference/read-entries.ts';
import { entries } from '../../../src/bots/reference/reference.ts';
import { operators } from '../../../src/bots/reference/words-of-searches.ts';
import { parseSignature } from '../../../src/crmscript/analysis/types/signature.ts';
import { createWorld } from '../../../src/engine/create-world.ts';
import * as numbers from '../../../src/engine/numbers.ts';
import { tables } from '../../crmscript/tables.ts';

const world = createWorld({
  startsAt: '2026-03-02T09:00:00Z',
  agents: [{ id: 7, name: 'Kari Nord' }],
  channels: [{ id: 3, name: 'Help desk', bot: { enabled: true, folder: 'Bot', name: 'Eko' } }],
  tables: { ticket: [{ id: 1, title: 'One', cust_id: 2 }], customer: [{ id: 2, firstname: 'Ada' }] },
  folders: [
    {
      id: 1,
      name: 'Bot',
      scripts: [
        { id: 1, name: 'bot register' },
        { id: 2, name: 'bot message received' },
        { id: 3, name: 'plain', source: 'setGlobalVariable("lastOrder", "1");' },
      ],
    },
  ],
});
const ask = (kind: 'completions' | 'hover' | 'signature', marked: string, script = 2) => {
  const offset = marked.indexOf('|');
  const source = marked.slice(0, offset) + marked.slice(offset + 1);
  return assistScript(world, { kind, script, source, offset }, tables)?.help;
};
const offered = (marked: string, script?: number) => {
  const found = ask('completions', marked, script);
  return found?.kind === 'completions' ? found.items : [];
};
const labels = (marked: string) =>
  offered(marked)
    .filter(({ kind }) => kind === 'value' || kind === 'text')
    .map(({ label }) => label);
const said = (marked: string) => {
  const found = ask('hover', marked);
  return found?.kind === 'hover' ? found.about.map(({ signature, doc }) => `${signature} ${doc}`.trim()) : [];
};

const given = 'EventData ed = getEventData();\n';

describe('a number says what it means', () => {
  it.each([
    ['as an argument', 'addChatMessage(1, "a", 1, "b", 1|6, "");', 'Special type 16: BotMessage'],
    ['as another argument', 'addChatMessage(1, "a, b(", 1|, "b", 16, "");', 'Message type 1: ToCustomer'],
    ['in a call that is not finished', 'setChatStatus(1, |7', 'Status 7: Finished'],
    [
      'compared with an input',
      `${given}if (ed.getInputValue("chatSession.status").toInteger() == |4)`,
      'Status 4',
    ],
    [
      'compared with a variable that holds one',
      `${given}Integer now = ed.getInputValue("status.new").toInteger();\nif (now >= |5) {}`,
      'Status 5: CustomerLast',
    ],
    ['as a text', `${given}if (ed.getInputValue("chatMessage.specialType") == "1|5") {}`, 'Special type 15'],
    [
      'in a search',
      'SearchEngine se;\nse.addCriteria("chat_session.status", "OperatorEquals", "|6");',
      'Status 6: UserLast',
    ],
    [
      'of a field that was found',
      'SearchEngine se;\nInteger type = se.getField("chat_message.type").toInteger();\nBool b = type == |2;',
      'Message type 2: ToUser',
    ],
    ['of a carrier', 'NSChatMessage m;\nm.SetSpecialType(|17);', 'Special type 17: Options'],
    ['that a carrier returns', 'NSChatSessionEntity s;\nBool b = s.GetStatus() == |6;', 'Status 6: UserLast'],
    [
      'of an answer',
      'HTTP http;\nBool b = http.getValue("statusCode") == "|404";',
      'HTTP status 404: NotFound',
    ],
    ['of a day', 'DateTime t;\nBool b = t.getWeekDay() == |0;', 'Day of the week 0: Monday'],
    ['of an event', `${given}if (ed.getType() == 4|02) {}`, 'Event 402: ChatBeforeSaveNewMessage'],
    ['of a channel', 'NSChatAgent a;\na.IsWithinOpeningHours(|3);', 'Channel 3: Help desk'],
    ['of a mask', 'NSChatWidgetSettings w;\nw.SetRequiredFields(|3);', 'Fields of a form 1: Email'],
  ])('%s', (_, marked, expected) => {
    expect(said(marked)[0]).toContain(expected);
  });

  it.each([
    ['an id', 'setChatStatus(|4, 7);'],
    ['a part of a sum', 'setChatStatus(1, 2 + |5);'],
    ['a number of nothing', 'Integer n = |4;'],
    ['a number that is none of its kind', 'setChatStatus(1, |12);'],
    ['a variable that holds another', 'Integer n = "4".getLength();\nif (n == |4) {}'],
  ])('and nothing where it means nothing: %s', (_, marked) => {
    expect(said(marked)).toEqual([]);
  });

  it('by name, as a member of an enumeration', () => {
    expect(said('Integer n = NSChatMessageSpecialType.Bot|Message;')).toEqual([
      expect.stringMatching(/^Integer NSChatMessageSpecialType.BotMessage = 16 A message of a bot/) as string,
    ]);
  });

  it('by what a variable holds', () => {
    const found = ask(
      'hover',
      `${given}Integer now = ed.getInputValue("status.new").toInteger();\nprint(n|ow.toString());`,
    );

    expect(found).toMatchObject({ about: [{ values: { title: 'Status' } }] });
  });
});

describe('what a text is says', () => {
  it.each([
    [
      'an input',
      `${given}ed.getInputValue("chatMessage.|type");`,
      'Input chatMessage.type From whom to whom',
    ],
    [
      'a field',
      'SearchEngine se;\nse.addField("chat_session.|rank");',
      'Field chat_session.rank The lowest number',
    ],
    [
      'an operator',
      'SearchEngine se;\nse.addCriteria("a.b", "Operator|Gt", "1");',
      'Operator OperatorGt It is greater',
    ],
    [
      'an option of HTTP',
      'HTTP http;\nhttp.setOption("time|out", "5");',
      'Option timeout After how many seconds',
    ],
  ])('%s', (_, marked, expected) => {
    expect(said(marked)[0]).toContain(expected);
  });
});

describe('what can stand at a place is offered', () => {
  it.each([
    ['special types', 'addChatMessage(1, "a", 1, "b", |', ['16 BotMessage', '17 Options'], 18],
    ['statuses, half a number in', 'setChatStatus(1, 1|', ['10 RequestPosted'], 12],
    [
      'statuses in a condition',
      `${given}Integer s = ed.getInputValue("status.old").toInteger();\nif (s == |`,
      ['4 InQueue'],
      12,
    ],
    ['names of bots', 'addChatMessage(1, "a", 1, "|', ['Eko'], 1],
    ['outputs', `${given}ed.setOutputValue("|`, ['chatMessage.message', 'chatMessage.author'], 4],
    [
      'operators',
      'SearchEngine se;\nse.addCriteria("ticket.title", "|',
      ['OperatorEquals', 'OperatorLike'],
      25,
    ],
    ['row operators', 'SearchEngine se;\nse.addCriteria("a.b", "equals", "1", "|', ['OperatorOr'], 4],
    [
      'values of a column',
      'SearchEngine se;\nse.addCriteria("ejuser.chat_status", "equals", "|',
      ['1 Present'],
      18,
    ],
    [
      'columns of a table',
      'SearchEngine se;\nse.addFields("chat_topic_user", "user_id, |");',
      ['can_respond', 'manager'],
      7,
    ],
    [
      'columns behind a link',
      'SearchEngine se;\nse.addField("ticket.cust_id.|',
      ['ticket.cust_id.firstname'],
      undefined,
    ],
    [
      'columns of SuperOffice’s tables',
      'SearchEngine se;\nse.addField("sale.|',
      ['sale.amount', 'sale.heading'],
      undefined,
    ],
    ['columns of a record', 'Customer c;\nc.load(2);\nc.getValue("|', ['firstname'], undefined],
    ['options of HTTP', 'HTTP http;\nhttp.setOption("|', ['timeout', 'parametersUTF8'], 9],
    ['types of a body', 'HTTP http;\nhttp.addHeader("Content-Type", "|', ['application/json'], 5],
    ['global variables that scripts use', 'getGlobalVariable("|', ['lastOrder'], 1],
    ['ways to write a time', 'DateTime t;\nt.toString(|', ['13 ISO'], 17],
  ])('%s', (_, marked, expected, count) => {
    const found = labels(marked);

    expect(found).toEqual(expect.arrayContaining(expected));
    if (count !== undefined) expect(found).toHaveLength(count);
  });

  it('with the tables that lead on, those of the workspace first', () => {
    const found = offered('SearchEngine se;\nse.addField("|');

    expect(found.find(({ label }) => label === 'ticket.')).toMatchObject({ goesOn: true, distance: 1 });
    expect(found.find(({ label }) => label === 'sale.')).toMatchObject({ goesOn: true, distance: 2 });
    expect(found.map(({ label }) => label)).toContain('chat_session.status');
  });

  it('of a search’s fields first those that the script has added', () => {
    const source = 'SearchEngine se;\nse.addField("ticket.title");\nse.addFields("ejuser", "id,email");\n';
    const near = offered(`${source}se.getField("|`).filter(({ distance }) => distance === 0);

    expect(near.map(({ label }) => label)).toEqual(['ticket.title', 'ejuser.id', 'ejuser.email']);
  });

  it('in quotes where there are none yet, and without where a number is wanted', () => {
    const inputs = offered(`${given}ed.getInputValue(|`);
    expect(inputs.find(({ label }) => label === 'chatMessage.message')?.insert).toBe('"chatMessage.message"');
    const statuses = offered('setChatStatus(1, |');
    expect(statuses.find(({ label }) => label === '7 Finished')?.insert).toBe('7');
  });

  it('with what it means', () => {
    const found = offered('addChatMessage(1, "a", 1, "b", |').find(({ label }) => label === '17 Options');

    expect(found?.about?.[0]?.doc).toMatch(/options to click/);
  });
});

describe('a function says', () => {
  it('what it does, what its parameters are, and which numbers they take', () => {
    const found = ask('hover', 'addChat|Message(1, "a", 1, "b", 16, "");');

    expect(found).toMatchObject({
      about: [{ doc: expect.stringMatching(/^Puts a message into a session/) as string }],
    });
    expect(JSON.stringify(found)).toContain('1 ToCustomer · 2 ToUser');
  });

  const callable = [
    ...botLibrary.functions.map((native) => ['', native] as const),
    ...botLibrary.arrayMethods.map((native) => ['Array', native] as const),
    ...botLibrary.structMethods.map((native) => ['Struct', native] as const),
    ...botLibrary.classes.flatMap(({ name, methods }) => methods.map((native) => [name, native] as const)),
  ].filter(([, { needsServer, divided }]) => needsServer === undefined && divided !== true);

  it('so whichever it is, of all that run here', () => {
    const unsaid = callable
      .map(([owner, { signature }]) => keyOf({ owner, name: parseSignature(signature).name }))
      .filter((key) => !entries().has(key));

    expect([...new Set(unsaid)]).toEqual([]);
  });

  it('nothing of functions or parameters that there are not', () => {
    const known = new Map<string, Set<string>>();
    for (const [owner, { signature }] of callable) {
      const { name, parameters } = parseSignature(signature);
      const names = known.get(keyOf({ owner, name })) ?? new Set();
      for (const parameter of parameters) names.add(parameter.name);
      known.set(keyOf({ owner, name }), names);
    }
    const shared = new Set([...known.values()].flatMap((names) => [...names]));
    const wrong = [...entries()].flatMap(([key, { parameters }]) => [
      ...(known.has(key) ? [] : [key]),
      ...Object.keys(parameters)
        .filter((name) => !shared.has(name))
        .map((name) => `${key} ${name}`),
    ]);

    expect(wrong).toEqual([]);
  });
});

describe('what is said is about what there is:', () => {
  it.each([
    ['status', numbers.status],
    ['messageType', numbers.messageType],
    ['specialType', numbers.specialType],
    ['eventType', numbers.eventType],
    ['faqAccess', numbers.faqAccess],
    ['webhookState', numbers.webhookState],
  ] as const)('the numbers of %s are those of the engine', (name, known) => {
    const values: readonly number[] = Object.values(known);

    expect(sets[name].choices.map(({ text }) => Number(text))).toEqual([...values].sort((a, b) => a - b));
  });

  it('every input that a script is given', () => {
    const names = new Set(roles.flatMap((role) => role.names.split(' ')));

    expect([...names].filter((name) => !Object.hasOwn(inputEntries, name))).toEqual([]);
    expect(Object.keys(inputEntries).filter((name) => !names.has(name))).toEqual([]);
  });

  it('every column of the chat’s tables that is read live', () => {
    const talking = ['chat_session', 'chat_message', 'chat_topic_user'];
    const columns = (table: string) => [...(liveRows(world, table, String)[0]?.cells.keys() ?? [])];

    for (const table of [...talking, 'ejuser', 'kb_category', 'kb_entry']) {
      const said = Object.keys(columnEntries[table] ?? {});
      expect(columns(table).filter((name) => !said.includes(name))).toEqual([]);
    }
  });

  it('operators that a search understands', () => {
    expect(operators.choices.filter(({ text }) => operatorOf(text) === undefined)).toEqual([]);
  });
});
