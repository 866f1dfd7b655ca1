import { describe, expect, it } from 'vitest';
import type { WorldFile } from '../../../src/engine/definition.ts';
import { createWorld } from '../../../src/engine/create-world.ts';
import { step } from '../../../src/engine/step.ts';
import { otherAgents } from '../../../src/bots/javascript/other-agents.ts';
import { bothLanguages, playJs } from './stage.ts';

const printed = (source: string, more: Partial<WorldFile> = {}): string => {
  const played = playJs(source, more);
  expect(played.failure).toBe('');
  return played.printed;
};

const caught = (source: string, more: Partial<WorldFile> = {}): string =>
  printed(`try { ${source} } catch (error) { print(String(error)); }`, more);

const mock = (url: string, response: object, method = 'GET') =>
  ({ mocks: [{ request: { method, url }, responses: [response] }] }) as Partial<WorldFile>;

describe('fetch', () => {
  it('is answered by a mock, as text', () => {
    const answer = { status: 201, headers: { 'Content-Type': 'text/plain' }, body: 'Hi' };

    expect(
      printed(
        `const response = await fetch('https://example.com/a');
         print(JSON.stringify([response.ok, response.status, response.statusText, response.url,
           response.headers.get('content-TYPE'), response.headers.has('none'), await response.text(), response.bodyUsed]));`,
        mock('https://example.com/a', answer),
      ),
    ).toBe('[true,201,"Created","https://example.com/a","text/plain",false,"Hi",true]');
  });

  it('gives what JSON describes, and rejects what is none', () => {
    const more = mock('https://example.com/a', { status: 200, body: '{"joke":"Ha"}' });
    expect(printed(`print((await (await fetch('https://example.com/a')).json()).joke);`, more)).toBe('Ha');

    const broken = mock('https://example.com/a', { status: 500, body: '<html>' });
    expect(caught(`await (await fetch('https://example.com/a')).json();`, broken)).toContain('SyntaxError');
  });

  it('reads a body once', () => {
    const more = mock('https://example.com/a', { body: 'x' });

    expect(
      caught(`const r = await fetch('https://example.com/a'); await r.text(); await r.text();`, more),
    ).toContain('read before');
  });

  it('sends a method, headers and a body', () => {
    const { events } = playJs(
      `await fetch('https://example.com/a', { method: 'post', headers: { 'X-Key': 1 }, body: JSON.stringify({ a: 1 }) });`,
      mock('https://example.com/a', { body: '' }, 'POST'),
    );

    expect(events.find(({ type }) => type === 'http.called')).toMatchObject({
      method: 'POST',
      sent: '{"a":1}',
      status: 200,
      answeredBy: 'mock',
    });
  });

  it('rejects where nobody answers, and the script goes on', () => {
    expect(caught(`await fetch('https://example.com/b');`)).toBe(
      'TypeError: fetch failed: offline: no mock for GET https://example.com/b',
    );
    expect(caught(`await fetch('https://example.com/b', { body: 'x' });`)).toContain('a GET has no body');
  });

  it('ends the step with what it needs, in a workspace that asks', () => {
    const world = createWorld({
      startsAt: '2024-01-01T10:00:00Z',
      folders: [
        {
          id: 1,
          name: 'F',
          scripts: [
            {
              id: 1,
              name: 'tool',
              language: 'javascript',
              source: `try { print(await (await fetch('https://example.com/c')).text()); } catch { print('caught'); }`,
            },
          ],
        },
      ],
    });
    const input = { type: 'admin.runsScript', script: 1 } as const;
    const request = { step: 1, input, asks: true };

    const asked = step(world, request, bothLanguages());
    expect(asked).toMatchObject({
      kind: 'needs',
      request: { method: 'GET', url: 'https://example.com/c', headers: {}, body: '' },
    });

    const answers = [{ method: 'GET', url: 'https://example.com/c', status: 200, body: 'there' }];
    const answered = step(world, { ...request, answers }, bothLanguages());
    expect(answered.kind === 'committed' && answered.events).toContainEqual(
      expect.objectContaining({ type: 'script.printed', text: 'there' }),
    );
  });
});

const people = {
  tables: {
    customer: [
      { id: 1, name: "Ada O'Hara", email: 'ada@example.org', age: 30 },
      { id: 2, name: 'Bo', email: 'bo@example.org', age: 20 },
      { id: 3, name: 'Ann', email: '', age: 40 },
    ],
  },
};

const search = (columns: string, order = '', restriction = '', page = 0, size = 0): string =>
  `await soApi.getArchiveAgent().getArchiveListByColumns2Async('dynamic', ${JSON.stringify(columns)}, ${JSON.stringify(order)}, ${JSON.stringify(restriction)}, '', ${String(page)}, ${String(size)})`;

