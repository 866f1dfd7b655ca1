import { describe, expect, it } from 'vitest';
import { rowsOf, stuckIn, trustOf } from '../../../src/ui/wall/grid.ts';
import { shownResult, stuckCheck } from '../../../src/ui/wall/shown-result.ts';
import { course, kept, readResult, shown } from './results.ts';

const asCalled = (_: number, name: string) => name;

describe('the rows of a wall', () => {
  it('are one for each person, by name, with a cell for each lesson', () => {
    const rows = rowsOf(
      course,
      [
        shown(kept('b', 2), { name: 'Bjarne', states: ['passed', 'failed', 'open'] }),
        shown(kept('a', 1), { name: 'Amira' }),
        shown(kept('a2', 1), { name: 'Amira', lesson: 'hand-over', states: ['passed', 'open', 'open'] }),
      ],
      asCalled,
    );

    expect(rows.map(({ name, passed, cells }) => [name, passed, cells.map(({ state }) => state)])).toEqual([
      ['Amira', 1, ['passed', 'begun']],
      ['Bjarne', 0, ['failing', 'none']],
    ]);
  });

  it('keep two people of one name apart', () => {
    const rows = rowsOf(course, [shown(kept('a', 1)), shown(kept('b', 2))], asCalled);

    expect(rows.map(({ person, name }) => [person, name])).toEqual([
      [1, 'Ada'],
      [2, 'Ada (2)'],
    ]);
  });

  it('show of several results what was saved last, unless another one was chosen', () => {
    const early = { at: '2026-03-02T10:00:00Z', states: ['passed', 'open', 'open'] } as const;
    const late = { at: '2026-03-02T11:00:00Z' };
    const cellOf = (isChosen: boolean) =>
      rowsOf(
        course,
        [shown(kept('early', 1, { chosen: isChosen }), early), shown(kept('late', 1), late)],
        asCalled,
      )[0]?.cells[0];

    expect(cellOf(false)).toMatchObject({
      state: 'passed',
      all: [{ kept: { id: 'late' } }, { kept: { id: 'early' } }],
    });
    expect(cellOf(true)?.state).toBe('begun');
  });

  it('are trusted as far as the least of what is shown', () => {
    const rows = rowsOf(
      course,
      [
        shown(kept('a', 1)),
        shown(kept('a2', 1), { lesson: 'hand-over', verified: 'differs' }),
        shown(kept('b', 2), { name: 'Bjarne' }),
        shown(kept('c', 3), { name: 'Carla', verified: 'unverified' }),
      ],
      asCalled,
    );

    expect(trustOf(rows)).toEqual({ verified: 1, differs: 1, unverified: 1 });
  });

  it('say in which lessons most people stand', () => {
    const rows = rowsOf(
      course,
      [
        shown(kept('a', 1), { lesson: 'hand-over', states: ['passed', 'failed', 'open'] }),
        shown(kept('b', 2), { name: 'B', lesson: 'hand-over', states: ['passed', 'open', 'open'] }),
        shown(kept('c', 3), { name: 'C', states: ['open', 'open', 'open'] }),
        shown(kept('d', 4), { name: 'D' }),
      ],
      asCalled,
    );

    expect(stuckIn(course, rows)).toEqual([
      { lesson: 1, failing: 1, begun: 1 },
      { lesson: 0, failing: 0, begun: 1 },
    ]);
  });
});

describe('a result on the wall', () => {
  it('counts as what came of it when it was played again, whatever it says of itself', () => {
    const read = readResult({ states: ['passed', 'open', 'open'], verified: 'differs' });
    const boasting = {
      ...read,
      result: { ...read.result, checks: read.result.checks.map((one) => ({ ...one, passed: true })) },
    };

    expect(shownResult(kept('a', 1), boasting, course)).toMatchObject({
      isPassed: false,
      checks: [{ state: 'passed' }, { state: 'next' }, { state: 'open' }],
    });
  });

  it('is stuck at the first check that failed, else at the first that has not passed', () => {
    expect(stuckCheck(shown(kept('a', 1), { states: ['passed', 'open', 'failed'] }))?.name).toBe('thanked');
    expect(stuckCheck(shown(kept('a', 1), { states: ['passed', 'open', 'open'] }))?.name).toBe('answered');
    expect(stuckCheck(shown(kept('a', 1)))).toBeUndefined();
  });

  it('took as long as the clock of the lesson ran since its opening scene', () => {
    expect(shown(kept('a', 1), { steps: 4 }).took).toBe(3 * 60_000);
  });

  it('out of a code has the names of its lesson’s checks, and is not verified', () => {
    const code = { course: 'chats', revision: 2, lesson: 'hello', name: 'Ada', hints: 1, hash: 'abcd1234' };
    const read = { kind: 'code' as const, file: '', code: { ...code, passed: [true, false, false] } };

    expect(shownResult(kept('a', 1), read, course)).toMatchObject({
      trust: 'unverified',
      file: null,
      took: null,
      checks: [
        { name: 'asked', state: 'passed' },
        { name: 'answered', state: 'next' },
        { name: 'thanked', state: 'open' },
      ],
    });
  });
});
