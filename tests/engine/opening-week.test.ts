import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpenAt } from '../../src/engine/availability.ts';
import type { OpeningHours } from '../../src/engine/definition.ts';
import {
  instantOf,
  nextClockChange,
  openSpans,
  openState,
  wallOf,
  weekdays,
  weekOf,
} from '../../src/engine/opening-week.ts';

const at = (instant: string) => Date.parse(instant);
const zones = [
  'UTC',
  'Europe/Oslo',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Pacific/Chatham',
  'America/Santiago',
];

const minute = 60_000;
const time = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((n) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`);
const hours = fc.record({ enabled: fc.boolean(), start: time, stop: time });
const openingHours: fc.Arbitrary<OpeningHours> = fc.record({
  enabled: fc.constant(true),
  timeZone: fc.constantFrom(...zones),
  lunch: hours,
  days: fc.record({ mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours }),
});

/** The minutes of a stretch in which the rule says that it is open. */
const openMinutes = (given: OpeningHours, from: number, to: number) => {
  const open: number[] = [];
  for (let now = from; now < to; now += minute) if (isOpenAt(given, now)) open.push(now);
  return open;
};

describe('opening hours on the calendar', () => {
  it('are open in the very minutes in which the rule of the chat says so, through changes of the clocks', () => {
    fc.assert(
      fc.property(openingHours, fc.integer({ min: 0, max: 365 * 2 }), (given, day) => {
        const from = at('2026-01-01T00:00:00Z') + day * 86_400_000;
        const to = from + 86_400_000;

        const inSpans = openSpans(given, from, to).flatMap(([begin, end]) =>
          Array.from({ length: (end - begin) / minute }, (_, n) => begin + n * minute),
        );

        expect(inSpans).toEqual(openMinutes(given, from, to));
      }),
      { numRuns: 60 },
    );
  });

  it('tell until when they are open or closed, to the minute in which the rule says otherwise', () => {
    fc.assert(
      fc.property(openingHours, fc.integer({ min: 0, max: 365 * 24 * 60 }), (given, minutes) => {
        const now = at('2026-01-01T00:00:00Z') + minutes * minute;

        const { open, until } = openState(given, now);

        expect(open).toBe(isOpenAt(given, now));
        if (until === null) return;
        expect(isOpenAt(given, until)).toBe(!open);
        expect(isOpenAt(given, until - minute)).toBe(open);
      }),
      { numRuns: 200 },
    );
  });

  it('are open for good when they are not used, and never open when they stop before they start', () => {
    const night = { enabled: true, start: '22:00', stop: '06:00' };
    const days = Object.fromEntries(weekdays.map((day) => [day, night])) as OpeningHours['days'];
    const lunch = { enabled: false, start: '12:00', stop: '13:00' };
    const now = at('2026-03-02T23:00:00Z');

    expect(openState({ enabled: false, timeZone: 'UTC', days, lunch }, now)).toEqual({
      open: true,
      until: null,
    });
    expect(openState({ enabled: true, timeZone: 'UTC', days, lunch }, now)).toEqual({
      open: false,
      until: null,
    });
  });
});

describe('a week', () => {
  it('begins on the Monday of its zone, with the number that calendars give it', () => {
    const { number, days } = weekOf('Europe/Oslo', at('2026-03-01T23:30:00Z'));

    expect(number).toBe(10);
    expect(days.map(({ date }) => date).at(0)).toBe('2026-03-02');
    expect(days.map(({ date }) => date).at(-1)).toBe('2026-03-08');
    expect(weekOf('UTC', at('2026-03-01T23:30:00Z')).number).toBe(9);
    expect(weekOf('UTC', at('2027-01-01T00:00:00Z')).number).toBe(53);
  });

  it('has a day of 23 hours where summer time begins', () => {
    const { days } = weekOf('Europe/Oslo', at('2026-03-29T12:00:00Z'));

    expect(days.map(({ from, to }) => (to - from) / 3_600_000)).toEqual([24, 24, 24, 24, 24, 24, 23]);
  });
});

describe('a change of the clocks', () => {
  it('is told with its day, what clocks show before and after, and whether it comes back', () => {
    expect(nextClockChange('Europe/Oslo', at('2026-03-02T00:00:00Z'))).toEqual({
      at: at('2026-03-29T01:00:00Z'),
      date: '2026-03-29',
      from: '02:00',
      to: '03:00',
      offsets: [60, 120],
      comesBack: true,
    });
    expect(nextClockChange('Australia/Lord_Howe', at('2026-03-02T00:00:00Z'))).toMatchObject({
      date: '2026-04-05',
      from: '02:00',
      to: '01:30',
      offsets: [660, 630],
    });
  });

  it('at midnight belongs to the day that begins, and may lead back into the one before', () => {
    expect(nextClockChange('America/Santiago', at('2026-03-02T00:00:00Z'))).toMatchObject({
      date: '2026-04-05',
      from: '00:00',
      to: '23:00',
    });
  });

  it('is none in a zone whose clocks stay as they are, or that nobody knows', () => {
    expect(nextClockChange('Asia/Kathmandu', at('2026-03-02T00:00:00Z'))).toBeNull();
    expect(nextClockChange('Nowhere/Land', at('2026-03-02T00:00:00Z'))).toBeNull();
  });
});

it('what clocks show and the instant at which they do are each the other way round', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 365 * 24 * 60 }), (zone, minutes) => {
      const now = at('2026-01-01T00:00:00Z') + minutes * minute;
      const { date, time: shown } = wallOf(zone, now);

      const again = instantOf(zone, date, shown);

      // The hour that clocks show twice has two instants.
      expect(wallOf(zone, again)).toMatchObject({ date, time: shown });
    }),
  );
});
