import { describe, expect, it } from 'vitest';
import type { ReadResult } from '../../../src/protocol/course-files.ts';
import type { Source } from '../../../src/protocol/files-api.ts';
import type { KeptResult } from '../../../src/protocol/wall-api.ts';
import { createWallState } from '../../../src/ui/wall/wall-state.ts';
import { course, readResult } from './results.ts';

const file = (name: string): Source => ({
  kind: 'file',
  name,
  content: { size: 0, arrayBuffer: () => Promise.resolve(new ArrayBuffer(0)) },
});

/** A wall over a store in memory; `reads` says what is in a file of a name, and null what takes too long. */
function wallOf(reads: Readonly<Record<string, readonly ReadResult[] | null>>) {
  const kept = new Map<string, KeptResult>();
  let n = 0;
  let last: Promise<void> = Promise.resolve();
  const open = () =>
    createWallState(course, {
      wall: {
        wall: () => Promise.resolve([...kept.values()]),
        keepResults: (results) => {
          for (const one of results) kept.set(one.id, one);
          return Promise.resolve(null);
        },
        removeResults: (ids) => {
          for (const id of ids) kept.delete(id);
          return Promise.resolve(null);
        },
      },
      files: {
        readResults: (sources) => {
          const all = sources.map((source) => {
            if (source.kind === 'file') return reads[source.name] ?? null;
            return source.text in reads ? (reads[source.text] ?? null) : [stored(source.text)];
          });
          return Promise.resolve(all.includes(null) ? null : all.flatMap((one) => one ?? []));
        },
      },
      known: new Map(),
      now: () => 1,
      newId: () => `id ${String((n += 1))}`,
      alone: (_course, work) => (last = last.then(work)),
    });
  return { open, kept };
}

/** What was kept as text is read as it was. */
const stored = (text: string): ReadResult => {
  const result = JSON.parse(text) as Extract<ReadResult, { kind: 'result' }>['result'];
  return { ...readResult({ name: result.name, lesson: result.lesson, at: result.at }), result };
};

const names = (wall: ReturnType<typeof createWallState>) => wall.rows.value.map(({ name }) => name);

