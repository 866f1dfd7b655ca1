import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScenarioFile, ScenarioStep } from '../../src/scenario/format.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { replacePersonalDetails } from '../../src/scenario/personal-details.ts';
import { replay } from '../../src/scenario/replay.ts';
import { writeScenario } from '../../src/scenario/write.ts';
import { readFile, scenarioPaths } from './links.ts';
import { helpDesk } from './scenarios.ts';
import { bothLanguages } from '../bots/javascript/stage.ts';

const runScript = bothLanguages();

const customer = {
  alias: 'Ada',
  name: 'Ada Berg',
  email: 'ada.berg@acme.example',
  phone: '+47 987 65 432',
  company: 'Acme Tools AS',
};

const writes = (text: string, session = 1): ScenarioStep => ({
  input: { type: 'customer.writes', session, text },
});
const says = (text: string): ScenarioStep => ({
  input: { type: 'agent.writes', agent: 1, session: 1, text },
});

/** A file about Ada Berg with these steps, and this in its world. */
function aboutAda(steps: readonly ScenarioStep[], world: object = {}): ScenarioFile {
  const desk = helpDesk({ input: { type: 'customer.connects', channel: 1, customer } }, ...steps);
  return { ...desk, world: { ...desk.world, ...world } };
}

const textsOf = ({ steps }: ScenarioFile) =>
  steps.flatMap(({ input }) => ('text' in input ? [input.text] : []));
const replaced = (text: string) => textsOf(replacePersonalDetails(aboutAda([writes(text)])).file)[0];