describe('soApi.getArchiveAgent()', () => {
  it('searches the tables of the world', () => {
    expect(
      JSON.parse(
        printed(`print(JSON.stringify(${search('customer.name', '', 'customer.id = 2')}));`, people),
      ),
    ).toEqual([
      {
        entityName: 'customer',
        primaryKey: 2,
        columnData: { 'customer.name': { displayValue: 'Bo', tooltipHint: '', linkHint: '' } },
        linkHint: '',
        styleHint: '',
      },
    ]);
  });

  it.each([
    ["customer.name begins 'A'", '1,3'],
    ["customer.name = 'Ada O''Hara'", '1'],
    ['customer.name = "Bo" or customer.age > 30', '2,3'],
    ["(customer.name = 'Bo' or customer.name = 'Ann') and customer.age >= 40", '3'],
    ["customer.email contains 'EXAMPLE' and customer.age < 30", '2'],
    ['customer.id in (1, 3)', '1,3'],
    ["customer.id notIn ['1','3']", '2'],
    ['customer.email isNull', '3'],
    ['', '1,2,3'],
  ])('restricts by %s', (restriction, ids) => {
    expect(
      printed(
        `print((${search('customer.name', '', restriction)}).map((row) => row.primaryKey).join());`,
        people,
      ),
    ).toBe(ids);
  });

  it('orders, and gives a page', () => {
    const source = search('customer.name,customer.age', 'customer.age desc', '', 1, 2);

    expect(
      printed(`print((${source}).map((row) => row.columnData['customer.age'].displayValue).join());`, people),
    ).toBe('20');
  });

  it.each([
    [search('customer.name', '', 'customer.name begins'), 'cannot be read at'],
    [search('customer.name', '', '(customer.id = 1'), 'cannot be read at'],
    [search('customer.name', '', 'customer.id ~ 1'), 'NotAvailableOffline: SearchEngine: the operator "~"'],
    [search('sale.name'), 'NotAvailableOffline: SearchEngine needs the table "sale"'],
    [search('name'), 'RunTimeException: SearchEngine: "name" is no field'],
    [
      `await soApi.getArchiveAgent().getArchiveListByColumns2Async('FindContact', 'name', '', '', '', 0, 10)`,
      'NotAvailableOffline: The archive provider "FindContact"',
    ],
    [
      'await soApi.getArchiveAgent().getProviderNamesAsync()',
      'NotAvailableOffline: ArchiveAgent.getProviderNamesAsync needs a SuperOffice database. Add a fixture or mock to continue.',
    ],
  ])('rejects %s', (source, words) => {
    expect(caught(`${source};`, people)).toContain(words);
  });
});

describe('the other agents of soApi', () => {
  it('are all there, and reject what needs a server, in the words of CRMScript', () => {
    const answer = printed(`for (const name of ${JSON.stringify(otherAgents)}) {
        const call = soApi['get' + name]().doSomethingAsync();
        await call.catch((error) => printLine(error.name + ': ' + error.message));
      }`);

    expect(answer.trim().split('\n')).toEqual(
      otherAgents.map(
        (name) =>
          `NotAvailableOffline: ${name}.doSomethingAsync needs a SuperOffice database. Add a fixture or mock to continue.`,
      ),
    );
  });

  it('work on tables of the world that stand in for theirs', () => {
    const more = { tables: { NSSaleEntity: [{ id: 4, Heading: 'Boat', Amount: 10 }] } };
    const {
      printed: answer,
      world,
      failure,
    } = playJs(
      `const agent = soApi.getSaleAgent();
       const sale = await agent.getSaleEntityAsync(4);
       sale.heading = 'Ship';
       await agent.saveSaleEntityAsync(sale);
       const made = await agent.saveSaleEntityAsync({ heading: 'Car' });
       print(JSON.stringify([sale, made, await agent.getSaleEntityListAsync([4, 5]), await agent.getSaleEntityAsync(9)]));
       await agent.deleteSaleEntityAsync(5);`,
      more,
    );

    expect(failure).toBe('');
    expect(JSON.parse(answer)).toEqual([
      { id: 4, heading: 'Ship', amount: 10, saleId: 4 },
      { id: 5, heading: 'Car', saleId: 5 },
      [
        { id: 4, heading: 'Ship', amount: 10, saleId: 4 },
        { id: 5, heading: 'Car', saleId: 5 },
      ],
      null,
    ]);
    expect(world.tables['NSSaleEntity']).toHaveLength(1);
  });

  it('are not there where SuperOffice has none of the name', () => {
    expect(playJs('soApi.getNothingAgent();').failure).toContain('1: TypeError');
    expect(playJs('await soApi.getSaleAgent().getSaleEntity(1);').failure).toContain('1: TypeError');
  });
});
