import { describe, expect, it } from 'vitest';
import { createWorld } from '../../src/engine/create-world.ts';
import { searchFaq } from '../../src/engine/faq-search.ts';
import { freeId } from '../../src/engine/free-id.ts';
import type { Input } from '../../src/engine/inputs.ts';
import { danglingReferences, forbidsDeletion, type NamedKind } from '../../src/engine/dangling-references.ts';
import { settingOf } from '../../src/engine/setting.ts';
import type { World } from '../../src/engine/world.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { writeScenario } from '../../src/scenario/write.ts';
import { after, committed, connects, take, writes } from './given.ts';

/** A world in which everything is named by something else. */
const office = (): World =>
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
        members: [{ agent: 1 }, { agent: 2, canRespond: false }],
        preChatForm: { faqEnabled: true, faqFolder: 1 },
      },
      { id: 2, name: 'Bot', members: [{ agent: 1 }], bot: { enabled: true, folder: 'Echo', name: 'Eko' } },
    ],
    folders: [
      {
        id: 1,
        name: 'Echo',
        scripts: [
          { id: 1, name: 'bot register' },
          { id: 2, name: 'bot message received', source: 'print x' },
          { id: 3, name: 'hook', includeName: 'on-hook' },
        ],
      },
    ],
    triggers: [{ id: 1, event: 403, script: 2 }],
    webhooks: [
      { id: 1, name: 'Own', type: 'crmscript', url: 'on-hook', events: ['chatsession.created'] },
      { id: 2, name: 'Far', url: 'https://far.test/', events: ['chatsession.created'], responses: [500] },
    ],
    faq: {
      folders: [
        { id: 1, name: 'Shop' },
        { id: 2, parent: 1, name: 'Delivery' },
      ],
      entries: [{ id: 1, folder: 1, title: 'Delivery time', question: 'When does it arrive?' }],
    },
    quickReplies: [{ id: 1, agent: 1, name: 'Hi', text: 'Hello' }],
    contacts: [{ id: 1, name: 'Ada' }],
  });

const told = (world: World, kind: NamedKind, id: number) =>
  Object.fromEntries(
    danglingReferences(world, kind, id).map(({ what, of }) => [what, of.map(({ name }) => name)]),
  );

/** One customer at the desk of the first agent, linked to a contact. */
const busy = () =>
  after(
    office(),
    connects,
    writes('something else'),
    { type: 'agent.picksUp', agent: 1, session: 1 },
    { type: 'agent.linksContact', agent: 1, session: 1, contact: 1 },
  );

const deletions: readonly Input[] = [
  { type: 'admin.deletesChannel', channel: 1 },
  { type: 'admin.deletesChannel', channel: 2 },
  { type: 'admin.deletesFolder', folder: 1 },
  { type: 'admin.deletesScript', script: 2 },
  { type: 'admin.deletesTrigger', trigger: 1 },
  { type: 'admin.deletesWebhook', webhook: 1 },
  { type: 'admin.deletesAgent', agent: 1 },
  { type: 'admin.deletesFaqEntry', faqEntry: 1 },
  { type: 'admin.deletesFaqFolder', faqFolder: 1 },
];

describe('what a deletion would leave behind', () => {
  it('is told of each kind, with the names of those that it concerns', () => {
    const world = busy();

    expect(told(world, 'agent', 1)).toEqual({
      chats: ['Ada'],
      memberships: ['Help', 'Bot'],
      unanswered: ['Help', 'Bot'],
      quickReplies: ['Hi'],
    });
    expect(told(world, 'agent', 2)).toEqual({ memberships: ['Help'] });
    expect(told(world, 'channel', 1)).toEqual({ customers: ['Ada'] });
    expect(told(world, 'folder', 1)).toEqual({
      bots: ['Bot'],
      triggers: ['bot message received'],
      handlers: ['Own'],
    });
    expect(told(world, 'script', 1)).toEqual({ bots: ['Bot'] });
    expect(told(world, 'script', 3)).toEqual({ handlers: ['Own'] });
    expect(told(world, 'faqFolder', 1)).toEqual({
      entries: ['Delivery time'],
      subfolders: ['Delivery'],
      suggestions: ['Help'],
    });
    expect(told(world, 'contact', 1)).toEqual({ links: ['Ada'] });
    expect(told(world, 'webhook', 9)).toEqual({});
  });

  it('is a refusal where the engine refuses: of an agent who has chats', () => {
    const world = busy();

    expect(danglingReferences(world, 'agent', 1).some(forbidsDeletion)).toBe(true);
    expect(take(world, { type: 'admin.deletesAgent', agent: 1 })).toMatchObject({
      kind: 'refused',
      reason: { code: 'agent-has-chats' },
    });
    expect(danglingReferences(world, 'agent', 2).some(forbidsDeletion)).toBe(false);
  });
});

describe('a world with deleted things in it (Q79)', () => {
  it.each(deletions)('goes on, whatever is done there, after %j', (deletion) => {
    const ended = after(busy(), { type: 'agent.ends', agent: 1, session: 1 });

    const world = committed(take(ended, deletion)).world;

    const acts: readonly Input[] = [
      writes('again'),
      { type: 'customer.connects', channel: 1 },
      { type: 'customer.connects', channel: 2 },
      { type: 'customer.writes', session: 2, text: 'delivery' },
      { type: 'customer.writes', session: 3, text: 'hi' },
      { type: 'agent.picksUpNext', agent: 1 },
      { type: 'agent.picksUpNext', agent: 2 },
      { type: 'clock.advances', by: 600_000 },
      { type: 'admin.purges' },
    ];
    const last = acts.reduce((now, act) => {
      const outcome = take(now, act);
      return outcome.kind === 'committed' ? outcome.world : now;
    }, world);
    expect(last.seq).toBeGreaterThan(world.seq);
  });

  it.each(deletions)('is a setting whose file can be opened again, after %j', (deletion) => {
    const ended = after(busy(), { type: 'agent.ends', agent: 1, session: 1 });
    const { world } = committed(take(ended, deletion));

    const file = writeScenario({
      format: 'rehearsal-scenario',
      version: 1,
      name: 'Setting',
      world: settingOf(world),
      steps: [],
    });

    expect(parseScenario(file)).toMatchObject({ ok: true });
  });

  it('suggests nothing from a folder that is gone, and finds its entries in the whole tree', () => {
    const world = after(office(), { type: 'admin.deletesFaqFolder', faqFolder: 1 });
    const found = (folder: number) =>
      searchFaq(world, { folder, access: 4, text: 'delivery' }).map(({ found: { id } }) => id);

    expect(found(1)).toEqual([]);
    expect(found(0)).toEqual([1]);
  });

  it('gives no number twice as long as something names it', () => {
    const world = after(
      office(),
      { type: 'admin.deletesAgent', agent: 2 },
      {
        type: 'admin.deletesFaqFolder',
        faqFolder: 2,
      },
    );

    expect(freeId(world, 'agent')).toBe(3);
    expect(freeId(world, 'faqFolder')).toBe(2);
    expect(freeId(world, 'trigger')).toBe(2);
    expect(freeId(busy(), 'contact')).toBe(2);
  });
});