describe('replacing personal details', () => {
  it('puts a persona in the place of who connects, with an address and a number that are nobody’s', () => {
    const { file } = replacePersonalDetails(aboutAda([]));

    expect(file.steps[0]?.input).toMatchObject({
      customer: {
        alias: 'Alba',
        name: 'Alba Ashdown',
        email: 'alba.ashdown@example.com',
        phone: '+47 000 00 001',
        company: 'Example Works',
      },
    });
  });

  it('knows those who are saved as contacts, and replaces them in quick replies', () => {
    const input = { type: 'admin.savesContact', contact: { id: 1, ...customer } } as const;
    const quickReply = { id: 1, agent: 1, name: 'Ada', text: 'Call Ada Berg: +47 987 65 432' };
    const { file } = replacePersonalDetails(
      helpDesk({ input }, { input: { type: 'admin.savesQuickReply', quickReply } }),
    );

    expect(file.steps[0]?.input).toMatchObject({
      contact: { name: 'Alba Ashdown', company: 'Example Works' },
    });
    expect(file.steps[1]?.input).toMatchObject({
      quickReply: { agent: 1, text: 'Call Alba Ashdown: +47 000 00 001' },
    });
  });

  it.each([
    ['a full name', 'I am Ada Berg.', 'I am Alba Ashdown.'],
    ['the first name', 'Hello Ada!', 'Hello Alba!'],
    ['the family name', 'Mrs Berg is here', 'Mrs Ashdown is here'],
    ['the family name first', 'Berg, Ada', 'Ashdown, Alba'],
    ['small letters', 'ada berg here', 'alba ashdown here'],
    ['capitals', 'ADA BERG', 'ALBA ASHDOWN'],
    ['whose it is', "This is Ada’s or Berg's", "This is Alba’s or Ashdown's"],
    ['only whole words', 'Adam from Bergen, Nevada', 'Adam from Bergen, Nevada'],
    ['an address of mail', 'Write to <Ada.Berg@ACME.example>.', 'Write to <alba.ashdown@example.com>.'],
    ['the number without its country', 'Call 98765432 now', 'Call +47 000 00 001 now'],
    ['the number with other signs', 'Call 0047 98-76-54-32', 'Call +47 000 00 001'],
    ['the company', 'ACME tools as sent it', 'Example Works sent it'],
    [
      'whose it is, without an apostrophe',
      'Adas Auftrag, Bergs hus, but adas',
      'Albas Auftrag, Ashdowns hus, but adas',
    ],
    ['names in the name of a file', 'cv-ada-berg.pdf', 'cv-alba-ashdown.pdf'],
    ['names in markup and in JSON', '<b>Ada</b> {"name":"Berg"}', '<b>Alba</b> {"name":"Ashdown"}'],
    [
      'nothing in dates, amounts and orders',
      'Order 10248 of 2026-03-02, 1.250,00',
      'Order 10248 of 2026-03-02, 1.250,00',
    ],
  ])('finds %s', (_, text, expected) => {
    expect(replaced(text)).toBe(expected);
  });

  it('finds a number that stands in one run with other digits', () => {
    const file = aboutAda([says('Call 98765432 12.30, or +47 98765432 / 22 33')]);

    expect(textsOf(replacePersonalDetails(file).file)).toEqual([
      'Call +47 000 00 001 12.30, or +47 000 00 001 / 22 33',
    ]);
  });

  it('finds names with letters beyond ASCII as addresses and forms write them, and each half of a double name', () => {
    const steps: readonly ScenarioStep[] = [
      { input: { type: 'customer.connects', channel: 1, customer: { name: 'Åse Moe-Bjørn' } } },
      writes('name=%C3%85se+Moe-Bj%C3%B8rn&x=%C3%A6', 2),
      writes('Hei, Bjørn her', 2),
    ];

    expect(textsOf(replacePersonalDetails(aboutAda(steps)).file)).toEqual([
      'name=Bruno+Birkwood&x=%C3%A6',
      'Hei, Birkwood her',
    ]);
  });

  it('takes addresses and numbers that customers write for personal, and agents’ for what they are', () => {
    const file = aboutAda(
      [
        writes('mail bob@private.example or call 12 34 56 78'),
        says('We wrote to bob@private.example, I am kari@desk.example'),
      ],
      { agents: [{ id: 1, name: 'Kari Nord', email: 'kari@desk.example' }] },
    );

    expect(textsOf(replacePersonalDetails(file).file)).toEqual([
      'mail alba.ashdown.2@example.com or call +47 000 00 002',
      'We wrote to alba.ashdown.2@example.com, I am kari@desk.example',
    ]);
  });

  it('reaches everything: notes, expectations, forms, tables, contacts, scripts, mocks, the description', () => {
    const said = 'Ada Berg of Acme Tools AS, ada.berg@acme.example, 98765432';
    const source = `String Ada = "Ada Berg"; // asks Ada\n/* Berg */ print(Ada + 'Berg');`;
    const world = {
      folders: [{ name: 'Bot', scripts: [{ id: 1, name: 'bot register', source }] }],
      contacts: [{ id: 1, name: 'Ada Berg', company: 'Acme Tools AS', phone: '98765432' }],
      quickReplies: [{ id: 1, name: 'Hello', text: said }],
      tables: { person: [{ name: 'Ada Berg', type: 'Berg', deep: { mail: 'ada.berg@acme.example' } }] },
      mocks: [
        {
          request: {
            url: 'https://crm.example/find?mail=ada.berg%40acme.example&name=Ada%20Berg&tel=98765432',
          },
          responses: [{ body: JSON.stringify({ name: 'Ada Berg' }) }],
        },
      ],
      faq: { entries: [{ id: 1, title: said, answer: said }] },
    };
    const form: ScenarioStep = {
      input: {
        type: 'customer.submitsForm',
        session: 1,
        form: 'preChat',
        fields: { ...customer, alias: undefined, question: said } as never,
      },
      note: said,
      expect: [{ event: 'session.updated', 'fields.name': 'Ada Berg' }, { refused: said }],
    };
    const file = { ...aboutAda([form], world), description: said, name: said };

    const text = writeScenario(replacePersonalDetails(file).file);

    expect(text).not.toMatch(/berg|acme|98765432/i);
    expect(text.match(/\bAda\b/g)).toHaveLength(2); // the variable
    expect(text).toContain(`String Ada = \\"Alba Ashdown\\"; // asks Alba`);
    expect(text).toContain('mail=alba.ashdown%40example.com&name=Alba%20Ashdown&tel=%2B47%20000%2000%20001');
    expect(parseScenario(text).ok).toBe(true);
  });

  it('leaves agents alone, also where a customer is called like one', () => {
    const file = helpDesk(
      { input: { type: 'customer.connects', channel: 1, customer: { name: 'Kari Berg' } } },
      says('Kari here. Who is Kari Berg? I am Kari Nord.'),
    );

    const { file: changed } = replacePersonalDetails(file);

    expect(changed.world).toEqual(file.world);
    expect(changed.steps[0]?.input).toMatchObject({ customer: { name: 'Alba Ashdown' } });
    expect(textsOf(changed)).toEqual(['Kari here. Who is Alba Ashdown? I am Kari Nord.']);
  });

  it('leaves names alone that are words, where they are written as words', () => {
    const file = helpDesk(
      { input: { type: 'customer.connects', channel: 1, customer: { name: 'Will Young', company: 'Post' } } },
      writes('will you post it, or will young Will? will young, Post, POST'),
    );

    expect(textsOf(replacePersonalDetails(file).file)).toEqual([
      'will you post it, or alba ashdown Alba? alba ashdown, Example Works, Example Works',
    ]);
  });

  it('gives the same person the same persona, and two people two', () => {
    const connects = (who: object): ScenarioStep => ({
      input: { type: 'customer.connects', channel: 1, customer: who },
    });
    const file = helpDesk(
      connects({ name: 'Ada Berg', email: 'ada@a.example' }),
      connects({ name: 'Ada Lind' }),
      connects({ alias: 'shopper77' }),
      writes('shopper77 here', 3),
      {
        input: {
          type: 'customer.submitsForm',
          session: 3,
          form: 'preChat',
          fields: { name: 'Carl Lind', email: 'ADA@a.example' },
        },
      },
      writes('Carl and Ada Berg', 3),
    );

    const { steps } = replacePersonalDetails(file).file;

    expect(steps.map(({ input }) => input)).toMatchObject([
      { customer: { name: 'Alba Ashdown', email: 'alba.ashdown@example.com' } },
      { customer: { name: 'Alba Birkwood' } },
      { customer: { alias: 'bruno' } },
      { text: 'bruno here' },
      { fields: { name: 'Bruno Birkwood', email: 'alba.ashdown@example.com' } },
      { text: 'Bruno and Alba Ashdown' },
    ]);
  });

  it('takes nobody for a person: customers who are only numbered', () => {
    const file = helpDesk(
      { input: { type: 'customer.connects', channel: 1, customer: { alias: 'Customer 3' } } },
      writes('Are you my customer?'),
    );

    expect(replacePersonalDetails(file)).toMatchObject({ file, replacements: [] });
  });

  it('finds names in writings without blanks between words', () => {
    const file = helpDesk(
      { input: { type: 'customer.connects', channel: 1, customer: { name: '山田太郎' } } },
      writes('山田太郎です。'),
    );

    expect(textsOf(replacePersonalDetails(file).file)).toEqual(['Albaです。']);
  });

  it('invents nobody who is in the file already', () => {
    const file = aboutAda([says('Alba, Bruno and ashdown; Example Works')]);

    expect(replacePersonalDetails(file).file.steps[0]?.input).toMatchObject({
      customer: { name: 'Clea Birkwood', company: 'Example Trading' },
    });
  });

  it('has names enough for thousands of people', () => {
    const people = Array.from({ length: 3000 }, (_, n) => `Name${String(n)}x Family${String(n)}x`);
    const file = helpDesk(
      ...people.map((name): ScenarioStep => ({
        input: { type: 'customer.connects', channel: 1, customer: { name } },
      })),
    );

    const names = replacePersonalDetails(file).file.steps.map(({ input }) =>
      input.type === 'customer.connects' ? input.customer?.name : '',
    );

    expect(new Set(names.map((name) => name?.split(' ')[0])).size).toBe(3000);
    expect(names.every((name) => /^[A-Z][a-z]+ [A-Z][a-z]+$/.test(name ?? ''))).toBe(true);
  });

  it('tells what was replaced, how often and where', () => {
    const { replacements } = replacePersonalDetails(
      aboutAda([writes('Ada Berg and Ada'), says('Hello Ada, Ada!')]),
    );

    expect(replacements).toContainEqual({
      kind: 'firstName',
      from: 'Ada',
      to: 'Alba',
      count: 4,
      places: ['steps[0].input.customer.alias', 'steps[1].input.text', 'steps[2].input.text'],
    });
    expect(replacements).toContainEqual({
      kind: 'name',
      from: 'Ada Berg',
      to: 'Alba Ashdown',
      count: 2,
      places: ['steps[0].input.customer.name', 'steps[1].input.text'],
    });
  });

  it('takes the hashes away, which others would have', () => {
    const hashed = { ...aboutAda([]), version: 2 as const, rules: 1 };
    const file = { ...hashed, steps: hashed.steps.map((step) => ({ ...step, hash: '0123abcd' })) };

    const changed = replacePersonalDetails(file).file;

    expect(writeScenario(changed)).not.toMatch(/"hash"|"rules"/);
  });

  it.each(scenarioPaths.filter((path) => path.startsWith('public/')))(
    'leaves %s a scenario that plays',
    (path) => {
      const { file } = replacePersonalDetails(readFile(path));

      expect(parseScenario(writeScenario(file)).ok).toBe(true);
      expect(replay(file, runScript).steps.some(({ outcome }) => outcome === 'failed')).toBe(false);
    },
  );

  it('leaves a scenario a scenario, whatever its customers are called', () => {
    const words = [
      'customer',
      'message',
      'modern',
      'Bot',
      'event',
      'status',
      'Kari',
      'İ',
      'a@b.example',
      '1234567890',
      '$&',
      '"',
    ];
    const word = fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'grapheme', maxLength: 12 }));
    const phrase = fc.array(word, { maxLength: 4 }).map((parts) => parts.join(' '));
    const who = fc.record({ alias: phrase, name: phrase, email: word, phone: word, company: phrase });

    fc.assert(
      fc.property(who, phrase, (customer, text) => {
        const sample = readFile('public/scenarios/echobot-bot-first.json');
        const steps: ScenarioStep[] = [
          { input: { type: 'customer.connects', channel: 1, customer } },
          writes(text),
        ];
        const changed = replacePersonalDetails({ ...sample, steps: [...sample.steps, ...steps] });

        expect(parseScenario(writeScenario(changed.file))).toMatchObject({ ok: true });
        const again = replacePersonalDetails({ ...sample, steps: [...sample.steps, ...steps] });
        expect([again.file, again.replacements]).toEqual([changed.file, changed.replacements]);
      }),
      { numRuns: 100 },
    );
  });
});