describe('the wall of a course', () => {
  it('shows what was put on it, and again when it is opened anew', async () => {
    const { open } = wallOf({
      'a.json': [readResult({ name: 'Ada' })],
      'b.json': [readResult({ name: 'Bob' })],
    });
    const wall = open();
    await wall.add([file('b.json'), file('a.json')]);
    expect(names(wall)).toEqual(['Ada', 'Bob']);

    const again = open();
    await again.load();
    expect(names(again)).toEqual(['Ada', 'Bob']);
  });

  it('refuses what is no result, of another course or of no lesson here, one by one, and keeps the rest', async () => {
    const other = readResult();
    const { open, kept } = wallOf({
      'good.json': [readResult({ name: 'Ada' })],
      'cut.json': [{ kind: 'refused', file: 'cut.json', problems: [{ path: '', message: 'Not JSON.' }] }],
      'other.json': [{ ...other, file: 'other.json', result: { ...other.result, course: 'desk' } }],
      'gone.json': [{ ...readResult({ lesson: 'gone' }), file: 'gone.json' }],
    });
    const wall = open();
    await wall.add(['cut.json', 'other.json', 'good.json', 'gone.json'].map(file));

    expect(names(wall)).toEqual(['Ada']);
    expect(kept.size).toBe(1);
    expect(wall.told.value).toMatchObject([
      { kind: 'refused', file: 'cut.json' },
      { kind: 'elsewhere', file: 'other.json', course: 'desk' },
      { kind: 'noLesson', file: 'gone.json', lesson: 'gone' },
    ]);
  });

  it('leaves out the file that takes too long, and no other', async () => {
    const { open } = wallOf({ 'slow.json': null, 'good.json': [readResult({ name: 'Ada' })] });
    const wall = open();
    await wall.add([file('slow.json'), file('good.json')]);

    expect(names(wall)).toEqual(['Ada']);
    expect(wall.told.value).toMatchObject([{ kind: 'refused', file: 'slow.json' }]);
  });

  it('tells what hangs there already', async () => {
    const { open } = wallOf({ 'a.json': [readResult({ name: 'Ada' })] });
    const wall = open();
    await wall.add([file('a.json')]);
    await wall.add([file('a.json')]);

    expect(names(wall)).toEqual(['Ada']);
    expect(wall.told.value).toEqual([{ kind: 'same', n: 1 }]);
  });

  it('keeps both results of one name, and makes two people of them when somebody says so', async () => {
    const late = readResult({ name: 'Ada', at: '2026-03-02T12:00:00Z', states: ['passed', 'open', 'open'] });
    const { open, kept } = wallOf({
      'a.json': [readResult({ name: 'Ada' })],
      'b.json': [{ ...late, file: 'b.json' }],
    });
    const wall = open();
    await wall.add([file('a.json'), file('b.json')]);
    const cell = () => wall.rows.value[0]?.cells[0];
    expect(cell()).toMatchObject({ state: 'begun', all: [{}, {}] });

    await wall.choose(cell()?.all ?? [], cell()?.all[1]?.kept.id ?? '');
    expect(cell()?.state).toBe('passed');

    const shown = cell()?.all[0];
    if (shown !== undefined) await wall.setApart(shown);
    expect(wall.rows.value.map(({ name, person }) => [name, person])).toEqual([
      ['Ada', 1],
      ['Ada (2)', 2],
    ]);
    expect([...kept.values()].map(({ person }) => person).sort()).toEqual([1, 2]);
  });

  it('keeps people apart who are put on it in two windows at once', async () => {
    const { open, kept } = wallOf({
      'a.json': [readResult({ name: 'Ada' })],
      'b.json': [readResult({ name: 'Bob' })],
      'c.json': [readResult({ name: 'Cy' })],
    });
    const [one, other] = [open(), open()];
    await Promise.all([one.load(), other.load()]);
    await Promise.all([one.add([file('a.json')]), other.add([file('b.json')])]);
    await one.add([file('a.json'), file('b.json'), file('c.json')]);

    expect(names(one)).toEqual(['Ada', 'Bob', 'Cy']);
    expect(one.told.value).toEqual([{ kind: 'same', n: 2 }]);
    expect([...kept.values()].map(({ person }) => person)).toEqual([1, 2, 3]);
    const again = open();
    await again.load();
    expect(names(again)).toEqual(['Ada', 'Bob', 'Cy']);
  });

  it('puts on it again what was taken off in another window', async () => {
    const { open } = wallOf({ 'a.json': [readResult({ name: 'Ada' })] });
    const [one, other] = [open(), open()];
    await one.add([file('a.json')]);
    await other.load();
    await other.remove(other.rows.value[0]?.cells[0]?.all ?? []);
    await one.add([file('a.json')]);

    expect(names(one)).toEqual(['Ada']);
    expect(one.told.value).toEqual([]);
    expect(one.added.value).toBe(1);
  });

  it('gives nobody the number of somebody whose result cannot be read this time', async () => {
    const { open, kept } = wallOf({
      'slow text': null,
      'b.json': [readResult({ name: 'Bob' })],
    });
    kept.set('slow', {
      ...{ id: 'slow', course: course.id, person: 1, chosen: false },
      ...{ addedAt: 0, source: 'a.json', text: 'slow text' },
    });
    await open().add([file('b.json')]);

    expect([...kept.values()].map(({ person }) => person)).toEqual([1, 2]);
  });

  it('gives everybody an invented name, the same each time', async () => {
    const { open } = wallOf({
      'a.json': [readResult({ name: 'Ada' })],
      'b.json': [readResult({ name: 'Bob' })],
    });
    const wall = open();
    await wall.add([file('a.json')]);
    wall.hidesNames.value = true;
    const [invented] = names(wall);
    await wall.add([file('b.json')]);

    expect(names(wall)).toContain(invented);
    expect(names(wall)).toHaveLength(2);
    expect(names(wall).join()).not.toMatch(/Ada|Bob/);
  });

  it('takes off what somebody takes off, and puts it back', async () => {
    const { open, kept } = wallOf({ 'a.json': [readResult({ name: 'Ada' })] });
    const wall = open();
    await wall.add([file('a.json')]);
    const back = await wall.remove(wall.rows.value[0]?.cells[0]?.all ?? []);
    expect([names(wall), kept.size]).toEqual([[], 0]);

    await back?.();
    expect([names(wall), kept.size]).toEqual([['Ada'], 1]);
  });
});
