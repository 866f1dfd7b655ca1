import { describe, expect, it } from 'vitest';
import type { Input } from '../../src/engine/inputs.ts';
import { replacedBy, saysTheSame } from '../../src/engine/replaced-by.ts';
import { worldToJson } from '../../src/engine/world-json.ts';
import { after, connects, worldWith } from './given.ts';

/** For each kind of thing: an input that makes it, one that changes it, and one that takes it away. */
const kinds: readonly (readonly [make: Input, change: Input, remove: Input])[] = [
  [
    { type: 'admin.savesChannel', channel: { id: 7, name: 'Sales' } },
    { type: 'admin.savesChannel', channel: { id: 7, name: 'Shop' } },
    { type: 'admin.deletesChannel', channel: 7 },
  ],
  [
    { type: 'admin.savesFolder', folder: { id: 7, name: 'Lib' } },
    { type: 'admin.savesFolder', folder: { id: 7, name: 'Libs' } },
    { type: 'admin.deletesFolder', folder: 7 },
  ],
  [
    { type: 'admin.savesScript', folder: 'Bot', script: { id: 7, name: 'lib' } },
    { type: 'admin.savesScript', folder: 'Bot', script: { id: 7, name: 'lib', source: 'post 1 x' } },
    { type: 'admin.deletesScript', script: 7 },
  ],
  [
    { type: 'admin.savesTrigger', trigger: { id: 7, event: 402, script: 1 } },
    { type: 'admin.savesTrigger', trigger: { id: 7, event: 403, script: 1 } },
    { type: 'admin.deletesTrigger', trigger: 7 },
  ],
  [
    { type: 'admin.savesWebhook', webhook: { id: 7, name: 'a' } },
    { type: 'admin.savesWebhook', webhook: { id: 7, name: 'b' } },
    { type: 'admin.deletesWebhook', webhook: 7 },
  ],
  [
    { type: 'admin.savesAgent', agent: { id: 7, name: 'a' } },
    { type: 'admin.savesAgent', agent: { id: 7, name: 'b' } },
    { type: 'admin.deletesAgent', agent: 7 },
  ],
  [
    { type: 'admin.savesFaqEntry', faqEntry: { id: 7, folder: 1, title: 'a' } },
    { type: 'admin.savesFaqEntry', faqEntry: { id: 7, folder: 1, title: 'b' } },
    { type: 'admin.deletesFaqEntry', faqEntry: 7 },
  ],
  [
    { type: 'admin.savesFaqFolder', faqFolder: { id: 7, name: 'a' } },
    { type: 'admin.savesFaqFolder', faqFolder: { id: 7, name: 'b' } },
    { type: 'admin.deletesFaqFolder', faqFolder: 7 },
  ],
  [
    { type: 'admin.savesMock', mock: { id: 7, request: { url: 'https://a.test/' } } },
    { type: 'admin.savesMock', mock: { id: 7, request: { url: 'https://b.test/' } } },
    { type: 'admin.deletesMock', mock: 7 },
  ],
  [
    { type: 'admin.savesContact', contact: { id: 7, name: 'a' } },
    { type: 'admin.savesContact', contact: { id: 7, name: 'b' } },
    { type: 'admin.deletesContact', contact: 7 },
  ],
  [
    { type: 'admin.savesQuickReply', quickReply: { id: 7, name: 'a' } },
    { type: 'admin.savesQuickReply', quickReply: { id: 7, name: 'b' } },
    { type: 'admin.deletesQuickReply', quickReply: 7 },
  ],
  [
    { type: 'admin.savesTable', table: 'y_t', rows: [] },
    { type: 'admin.savesTable', table: 'y_t', rows: [{ id: 1 }] },
    { type: 'admin.deletesTable', table: 'y_t' },
  ],
];

describe('what an input takes the place of', () => {
  it.each(kinds)('is what was saved last, for its saving as for its deletion: %j', (make, change, remove) => {
    const empty = worldWith({});
    const made = after(empty, make);
    const changed = after(made, change);
    const gone = after(changed, remove);

    const seen = [empty, made, changed, gone].map((world) => replacedBy(world, change));
    expect(seen[0]).toBeNull();
    expect(seen[1]).not.toBeNull();
    expect(saysTheSame(seen[1], seen[2])).toBe(false);
    expect(seen[3]).toBeNull();
    expect(replacedBy(changed, remove)).toBe(seen[2]);
  });

  it('is the folder of that name where a folder is saved without a number', () => {
    const world = worldWith({});

    expect(replacedBy(world, { type: 'admin.savesFolder', folder: { name: 'Bot' } })).toBe(world.folders[0]);
    expect(replacedBy(world, { type: 'admin.savesFolder', folder: { name: 'New' } })).toBeNull();
  });

  it('is those options that are set, and not the others', () => {
    const world = after(worldWith({}), { type: 'admin.setsOptions', options: { idleSeconds: 9 } });

    expect(replacedBy(world, { type: 'admin.setsOptions', options: { idleSeconds: 1 } })).toEqual({
      idleSeconds: 9,
    });
  });

  it('is the order of the mocks where one is put elsewhere, and all types of files where they are set', () => {
    const url = (id: number) => ({ id, request: { url: `https://${String(id)}.test/` } });
    const world = worldWith({}, { mocks: [url(3), url(1)], fileTypes: ['pdf'] });

    expect(replacedBy(world, { type: 'admin.movesMock', mock: 1, before: 3 })).toEqual([3, 1]);
    expect(replacedBy(world, { type: 'admin.setsFileTypes', fileTypes: [] })).toEqual(['pdf']);
    expect(replacedBy(world, { type: 'admin.resetsWebhook', webhook: 1 })).toBeUndefined();
  });

  it('is nothing for a new mock without a number, and for what customers and agents do', () => {
    const world = worldWith({});

    expect(replacedBy(world, { type: 'admin.savesMock', mock: { request: { url: 'x' } } })).toBeNull();
    expect(replacedBy(world, connects)).toBeUndefined();
  });

  it('says the same after it went through JSON', () => {
    const { channels, folders } = worldWith({});
    const json = JSON.parse(JSON.stringify(worldToJson(worldWith({})))) as {
      channels: unknown;
      folders: unknown;
    };

    expect(saysTheSame(json.channels, channels)).toBe(true);
    expect(saysTheSame(json.folders, folders)).toBe(true);
    expect(saysTheSame({ a: 1, b: undefined }, { a: 1 })).toBe(true);
    expect(saysTheSame([1], { 0: 1 })).toBe(false);
    expect(saysTheSame({ a: 1 }, { b: 1 })).toBe(false);
  });
});
