import { describe, expect, it } from 'vitest';
import { olderMock } from '../../../src/ui/bots/http/mock-draft.ts';
import { editOfScript, sourceDraft } from '../../../src/ui/bots/folders/script-names.ts';
import { olderRows } from '../../../src/ui/bots/tables/table-text.ts';
import {
  afterSaving,
  keptEdit,
  readEdit,
  editStateOf,
  written,
  type Edit,
} from '../../../src/ui/edits/edit.ts';
import { lineDiff } from '../../../src/ui/edits/line-diff.ts';

const read = (kept: string) => readEdit<string>(kept);

describe('what is written and not saved', () => {
  it('remembers what it began from, however often it is written on', () => {
    const first = written(undefined, 'ab', 'a');
    const second = written(read(first), 'abc', 'somebody else saved this');

    expect(read(second)).toEqual({ mine: 'abc', base: 'a' });
  });

  it('is nothing again once it is what it began from', () => {
    expect(written(read(written(undefined, 'ab', 'a')), 'a', 'other')).toBe('');
  });

  it('knows whether what is stored is still what it began from', () => {
    const edit: Edit<string> = { mine: 'ab', base: 'a' };

    expect(editStateOf(undefined, 'a')).toEqual({ value: 'a', unsaved: false, changed: false });
    expect(editStateOf(edit, 'a')).toEqual({ value: 'ab', unsaved: true, changed: false });
    expect(editStateOf(edit, 'ax')).toEqual({ value: 'ab', unsaved: true, changed: true });
    expect(editStateOf(edit, 'ab')).toEqual({ value: 'ab', unsaved: false, changed: false });
    expect(editStateOf(edit, null)).toEqual({ value: 'ab', unsaved: true, changed: true });
  });

  it('stands on what was saved once that is stored, with what was written on meanwhile', () => {
    expect(afterSaving({ mine: 'ab', base: 'a' }, 'ab', 'ab')).toBe('');
    expect(read(afterSaving({ mine: 'abc', base: 'a' }, 'ab', '[ab]'))).toEqual({
      mine: 'abc',
      base: '[ab]',
    });
  });

  it('tells things from each other by what they say', () => {
    const edit = { mine: { url: 'x', ways: ['a'] }, base: { url: 'x', ways: [] } };

    expect(readEdit(keptEdit(edit))).toEqual(edit);
    expect(editStateOf(edit, { ways: ['a'], url: 'x' }).unsaved).toBe(false);
  });

  it('is read as version 0.1 kept it, which did not always note what it began from', () => {
    expect(editOfScript('')).toBeUndefined();
    expect(editOfScript(sourceDraft('text', 'saved'))).toEqual({ mine: 'text', base: undefined });
    expect(editOfScript(sourceDraft('', 'saved'))).toEqual({ mine: '', base: undefined });
    expect(olderRows('{"text":"[1]","over":"[]"}')).toEqual({ mine: '[1]', base: '[]' });
    expect(olderMock('{"id":1}')).toEqual({ mine: { id: 1 }, base: undefined });
    expect(editStateOf({ mine: 'text', base: undefined }, 'saved')).toMatchObject({ changed: false });
  });
});

describe('two texts line by line', () => {
  const long = Array.from({ length: 30 }, (_, n) => `line ${String(n)}`);

  it('show what only one of them has, and a little of what both have', () => {
    const mine = long.map((line, n) => (n === 15 ? 'mine' : line)).join('\n');

    expect(lineDiff(long.join('\n'), mine)).toEqual([
      { kind: 'fold', lines: 12 },
      { kind: 'both', text: 'line 12' },
      { kind: 'both', text: 'line 13' },
      { kind: 'both', text: 'line 14' },
      { kind: 'theirs', text: 'line 15' },
      { kind: 'mine', text: 'mine' },
      { kind: 'both', text: 'line 16' },
      { kind: 'both', text: 'line 17' },
      { kind: 'both', text: 'line 18' },
      { kind: 'fold', lines: 11 },
    ]);
  });

  it('show both where an empty one stands against a full one, and nothing where they say the same', () => {
    expect(lineDiff('', 'a\nb')).toEqual([
      { kind: 'mine', text: 'a' },
      { kind: 'mine', text: 'b' },
    ]);
    expect(lineDiff('a\r\nb', 'a\nb')).toEqual([{ kind: 'fold', lines: 2 }]);
    expect(lineDiff('a\nb', 'a\nb\nc').at(-1)).toEqual({ kind: 'mine', text: 'c' });
    expect(lineDiff('a\nb', 'a\nb\nc').filter(({ kind }) => kind === 'theirs')).toEqual([]);
  });

  it('show one after the other where they differ in everything', () => {
    const rows = (word: string) => Array.from({ length: 3000 }, (_, n) => `${word} ${String(n)}`).join('\n');

    const kinds = lineDiff(rows('theirs'), rows('mine')).map(({ kind }) => kind);

    expect(kinds).toHaveLength(6000);
    expect(kinds.lastIndexOf('theirs')).toBe(2999);
    expect(kinds.indexOf('mine')).toBe(3000);
  });
});
