import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../../../src/engine/create-world.ts';
import type { WorldFile } from '../../../../src/engine/definition.ts';
import { fits, placeBefore, type ListRow } from '../../../../src/ui/settings/list/list-row.ts';
import { rightsByChannel, withRights } from '../../../../src/ui/settings/things/agent-rights.ts';
import { faqLines, folderChoices, unfolded } from '../../../../src/ui/settings/things/faq-tree.ts';
import { reordered } from '../../../../src/ui/settings/things/quick-reply-order.ts';
import { readLines, webhookOf, webhookValue } from '../../../../src/ui/settings/things/webhook-value.ts';
import { after } from '../../../engine/given.ts';

const rows: readonly ListRow[] = [
  { key: '1', name: 'Hello', detail: 'Kari Nord', group: 'a' },
  { key: '2', name: 'Bye', group: 'a' },
  { key: '3', name: 'Wait', group: 'b' },
];

describe('a list of settings', () => {
  it('finds rows that have all the words, in name or detail, whatever their case', () => {
    expect(rows.filter((row) => fits(row, 'NORD hel')).map(({ key }) => key)).toEqual(['1']);
    expect(rows.filter((row) => fits(row, 'nord bye'))).toEqual([]);
    expect(rows.filter((row) => fits(row, ''))).toHaveLength(3);
  });

  it('moves a row among those of its group, and nowhere past them', () => {
    expect(placeBefore(rows, '2', -1)).toBe('1');
    expect(placeBefore(rows, '1', 1)).toBeNull();
    expect(placeBefore(rows, '1', -1)).toBeUndefined();
    expect(placeBefore(rows, '2', 1)).toBeUndefined();
    expect(placeBefore(rows, '3', -1)).toBeUndefined();
  });
});

describe('the order of quick replies', () => {
  const world: WorldFile = {
    startsAt: '2026-03-02T09:00:00Z',
    agents: [
      { id: 1, name: 'Kari' },
      { id: 2, name: 'Ola' },
    ],
    quickReplies: [1, 2, 3, 4, 5].map((id) => ({ id, agent: id === 3 ? 2 : 1, name: `r${String(id)}` })),
  };
  const given = () => createWorld(world);

  it.each([
    [5, 1, ['r5', 'r1', 'r2', 'r4']],
    [1, 5, ['r2', 'r4', 'r1', 'r5']],
    [2, 0, ['r1', 'r4', 'r5', 'r2']],
    [2, 2, ['r1', 'r2', 'r4', 'r5']],
  ])('puts %i before %i, and leaves the replies of others alone', (id, before, wanted) => {
    const moved = after(given(), ...reordered(given().quickReplies, id, before));

    expect(moved.quickReplies.filter(({ agent }) => agent === 1).map(({ name }) => name)).toEqual(wanted);
    expect(moved.quickReplies.find(({ agent }) => agent === 2)).toMatchObject({ id: 3, name: 'r3' });
  });
});

describe('the rights of an agent', () => {
  const office = () =>
    createWorld({
      startsAt: '2026-03-02T09:00:00Z',
      agents: [
        { id: 1, name: 'Kari' },
        { id: 2, name: 'Ola' },
      ],
      channels: [
        { id: 1, name: 'Help', members: [{ agent: 2 }, { agent: 1, manager: true }] },
        { id: 2, name: 'Shop' },
        { id: 3, name: 'Same', members: [{ agent: 1 }] },
      ],
    });

  it('are saved with each channel where they changed, in its place among the members; none is no member', () => {
    const before = office();
    const wanted = { '1': [], '2': ['canListen'], '3': ['canRespond', 'notifications'] } as const;

    const inputs = withRights(before, 1, wanted);

    expect(inputs.map((input) => input.type === 'admin.savesChannel' && input.channel.id)).toEqual([1, 2]);
    const now = after(before, ...inputs);
    expect(rightsByChannel(now, 1)).toEqual(wanted);
    expect(now.channels[0]?.members.map(({ agent }) => agent)).toEqual([2]);
    const back = after(now, ...withRights(now, 2, { '1': ['manager'] }));
    expect(rightsByChannel(back, 2)).toMatchObject({ '1': ['manager'] });
  });
});

describe('the tree of the FAQ', () => {
  const folders = [
    { id: 1, parent: 0, name: 'Shop' },
    { id: 2, parent: 1, name: 'Delivery' },
    { id: 3, parent: 9, name: 'Lost' },
    { id: 4, parent: 5, name: 'Round' },
    { id: 5, parent: 4, name: 'And round' },
  ];
  const entries = [
    { id: 1, folder: 2, title: 'Cost' },
    { id: 2, folder: 0, title: 'Where' },
    { id: 3, folder: 9, title: 'Gone' },
  ];

  it('has everything once, with folders that are gone or lie in themselves at the top', () => {
    const lines = faqLines(folders, entries).map(({ name, depth }) => `${'-'.repeat(depth)}${name}`);

    expect(lines).toEqual(['Lost', 'Shop', '-Delivery', '--Cost', 'Round', '-And round', 'Where', 'Gone']);
  });

  it('hides what lies below a folded folder, and nothing else', () => {
    const lines = unfolded(faqLines(folders, entries), new Set([1, 4])).map(({ name }) => name);

    expect(lines).toEqual(['Lost', 'Shop', 'Round', 'Where', 'Gone']);
  });

  it('offers folders by their whole path, and one that is gone as such', () => {
    const choices = folderChoices(folders.slice(0, 2), 7, 'None');

    expect(choices.map(({ label }) => label)).toEqual(['None', 'Shop', 'Shop / Delivery', '7 (gone)']);
  });
});

describe('a webhook in its form', () => {
  const name = fc.stringMatching(/^[A-Za-z][A-Za-z-]{0,8}$/);
  const json = fc.oneof(fc.integer(), fc.boolean(), fc.constant('text with spaces'), fc.constant([1, 'a']));

  it('is the same again once it is saved as it was shown', () => {
    const webhooks = fc.record({
      id: fc.constant(3),
      name: fc.constant('Orders'),
      type: fc.constantFrom('webhook' as const, 'crmscript' as const),
      url: fc.constant('https://orders.test/'),
      events: fc.subarray(['chatsession.created', 'chatsession.message', 'webhook2.errors']),
      state: fc.constantFrom(1 as const, 2 as const, 3 as const),
      secret: fc.constantFrom('', ' kept '),
      headers: fc.dictionary(name, fc.constantFrom('a', 'b: c', '')),
      properties: fc.dictionary(name, json),
      responses: fc.array(
        fc.constantFrom(
          200,
          500,
          'timeout' as const,
          { status: 200, delay: 1500 },
          { status: 'timeout' as const, delay: 10_000 },
          { error: 'refused' },
          { delay: 20, error: 'no route' },
        ),
      ),
    });
    fc.assert(
      fc.property(webhooks, (webhook) => {
        expect(webhookOf(webhookValue(webhook), 3)).toEqual(webhook);
      }),
    );
  });

  it('says which line is none', () => {
    expect(readLines('X-A: 1\n\nwrong\nalso wrong').wrong).toBe('wrong');
    expect(readLines('X-A: 1\n').entries).toEqual([['X-A', '1']]);
  });
});
