import { describe, expect, it } from 'vitest';
import type { ComparedScript, RowKind } from '../../../src/scenario/script-folder.ts';
import {
  choiceFor,
  choicesOf,
  countsOf,
  groupsOf,
  rowKey,
  usualChoice,
} from '../../../src/ui/script-folders/choices.ts';

const row = (kind: RowKind, parts: Partial<ComparedScript> = {}): ComparedScript => ({
  kind,
  path: `${kind}.crm`,
  was: undefined,
  file: undefined,
  here: undefined,
  isChangedToo: false,
  ...parts,
});

describe('what becomes of a script that differs', () => {
  it('is chosen beforehand where it changed on one side only, and nothing is lost', () => {
    expect(usualChoice(row('changedThere'))).toBe('take');
    expect(usualChoice(row('changedHere'))).toBe('give');
    for (const kind of ['changedBoth', 'deletedThere', 'deletedHere', 'unreadable'] as const)
      expect(usualChoice(row(kind))).toBe('leave');
    expect(usualChoice(row('renamedThere', { isChangedToo: true }))).toBe('leave');
  });

  it('is what somebody chose only as long as that can be chosen', () => {
    const chosen = new Map([['a.crm', 'give' as const]]);

    expect(choiceFor(row('changedBoth', { path: 'a.crm' }), chosen)).toBe('give');
    expect(choiceFor(row('newThere', { path: 'a.crm' }), chosen)).toBe('take');
    expect(choicesOf(row('unreadable'))).toEqual(['leave']);
  });

  it('is counted by what happens: texts taken and written, and what will be gone', () => {
    const rows = [row('deletedThere'), row('changedBoth'), row('unreadable')];
    const chosen = new Map([[rowKey(rows[0] as ComparedScript), 'take' as const]]);

    expect(countsOf(rows, chosen)).toEqual({ takes: 0, gives: 0, removes: 1 });
  });

  it('is asked first where it needs an answer', () => {
    const kinds = groupsOf([row('newHere'), row('changedThere'), row('changedBoth'), row('same')]).map(
      ([kind]) => kind,
    );

    expect(kinds).toEqual(['changedBoth', 'changedThere', 'newHere']);
  });
});
