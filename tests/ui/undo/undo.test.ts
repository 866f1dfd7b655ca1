import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorldFile } from '../../../src/engine/definition.ts';
import type { Listener } from '../../../src/protocol/engine-api.ts';
import { createStore, requireWorld } from '../../../src/ui/store/store.ts';
import { createUndo } from '../../../src/ui/undo/undo.ts';
import { undoInput, type Undoable } from '../../../src/ui/undo/undoing.ts';
import { createFakeEngine } from '../fake-engine.ts';

const world: WorldFile = {
  startsAt: '2026-03-02T09:00:00Z',
  folders: [
    {
      id: 1,
      name: 'Bot',
      scripts: [1, 2, 3].map((id) => ({ id, name: `script ${String(id)}`, source: `// ${String(id)}` })),
    },
    { id: 2, name: 'Lib', scripts: [{ id: 9, name: 'lib', includeName: 'lib-a', source: 'x' }] },
  ],
  mocks: [1, 2, 3].map((id) => ({ id, request: { url: `https://${String(id)}.test/` } })),
  tables: { y_t: [{ id: 1 }] },
  agents: [1, 2, 3].map((id) => ({ id, name: `Agent ${String(id)}` })),
  channels: [1, 2, 3].map((id) => ({
    id,
    name: `Channel ${String(id)}`,
    members: [{ agent: 2, manager: true }],
    bot: { enabled: id === 2, folder: 'Bot', name: 'Eko' },
  })),
  triggers: [1, 2, 3].map((id) => ({ id, event: 400, script: id })),
  // One whose target does not answer 200: it could not be saved as it stands here.
  webhooks: [1, 2, 3].map((id) => ({
    id,
    name: `Hook ${String(id)}`,
    events: ['chatsession.created'],
    responses: id === 2 ? [500] : [200],
  })),
  contacts: [1, 2, 3].map((id) => ({ id, name: `Contact ${String(id)}` })),
  quickReplies: [1, 2, 3].map((id) => ({ id, agent: 2, name: `Reply ${String(id)}` })),
  faq: {
    folders: [1, 2, 3].map((id) => ({ id, parent: id === 3 ? 2 : 0, name: `Folder ${String(id)}` })),
    entries: [1, 2, 3].map((id) => ({ id, folder: 2, title: `Entry ${String(id)}` })),
  },
};

async function given() {
  let receive: Listener = () => undefined;
  const engine = createFakeEngine(world, (publication) => {
    receive(publication);
  });
  let ids = 0;
  const store = createStore(engine, {
    newId: () => String((ids += 1)),
    mono: () => 0,
    after: () => undefined,
  });
  receive = store.receive;
  await store.open(null);
  /** Does it, and gives what takes it back. */
  const does = async (input: Undoable) => {
    const before = requireWorld(store);
    await store.dispatch(input);
    const after = requireWorld(store);
    expect(after).not.toEqual(before);
    return () => undoInput(store, before, after, input);
  };
  const settings = () => {
    const { folders, mocks, tables, agents, channels, triggers, webhooks, ...world } = requireWorld(store);
    const { faqFolders, faqEntries, options, contacts, quickReplies, fileTypes } = world;
    const others = { faqFolders, faqEntries, options, contacts, quickReplies, fileTypes };
    return { folders, mocks, tables, agents, channels, triggers, webhooks, ...others };
  };
  return { store, does, settings };
}

