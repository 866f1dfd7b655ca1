import { describe, expect, it } from 'vitest';
import { createLibrary } from '../../src/crmscript/library.ts';
import { nameOf } from '../../src/crmscript/library/superoffice/tables.ts';
import { runSource } from './run-source.ts';

/** The methods of which the reference says that they return a reference to itself (2026, all classes). */
const ofDateTime = ['Hour', 'Day', 'Week', 'Month', 'Quarter', 'Year'].flatMap((unit) => [
  `moveTo${unit}Start`,
  `moveTo${unit}End`,
]);

/** Those of which it says that they change the object and return a copy, or nothing at all. */
const copies = [
  'addYear(1)',
  'addMonth(1)',
  'addDay(1)',
  'addHour(1)',
  'addMin(1)',
  'addSec(1)',
  'setUnix(1000)',
  'setTime(Time("01:02:03"))',
];

const wednesday = 'DateTime d = DateTime("2024-05-15 13:37:42");';

function printed(source: string): string {
  const { output, diagnostics, result } = runSource(source);
  expect({ diagnostics, failure: result?.failure }).toEqual({ diagnostics: [], failure: undefined });
  return output;
}

describe('a method that returns a reference to itself', () => {
  it.each(ofDateTime)('%s hands its variable on to the call behind it', (method) => {
    const apart = printed(`${wednesday} d.${method}(); d.addMin(7); print(d.toString());`);

    const together = printed(`${wednesday} d.${method}().addMin(7); print(d.toString());`);

    expect(together).toBe(apart);
  });

  it.each(ofDateTime)('%s gives a variable of its own to whoever keeps what it returns', (method) => {
    const kept = printed(
      `${wednesday} DateTime e = d.${method}(); e.addDay(1); d.${method}(); print(d.diff(e).toString());`,
    );

    expect(kept).toBe('-86400');
  });

  it('is every one that the reference names, and no other', () => {
    const found = createLibrary().classes.flatMap(({ name, methods }) =>
      methods.flatMap(({ itself, signature }) => (itself === true ? [`${name}.${nameOf(signature)}`] : [])),
    );

    expect(found.toSorted()).toEqual(ofDateTime.map((method) => `DateTime.${method}`).toSorted());
  });

  it('is Map.insert too, which is an object anyway', () => {
    expect(printed('Map m; m.insert("a", "1").insert("b", "2"); print(m.toJson());')).toBe(
      '{"a":"1","b":"2"}',
    );
  });

  it.each(copies)('is not %s: what is called on its copy changes the copy', (call) => {
    const alone = printed(`${wednesday} d.${call}; print(d.toString());`);

    const chained = printed(`${wednesday} d.${call}.addDay(3); print(d.toString());`);

    expect(chained).toBe(alone);
  });
});

describe('a chain of calls on one variable', () => {
  it.each([
    ['a variable of the script', `${wednesday} d.moveToDayStart().moveToMonthEnd().addSec(1);`, 'd'],
    [
      'a field',
      `struct S { DateTime at; }; S s; s.at = DateTime("2024-05-15 13:37:42"); s.at.moveToDayStart().moveToMonthEnd().addSec(1);`,
      's.at',
    ],
    [
      'an element',
      `DateTime[1] a; a[0] = DateTime("2024-05-15 13:37:42"); a[0].moveToDayStart().moveToMonthEnd().addSec(1);`,
      'a[0]',
    ],
  ])('changes %s at every link', (_where, source, place) => {
    expect(printed(`${source} print(${place}.toString());`)).toBe('2024-06-01 00:00:00');
  });

  it('changes a local variable, and not what it was copied from', () => {
    const source = `${wednesday}
      String next(DateTime t) { t.moveToYearEnd().addSec(1); return t.toString(); }
      print(next(d) + " " + d.toString());`;

    expect(printed(source)).toBe('2025-01-01 00:00:00 2024-05-15 13:37:42');
  });

  it('evaluates each argument when its call comes, after what stands before it', () => {
    const source = `${wednesday} d.moveToDayStart().addHour(d.toString("H24").toInteger() + 1); print(d.toString());`;

    expect(printed(source)).toBe('2024-05-15 01:00:00');
  });

  it('works on what is in no variable, and looks an element up once', () => {
    const source = `
      Integer asked = 0;
      Integer zero() { asked++; return 0; }
      DateTime[1] a; a[0] = DateTime("2024-05-15 13:37:42");
      a[zero()].moveToDayStart().moveToHourEnd().addSec(1);
      print(DateTime("2024-05-15 13:37:42").moveToDayStart().addHour(1).toString());
      print(" " + a[0].toString() + " " + asked.toString());`;

    expect(printed(source)).toBe('2024-05-15 01:00:00 2024-05-15 01:00:00 1');
  });
});
