import { describe, expect, it } from 'vitest';
import { runSource } from '../../run-source.ts';

/* The world of these tests stands in Europe/Oslo: an hour ahead of UTC in winter, two in summer. */

const ways: readonly (readonly [string, (text: string) => string])[] = [
  [
    'a struct from JSON',
    (text) =>
      `struct R { DateTime at; }; R r; r.fromJsonString('{"at": "${text}"}'); print(r.at.toString());`,
  ],
  [
    'a struct from an XMLNode',
    (text) =>
      `struct R { DateTime at; }; R r; r.fromXMLNode(parseJSON('{"at": "${text}"}')); print(r.at.toString());`,
  ],
  [
    'an array from JSON',
    (text) => `DateTime[] all; all.fromJsonString('["${text}"]'); print(all[0].toString());`,
  ],
  ['toDateTime()', (text) => `print("${text}".toDateTime().toString());`],
  ['the constructor', (text) => `print(DateTime("${text}").toString());`],
  ['a Generic', (text) => `DateTime d; setGenericFromString(d, "${text}"); print(d.toString());`],
];

const written: readonly (readonly [string, string])[] = [
  ['2026-03-02T09:00:00Z', '2026-03-02 10:00:00'],
  ['2026-07-02T09:00:00z', '2026-07-02 11:00:00'],
  ['2026-03-02T09:00:00.123Z', '2026-03-02 10:00:00'],
  ['2026-03-02T09:00Z', '2026-03-02 10:00:00'],
  ['2026-03-02T09:00:00+01:00', '2026-03-02 09:00:00'],
  ['2026-03-02T09:00:00-0500', '2026-03-02 15:00:00'],
  ['2026-12-31 23:30:00 +00', '2027-01-01 00:30:00'],
];

const cases = ways.flatMap(([way, source]) =>
  written.map(([text, shown]) => [way, text, shown, source] as const),
);

describe('a time with a zone', () => {
  it.each(cases)('in %s becomes what the clocks here show: %s is %s', (_way, text, shown, source) => {
    const { output, hints, result } = runSource(source(text));

    expect({ output, hints, failure: result?.failure }).toEqual({
      output: shown,
      hints: [],
      failure: undefined,
    });
  });

  it('has its date and its time of day read after that', () => {
    const source = `
      struct R { Date d; Time t; };
      R r;
      r.fromJsonString('{"d": "2026-12-31T23:30:00Z", "t": "2026-12-31T23:30:00Z"}');
      print(r.d.toString() + " " + r.t.toString());
      print(" " + Date("2026-12-31T23:30:00Z").toString() + " " + "2026-12-31T23:30:00Z".toTime().toString());`;

    expect(runSource(source).output).toBe('2027-01-01 00:30:00 2027-01-01 00:30:00');
  });

  it.each([
    '2026-02-30T09:00:00Z',
    '2026-03-02T25:00:00Z',
    '2026-03-02T09:00:00+99:00',
    '0000-01-01T00:00:00Z',
  ])('that does not exist is refused by toDateTime: %s', (text) => {
    const { result } = runSource(`"${text}".toDateTime();`);

    expect(result?.failure?.text).toContain('is no date and time');
  });
});

describe('a time in JSON that cannot be read', () => {
  it.each([
    ['DateTime', 'soon'],
    ['DateTime', '2026-02-30T09:00:00Z'],
    ['Date', '31 Feb'],
    ['Time', '09:00:00Z'],
  ])('leaves its %s without a value and tells the author: %s', (type, text) => {
    const { output, hints } = runSource(
      `struct R { ${type} at; }; R r; r.fromJsonString('{"at": "${text}"}'); print(r.at.isNull().toString());`,
    );

    expect(output).toBe('true');
    expect(hints).toHaveLength(1);
    expect(hints[0]).toContain(`"${text}"`);
  });

  it.each(['""', '"0"', 'null'])('is not %s, which means that there is none', (json) => {
    const { output, hints } = runSource(
      `struct R { DateTime at; }; R r; r.fromJsonString('{"at": ${json}}'); print(r.at.isNull().toString());`,
    );

    expect({ output, hints }).toEqual({ output: 'true', hints: [] });
  });

  it('is told once for a list', () => {
    const { hints } = runSource(`DateTime[] all; all.fromJsonString('["a", "b", "c"]'); print("");`);

    expect(hints).toHaveLength(1);
  });
});