const acts: readonly Undoable[] = [
  { type: 'admin.deletesScript', script: 1 },
  { type: 'admin.deletesScript', script: 2 },
  { type: 'admin.deletesScript', script: 3 },
  { type: 'admin.deletesFolder', folder: 2 },
  { type: 'admin.deletesMock', mock: 1 },
  { type: 'admin.deletesMock', mock: 3 },
  { type: 'admin.deletesTable', table: 'y_t' },
  { type: 'admin.savesScript', folder: 1, script: { id: 2, name: 'script 2', source: 'other' } },
  { type: 'admin.savesFolder', folder: { id: 1, name: 'Bot', scripts: [] } },
  { type: 'admin.movesMock', mock: 3, before: 1 },
  { type: 'admin.movesMock', mock: 1 },
  { type: 'admin.movesMock', mock: 2, before: 1 },
  { type: 'admin.savesMock', mock: { id: 2, request: { url: 'https://other.test/' } } },
  { type: 'admin.savesTable', table: 'y_t', rows: [] },
  { type: 'admin.deletesFolder', folder: 1 },
  { type: 'admin.deletesAgent', agent: 2 },
  { type: 'admin.deletesChannel', channel: 2 },
  { type: 'admin.deletesTrigger', trigger: 2 },
  { type: 'admin.deletesWebhook', webhook: 2 },
  { type: 'admin.deletesFaqFolder', faqFolder: 2 },
  { type: 'admin.deletesFaqEntry', faqEntry: 2 },
  { type: 'admin.savesAgent', agent: { id: 2, name: 'Other' } },
  { type: 'admin.savesChannel', channel: { id: 2, name: 'Other' } },
  { type: 'admin.savesTrigger', trigger: { id: 2, event: 403, script: 1, enabled: false } },
  { type: 'admin.savesWebhook', webhook: { id: 2, name: 'Other' } },
  { type: 'admin.savesFaqFolder', faqFolder: { id: 2, name: 'Other' } },
  { type: 'admin.savesFaqEntry', faqEntry: { id: 2, title: 'Other' } },
  { type: 'admin.deletesContact', contact: 2 },
  { type: 'admin.deletesQuickReply', quickReply: 2 },
  { type: 'admin.savesContact', contact: { id: 2, name: 'Other' } },
  { type: 'admin.savesQuickReply', quickReply: { id: 2, name: 'Other' } },
  { type: 'admin.setsFileTypes', fileTypes: ['pdf'] },
  { type: 'admin.setsOptions', options: { idleSeconds: 7, strictDiagram: true } },
  // What was not there before is deleted again.
  { type: 'admin.savesFolder', folder: { name: 'New' } },
  { type: 'admin.savesScript', folder: 2, script: { id: 20, name: 'new' } },
  { type: 'admin.savesMock', mock: { request: { url: 'https://new.test/' } } },
  { type: 'admin.savesTable', table: 'y_new', rows: [] },
  { type: 'admin.savesAgent', agent: { id: 9, name: 'New' } },
  { type: 'admin.savesChannel', channel: { id: 9, name: 'New' } },
  { type: 'admin.savesTrigger', trigger: { id: 9, event: 400, script: 1 } },
  { type: 'admin.savesWebhook', webhook: { id: 9, name: 'New' } },
  { type: 'admin.savesFaqFolder', faqFolder: { id: 9, name: 'New' } },
  { type: 'admin.savesFaqEntry', faqEntry: { id: 9, title: 'New' } },
  { type: 'admin.savesContact', contact: { id: 9, name: 'New' } },
  { type: 'admin.savesQuickReply', quickReply: { id: 9, name: 'New', agent: 1 } },
];

describe('taking back', () => {
  it.each(acts)('puts everything where it was, in its order: %j', async (act) => {
    const { does, settings } = await given();
    const before = settings();

    const back = await does(act);

    expect(await back()).toBe('');
    expect(settings()).toEqual(before);
  });

  it('gives the same settings back after any of them, one after the other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...acts], { minLength: 2, maxLength: 8 }), async (some) => {
        const { store, settings } = await given();
        const first = settings();
        const backs: (() => Promise<string>)[] = [];
        for (const act of some) {
          const before = requireWorld(store);
          if ((await store.dispatch(act)).kind !== 'committed') continue;
          const after = requireWorld(store);
          backs.unshift(() => undoInput(store, before, after, act));
        }

        // What names a thing that is gone can come back only after that: it is refused until then.
        for (const back of backs) fc.pre((await back()) === '');

        expect(settings()).toEqual(first);
      }),
      { numRuns: 60 },
    );
  });

  it('is refused when what was left has changed since, which would be lost', async () => {
    const { store, does, settings } = await given();
    const back = await does({ type: 'admin.deletesTable', table: 'y_t' });
    await store.dispatch({ type: 'admin.savesTable', table: 'y_t', rows: [{ id: 7 }] });

    expect(await back()).toContain('not undone');
    expect(settings().tables).toEqual({ y_t: [{ id: 7 }] });
  });

  it('is offered for the newest act first, in the workspace where it was done', () => {
    const undo = createUndo();
    const act = () => Promise.resolve('');
    undo.offer('w', { text: 'first', act });
    undo.offer('w', { text: 'second', act });
    undo.offer('other', { text: 'third', act });

    const newest = undo.last('w');
    if (newest !== undefined) undo.forget(newest);

    expect(newest?.text).toBe('second');
    expect(undo.last('w')?.text).toBe('first');
    undo.clear('w');
    expect(undo.last('w')).toBeUndefined();
    expect(undo.last('other')?.text).toBe('third');
  });
});
