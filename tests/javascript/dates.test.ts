import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { runJavaScript } from '../support/javascript.ts';

/** Zones, and days on which their clocks are set. */
const zones: readonly (readonly [string, ...string[]])[] = [
  ['Europe/Oslo', '2026-03-29', '2026-03-30', '2026-10-25'],
  ['America/New_York', '2026-03-08', '2026-11-01', '2026-11-02'],
  ['Australia/Lord_Howe', '2026-04-05', '2026-10-04'],
  ['Asia/Kolkata', '2026-03-29'],
  ['UTC', '2026-03-29'],
];

const offsetIn = (zone: string) => (moment: number) =>
  Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).offsetNanoseconds / 60e9;

const printedIn = async (zone: string, source: string) => {
  const { printed, failure } = await runJavaScript(source, { offset: offsetIn(zone) });
  expect(failure).toBeUndefined();
  return printed.map((line) => line.slice(5));
};

/** A moment in a zone, as the calendar of the standard has it. */
const moment = (zone: string, local: string) =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'compatible' })
    .epochMilliseconds;

describe('dates of a script', () => {
  it.each(zones)('turn local times into moments in %s, summer time too', async (zone, ...days) => {
    const locals = days.flatMap((day) =>
      Array.from(
        { length: 48 },
        (_, half) => `${day}T${String(half >> 1).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}:00`,
      ),
    );
    const source = `
      for (const local of ${JSON.stringify(locals)}) {
        const [y, mo, d, h, mi] = local.split(/\\D/).map(Number);
        const set = new Date(2025, 0, 1); set.setFullYear(y, mo - 1, d); set.setHours(h, mi, 0, 0);
        const made = new Date(y, mo - 1, d, h, mi);
        const read = new Date(local);
        const back = new Date(+made); back.setMinutes(back.getMinutes());
        console.log([+made, +read, +set].join());
      }`;

    const printed = await printedIn(zone, source);

    expect(printed).toEqual(locals.map((local) => Array(3).fill(moment(zone, local)).join()));
  });

  it.each(zones)('show moments as local times in %s', async (zone) => {
    const moments = Array.from({ length: 96 }, (_, hour) => Date.UTC(2026, 2, 28) + hour * 3_600_000);
    const source = `
      for (const moment of ${JSON.stringify(moments)}) {
        const d = new Date(moment);
        const two = (n) => String(n).padStart(2, '0');
        console.log(d.getFullYear() + '-' + two(d.getMonth() + 1) + '-' + two(d.getDate()) + 'T' + two(d.getHours()) + ':' + two(d.getMinutes()) + ':00');
      }`;

    const printed = await printedIn(zone, source);

    expect(printed).toEqual(
      moments.map((at) =>
        Temporal.Instant.fromEpochMilliseconds(at)
          .toZonedDateTimeISO(zone)
          .toPlainDateTime()
          .toString({ smallestUnit: 'second' }),
      ),
    );
  });

  it('are dates in every other way', async () => {
    const source = `
      const d = new Date(2026, 6, 1, 12);
      class Day extends Date { name() { return 'day'; } }
      console.log(d.toISOString(), d.toString(), d.getTimezoneOffset());
      console.log(new Day(0).name(), new Day(0) instanceof Date, d.constructor === Date, Date.name, Date.length, typeof Date());
      console.log(+new Date('2026-07-01'), +new Date('2026-07-01T00:00:00Z'), +new Date('2026-07-01T12:00+02:00'), +new Date('Jul 1 2026 12:00'), +new Date(new Date(5)));
      console.log(String(new Date(NaN)), new Date(0, 0).getFullYear(), +new Date(2026, 12, 32), isNaN(new Date('no')), isNaN(new Date(undefined)));
      d.setMonth(0); console.log(d.toISOString(), d.setDate(31), d.setFullYear(1999), d.toISOString());
      console.log(JSON.stringify({ d: new Date(0) }), +new Date({ valueOf: () => 7 }), Date.UTC(2026, 0), new Date(2026, 0, 31, 1, 2, 3, 4).getMilliseconds());`;

    expect(await printedIn('Europe/Oslo', source)).toEqual([
      '2026-07-01T10:00:00.000Z Wed Jul 01 2026 12:00:00 GMT+0200 -120',
      'day true true Date 7 string',
      '1782864000000 1782864000000 1782900000000 1782900000000 5',
      `Invalid Date 1900 ${String(moment('Europe/Oslo', '2027-02-01T00:00:00'))} true true`,
      `2026-01-01T11:00:00.000Z ${String(moment('Europe/Oslo', '2026-01-31T12:00:00'))} ${String(moment('Europe/Oslo', '1999-01-31T12:00:00'))} 1999-01-31T11:00:00.000Z`,
      '{"d":"1970-01-01T00:00:00.000Z"} 7 1767225600000 4',
    ]);
  });
});
