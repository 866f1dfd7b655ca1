import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../../src/engine/create-world.ts';
import type { Folder } from '../../../src/engine/definition.ts';
import { step } from '../../../src/engine/step.ts';
import {
  compareFolder,
  folderInputs,
  giveRows,
  nextExchange,
  parseExchange,
  takeRows,
  writeExchange,
  type Exchange,
  type ComparedScript,
} from '../../../src/scenario/script-folder.ts';
import { folderOf, worldOf } from './folders.ts';

type Texts = Readonly<Record<string, string>>;

const noScript = () => {
  throw new Error('No script runs when one is saved.');
};

const kindsOf = (rows: readonly ComparedScript[]) =>
  rows.map(({ kind, path, isChangedToo }) => [path, isChangedToo ? `${kind}, changed too` : kind]);

/** What both had in common when the files had these texts and each script was called as its file. */
const agreedOn = (files: Texts, folders: readonly Folder[]): Exchange => {
  const rows = compareFolder(folderOf(files), folders, []);
  return nextExchange([], rows, { scripts: [], gone: [] });
};

describe('what changed between a folder and a world', () => {
  const files = { 'Eko/a.crm': '1', 'Eko/b.crm': '2', 'Eko/c.crm': '3' };
  const world = worldOf({ Eko: { a: '1', b: '2', c: '3' } });
  const last = agreedOn(files, world);
  const edited = (texts: Texts) => worldOf({ Eko: texts });

  it.each<[string, Texts, readonly Folder[], readonly (readonly [string, string])[]]>([
    ['nothing', files, world, []],
    ['line ends only', { ...files, 'Eko/a.crm': '1' }, edited({ a: '1', b: '2', c: '3' }), []],
    ['a text there', { ...files, 'Eko/b.crm': 'x' }, world, [['Eko/b.crm', 'changedThere']]],
    ['a text here', files, edited({ a: '1', b: 'x', c: '3' }), [['Eko/b.crm', 'changedHere']]],
    ['the same on both sides', { ...files, 'Eko/b.crm': 'x' }, edited({ a: '1', b: 'x', c: '3' }), []],
    [
      'a text on both sides',
      { ...files, 'Eko/b.crm': 'x' },
      edited({ a: '1', b: 'y', c: '3' }),
      [['Eko/b.crm', 'changedBoth']],
    ],
    ['a new file', { ...files, 'New/d.crm': '' }, world, [['New/d.crm', 'newThere']]],
    ['a new script', files, edited({ a: '1', b: '2', c: '3', d: '4' }), [['', 'newHere']]],
    ['a file less', { 'Eko/a.crm': '1', 'Eko/b.crm': '2' }, world, [['Eko/c.crm', 'deletedThere']]],
    [
      'a file less, and its script changed',
      { 'Eko/a.crm': '1', 'Eko/b.crm': '2' },
      edited({ a: '1', b: '2', c: 'x' }),
      [['Eko/c.crm', 'deletedThere, changed too']],
    ],
    ['a script less', files, edited({ a: '1', b: '2' }), [['Eko/c.crm', 'deletedHere']]],
    [
      'a file with another name',
      { 'Eko/a.crm': '1', 'Eko/b.crm': '2', 'Other/z.crm': '3' },
      world,
      [['Other/z.crm', 'renamedThere']],
    ],
    ['both gone', { 'Eko/a.crm': '1', 'Eko/b.crm': '2' }, edited({ a: '1', b: '2' }), []],
    ['no text any more', { ...files, 'Eko/c.crm': '\0' }, world, [['Eko/c.crm', 'unreadable']]],
  ])('is told: %s', (_, now, folders, expected) => {
    const rows = compareFolder(folderOf(now), folders, last);

    expect(kindsOf(rows.filter(({ kind }) => kind !== 'same'))).toEqual(expected);
  });

  it('is everything that differs, where nobody knows what both had', () => {
    const rows = compareFolder(folderOf({ 'Eko/A.crm': '1', 'Eko/b.crm': 'x', 'c.crm': '3' }), world, []);

    expect(kindsOf(rows)).toEqual([
      ['Eko/A.crm', 'same'],
      ['Eko/b.crm', 'changedBoth'],
      ['c.crm', 'same'],
    ]);
  });

  it('keeps two files apart whose names differ by letter case', () => {
    const rows = compareFolder(
      folderOf({ 'Eko/a.crm': '1', 'Eko/A.crm': 'x' }),
      worldOf({ Eko: { a: '1' } }),
      [],
    );
    const { folders } = takeRows(
      worldOf({ Eko: { a: '1' } }),
      rows.filter(({ kind }) => kind === 'newThere'),
      9,
    );

    expect(folders[0]?.scripts.map(({ id, name }) => [id, name])).toEqual([
      [1, 'a'],
      [9, 'A'],
    ]);
  });

  it('takes no new script for the one that had its number before, and writes it into no file of that', () => {
    const script = { ...world[0]?.scripts[2], name: 'new', source: 'x' } as Folder['scripts'][number];
    const after = world.map((folder) => ({ ...folder, scripts: [...folder.scripts.slice(0, 2), script] }));
    const rows = compareFolder(folderOf(files), after, last).filter(({ kind }) => kind !== 'same');
    const given = rows.filter(({ kind }) => kind === 'newHere');

    expect(kindsOf(rows)).toEqual([
      ['Eko/c.crm', 'deletedHere'],
      ['', 'newHere'],
    ]);
    expect(giveRows(folderOf(files), given, Object.keys(files)).writes.map(({ path }) => path)).toEqual([
      'Eko/new.crm',
    ]);
  });

  it('gives scripts and folders whose names are those of other things files that are read again as scripts', () => {
    const [folder] = worldOf({ node_modules: { 'x.d': '1', 'vite.config': '2', plain: '3' } });
    const scripts = (folder?.scripts ?? []).map((one) => ({ ...one, language: 'javascript' as const }));
    const world = [{ id: 1, name: 'node_modules', scripts }];
    const rows = compareFolder(folderOf({}), world, []);

    const { writes, agreed } = giveRows(folderOf({}), rows, []);
    const written = Object.fromEntries(writes.map(({ path, bytes }) => [path, bytes]));
    const again = compareFolder(folderOf(written), world, nextExchange([], rows, agreed));

    expect(Object.keys(written).sort()).toEqual([
      '_node_modules/plain.ts',
      '_node_modules/vite.config_.ts',
      '_node_modules/x.d_.ts',
    ]);
    expect(again.map(({ kind }) => kind)).toEqual(['same', 'same', 'same']);
  });

  it('gives scripts that lie in folders of their own name such as are read again', () => {
    const there = { 'ejscript/Eko/a/a.body.crmscript': '1' };
    const world = worldOf({ Eko: { a: '1', node_modules: '2', __MACOSX: '3' } });
    const rows = compareFolder(folderOf(there), world, []);

    const { writes, agreed } = giveRows(
      folderOf(there),
      rows.filter(({ kind }) => kind === 'newHere'),
      Object.keys(there),
    );
    const written = Object.fromEntries(writes.map(({ path, bytes }) => [path, bytes]));
    const again = compareFolder(folderOf({ ...there, ...written }), world, nextExchange([], rows, agreed));

    expect(again.map(({ kind }) => kind)).toEqual(['same', 'same', 'same']);
  });

  it('says which script no file can hold, and writes the others', () => {
    const rows = compareFolder(folderOf({}), worldOf({ Eko: { a: 'a \0 b', b: 'b' } }), []);

    const { writes, unwritable } = giveRows(folderOf({}), rows, []);

    expect(writes.map(({ path }) => path)).toEqual(['Eko/b.crmscript']);
    expect(unwritable.map(({ script, folder }) => `${folder.name}/${script.name}`)).toEqual(['Eko/a']);
  });

  it('writes a file that is gone into no other whose name differs by letter case', () => {
    const there = { 'Eko/a.crm': '1', 'Eko/b.crm': '2', 'Eko/C.crm': 'theirs' };
    const rows = compareFolder(folderOf(there), world, last).filter(({ kind }) => kind === 'deletedThere');
    const { writes } = giveRows(folderOf(there), rows, Object.keys(there));

    expect(writes.map(({ path }) => path)).toEqual(['Eko/c 3.crm']);
  });

  it('takes a file’s new place and name, and keeps the number that triggers know', () => {
    const rows = compareFolder(
      folderOf({ 'Eko/a.crm': '1', 'Eko/b.crm': '2', 'Other/z.crm': '3' }),
      world,
      last,
    );
    const { folders, agreed } = takeRows(world, rows, 9);
    const next = nextExchange(last, rows, agreed);

    expect(
      folders.map(({ name, scripts }) => [name, scripts.map((script) => [script.id, script.name])]),
    ).toEqual([
      [
        'Eko',
        [
          [1, 'a'],
          [2, 'b'],
        ],
      ],
      ['Other', [[3, 'z']]],
    ]);
    expect(next.map(({ path, script }) => [path, script])).toContainEqual(['Other/z.crm', 3]);
    expect(next.map(({ path }) => path)).not.toContain('Eko/c.crm');
  });

  it('writes an exchange so that reading it gives the same', () => {
    expect(parseExchange(writeExchange(last))).toEqual({ ok: true, exchange: last });
    expect(parseExchange(writeExchange([]))).toEqual({ ok: true, exchange: [] });
    expect(
      parseExchange('{"format":"rehearsal-script-folder","version":1,"scripts":[{"path":"../x"}]}').ok,
    ).toBe(false);
  });
});

