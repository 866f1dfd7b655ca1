import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import type { CourseRow, ProgressRow } from '../../src/storage/course-store.ts';
import { databaseName } from '../../src/storage/database.ts';
import { migrations } from '../../src/storage/migrations.ts';
import { DexieLog } from '../../src/storage/dexie-log.ts';
import type { Log } from '../../src/storage/log.ts';
import { MemoryLog } from '../../src/storage/memory-log.ts';
import { newRow } from '../../src/storage/rows.ts';
import { FakeTime } from '../support/fake-time.ts';
import { begun, Machine } from '../support/machine.ts';
import { worldFile } from '../support/stand-in-engine.ts';

function dexieLog(indexedDB = new IDBFactory()): Log {
  let ids = 0;
  const dexie = { indexedDB, IDBKeyRange };
  return new DexieLog({ dexie, newId: () => String(++ids), after: new FakeTime().after });
}

const kinds: [string, () => Log][] = [
  ['in the database', () => dexieLog()],
  ['in memory', () => new MemoryLog()],
];

const course = (id: string): CourseRow => ({
  id,
  revision: 1,
  title: id,
  language: 'en',
  lessons: ['hello'],
  builtIn: false,
  draft: false,
  text: '{}',
  openedAt: null,
  current: null,
});

const progress = (of: string, lesson: string, hints = 0): ProgressRow => ({
  id: `${of} ${lesson}`,
  course: of,
  lesson,
  workspace: null,
  hints,
  checks: [],
  passedAt: null,
  revision: 1,
});

describe.each(kinds)('what is kept of courses %s', (_, open) => {
  it('is found by its id, by its course, and all of it; what is taken away is gone', async () => {
    const store = await open().courses();
    await store.change('courses', 'desk', () => course('desk'));
    await store.change('progress', 'desk two', () => progress('desk', 'two'));
    await store.change('progress', 'desk one', () => progress('desk', 'one'));
    await store.change('progress', 'bots one', () => progress('bots', 'one'));

    expect(await store.all('courses')).toEqual([course('desk')]);
    expect((await store.of('progress', 'desk')).map(({ lesson }) => lesson)).toEqual(['one', 'two']);
    await store.change('progress', 'desk one', () => null);
    expect(await store.get('progress', 'desk one')).toBeUndefined();
    expect(await store.all('progress')).toHaveLength(2);
  });

  it('counts what two tabs change at the same moment', async () => {
    const store = await open().courses();
    await store.change('progress', 'desk one', () => progress('desk', 'one'));
    const more = () =>
      store.change('progress', 'desk one', (row) => progress('desk', 'one', (row?.hints ?? 0) + 1));

    await Promise.all([more(), more(), more()]);

    expect((await store.get('progress', 'desk one'))?.hints).toBe(3);
  });
});

describe('a database of before there were courses', () => {
  it('has none, and all that it had', async () => {
    const indexedDB = new IDBFactory();
    const old = new Dexie(databaseName, { indexedDB, IDBKeyRange });
    for (const { version, tables = {} } of migrations.slice(0, 4)) old.version(version).stores(tables);
    await old.open();
    await old.table('workspaces').put(newRow({ id: 'mine', name: 'Mine', createdAt: 1 }));
    await old.table('worlds').put({ workspace: 'mine', world: worldFile });
    await old.table('meta').put({ key: 'store', schema: 4, incarnation: 'of schema 4' });
    old.close();

    const log = dexieLog(indexedDB);
    const store = await log.courses();
    await store.change('courses', 'desk', () => course('desk'));

    expect((await log.workspaces()).map(({ name }) => name)).toEqual(['Mine']);
    expect(await store.all('progress')).toEqual([]);
    expect((await store.all('courses')).map(({ id }) => id)).toEqual(['desk']);
  });
});

describe('which lesson a workspace is of', () => {
  it('comes back with the workspace when the browser has lost its database', async () => {
    const machine = new Machine();
    const { log } = await begun(machine);
    const lesson = { course: 'desk', revision: 2, lesson: 'hello', start: 3 };
    await log.create({ id: 'work', name: 'Lesson 1', createdAt: 1, began: 'lesson', lesson }, worldFile, []);
    await log.claim('work');
    machine.crash(true);

    const next = machine.open();
    await next.recover();

    const found = (await next.workspaces()).find(({ id }) => id === 'work');
    expect(found).toMatchObject({ began: 'lesson', lesson });
  });
});
