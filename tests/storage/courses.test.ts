import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { Dexie } from 'dexie';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CourseRow, ProgressRow, ResultRow } from '../../src/storage/course-store.ts';
import { databaseName } from '../../src/storage/database.ts';
import { migrations } from '../../src/storage/migrations.ts';
import { DexieLog } from '../../src/storage/dexie-log.ts';
import type { Log } from '../../src/storage/log.ts';
import { MemoryLog } from '../../src/storage/memory-log.ts';
import { newRow } from '../../src/storage/rows.ts';
import { FakeTime } from '../support/fake-time.ts';
import { begun, Machine, recovered } from '../support/machine.ts';
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

const result = (id: string): ResultRow => ({
  id,
  course: 'desk',
  person: 1,
  chosen: true,
  addedAt: 1,
  source: `${id}.json`,
  text: '{}',
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

/** The browser has lost its database, and the app is opened again. */
async function afterLoss(machine: Machine): Promise<Log> {
  machine.crash(true);
  const next = machine.open();
  await recovered(next);
  return next;
}

describe('what is kept of courses, when the browser has lost its database,', () => {
  it('is there again as it was: courses, hints that were taken, results on a wall; not what was taken away', async () => {
    const machine = new Machine();
    const { log } = await begun(machine);
    const store = await log.courses();
    await store.change('courses', 'desk', () => course('desk'));
    await store.change('courses', 'gone', () => course('gone'));
    await store.change('progress', 'desk one', () => progress('desk', 'one', 2));
    await Promise.all(['a', 'b', 'c'].map((id) => store.change('results', id, () => result(id))));
    await store.change('results', 'b', () => null);
    await store.change('courses', 'gone', () => null);

    const again = await (await afterLoss(machine)).courses();

    expect((await again.all('courses')).map(({ id }) => id)).toEqual(['desk']);
    expect(await again.all('progress')).toEqual([progress('desk', 'one', 2)]);
    expect((await again.of('results', 'desk')).map(({ id }) => id)).toEqual(['a', 'c']);
  });

  it('is there again though it was kept before there was a place for it', async () => {
    const machine = new Machine();
    await begun(machine);
    await (await machine.plain().courses()).change('courses', 'desk', () => course('desk'));
    await machine.open().courses();

    expect(await (await (await afterLoss(machine)).courses()).all('courses')).toEqual([course('desk')]);
  });

  it('stays where it lies while that cannot be read, whatever is kept meanwhile, and comes back at the next start', async () => {
    const machine = new Machine();
    const { log } = await begun(machine);
    const before = await log.courses();
    await before.change('progress', 'desk one', () => progress('desk', 'one', 1));
    await before.change('progress', 'desk two', () => progress('desk', 'two', 1));
    const { keptFolder } = machine;
    const read = keptFolder.read.bind(keptFolder);
    keptFolder.read = () => Promise.reject(new DOMException('It cannot be read.', 'NotReadableError'));
    const without = await (await afterLoss(machine)).courses();
    await without.change('progress', 'desk two', () => progress('desk', 'two', 2));
    keptFolder.read = read;

    const again = await machine.open().courses();

    expect((await again.of('progress', 'desk')).map(({ hints }) => hints)).toEqual([1, 2]);
  });

  it('is as it was when it was kept last where a file was torn', async () => {
    const machine = new Machine();
    const { log } = await begun(machine);
    const store = await log.courses();
    await store.change('progress', 'desk one', () => progress('desk', 'one', 1));
    machine.keptFolder.isFull = true;
    await store.change('progress', 'desk one', () => progress('desk', 'one', 2));

    const again = await (await afterLoss(machine)).courses();

    expect((await again.all('progress')).map(({ hints }) => hints)).toEqual([1]);
  });

  it('is all there where two tabs have changed it at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.boolean(), fc.boolean()), {
          minLength: 1,
          maxLength: 12,
        }),
        async (changes) => {
          const machine = new Machine();
          const one = await machine.open().courses();
          const two = await machine.open().courses();
          await Promise.all(
            changes.map(([lesson, isTaken, isFirst], index) =>
              (isFirst ? one : two).change('progress', `desk ${String(lesson)}`, () =>
                isTaken ? null : progress('desk', String(lesson), index),
              ),
            ),
          );
          const kept = await one.all('progress');

          expect(await (await (await afterLoss(machine)).courses()).all('progress')).toEqual(kept);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('what people keep with a workspace', () => {
  it('comes back with it when the browser has lost its database, and unsent texts do not', async () => {
    const machine = new Machine();
    const { log } = await begun(machine);
    await log.saveDraft('mine', 'debrief.rubric.1', '[]');
    await log.saveDraft('mine', 'crowd.personas', '{}');
    await log.saveDraft('mine', 'customer 1', 'Hel');

    const next = await afterLoss(machine);

    expect(await next.drafts('mine')).toEqual({ 'debrief.rubric.1': '[]', 'crowd.personas': '{}' });
  });

  it('goes with it when it is thrown away', async () => {
    const machine = new Machine();
    const { log } = await begun(machine);
    await log.saveDraft('mine', 'debrief.rubric.1', '[]');
    await log.setDeleted('mine', 1);
    await machine.time.during(log.purge('mine'));

    expect(machine.keptFolder.files.size).toBe(0);
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
    await recovered(next);

    const found = (await next.workspaces()).find(({ id }) => id === 'work');
    expect(found).toMatchObject({ began: 'lesson', lesson });
  });
});