describe('exchanging', () => {
  const names = ['a', 'b', 'c', 'd'] as const;
  const side = fc.dictionary(fc.constantFrom(...names), fc.constantFrom('1', '2', '3', '4'), {
    noNullPrototype: true,
  });
  const asFiles = (texts: Texts): Texts =>
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [`Eko/${name}.crm`, text]));
  /** Scripts keep their numbers whatever else there is. */
  const asWorld = (texts: Texts): readonly Folder[] =>
    worldOf({ Eko: texts }).map((folder) => ({
      ...folder,
      scripts: folder.scripts.map((script) => ({ ...script, id: 1 + names.indexOf(script.name as 'a') })),
    }));

  it('never touches what changed on both sides, and makes the rest the same', () => {
    fc.assert(
      fc.property(side, side, side, (before, there, here) => {
        const last = agreedOn(asFiles(before), asWorld(before));
        const files = new Map(Object.entries(asFiles(there)));
        const rows = compareFolder(folderOf(asFiles(there)), asWorld(here), last);
        const taken = rows.filter(({ kind }) => ['changedThere', 'newThere', 'renamedThere'].includes(kind));
        const given = rows.filter(({ kind }) => ['changedHere', 'newHere'].includes(kind));
        const { folders, agreed } = takeRows(asWorld(here), taken, 50);
        const gift = giveRows(folderOf(asFiles(there)), given, [...files.keys()]);
        for (const { path, bytes } of gift.writes) files.set(path, new TextDecoder().decode(bytes));
        const next = nextExchange(last, rows, {
          scripts: [...agreed.scripts, ...gift.agreed.scripts],
          gone: [...agreed.gone, ...gift.agreed.gone],
        });

        const again = compareFolder(folderOf(Object.fromEntries(files)), folders, next);
        const left = rows.filter((row) => row.kind !== 'same' && ![...taken, ...given].includes(row));
        expect(kindsOf(again.filter(({ kind }) => kind !== 'same'))).toEqual(kindsOf(left));
        for (const [name, text] of Object.entries(there)) {
          if (last.some(({ path }) => path === `Eko/${name}.crm`) && before[name] !== text)
            expect(files.get(`Eko/${name}.crm`)).toBe(text);
        }
      }),
    );
  });

  it('says as inputs what makes the one list of folders the other, scripts that change their folder too', () => {
    const placed = fc.dictionary(
      fc.constantFrom(...names),
      fc.tuple(fc.constantFrom('Eko', 'Echo'), fc.constantFrom('1', '2')),
      { noNullPrototype: true },
    );
    type Placed = Readonly<Record<string, readonly [string, string]>>;
    const foldersOf = (scripts: Placed): readonly Folder[] =>
      ['Eko', 'Echo'].map((name, index) => ({
        id: index + 1,
        name,
        scripts: names.flatMap((called, number): Folder['scripts'] => {
          const [folder, source = ''] = scripts[called] ?? [];
          return folder === name
            ? [{ id: number + 1, name: called, includeName: '', language: 'crmscript', source }]
            : [];
        }),
      }));
    const byId = (folders: readonly Folder[]) =>
      folders.map(({ name, scripts }) => [name, [...scripts].sort((a, b) => a.id - b.id)]);
    fc.assert(
      fc.property(placed, placed, (before, after) => {
        const start = foldersOf(before);
        // Scripts are values: one that nobody changed is the same.
        const old = new Map(start.flatMap(({ scripts }) => scripts.map((script) => [script.id, script])));
        const wanted = foldersOf(after).map((folder) => ({
          ...folder,
          scripts: folder.scripts.map((script) => {
            const known = old.get(script.id);
            return known?.source === script.source ? known : script;
          }),
        }));
        let world = createWorld({ startsAt: '2026-03-02T09:00:00Z', folders: start });
        folderInputs(start, wanted).forEach((input, index) => {
          const outcome = step(world, { step: index + 1, input, at: world.now }, noScript);
          if (outcome.kind !== 'committed') throw new Error(JSON.stringify(outcome));
          world = outcome.world;
        });

        expect(byId(world.folders)).toEqual(byId(wanted));
      }),
    );
  });
});
