import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithinOpeningHours } from '../../src/engine/availability.ts';
import { channelFrom } from '../../src/engine/defaults.ts';
import type { ChannelFile } from '../../src/engine/definition.ts';
import { doorMoments, type DoorKind } from '../../src/engine/opening-moments.ts';
import { zonedMoment } from '../../src/engine/zoned-moment.ts';

type HoursFile = NonNullable<NonNullable<ChannelFile['properties']>['openingHours']>;

const channelWith = (openingHours: HoursFile) =>
  channelFrom({ id: 1, name: 'Help', properties: { openingHours: { enabled: true, ...openingHours } } });

const oslo = channelWith({
  timeZone: 'Europe/Oslo',
  lunch: { enabled: true, start: '11:30', stop: '12:00' },
});
/** Monday, 10:04 in Oslo. */
const monday = Date.parse('2026-03-02T09:04:00Z');

const told = (channel: typeof oslo, now: number) =>
  Object.fromEntries(doorMoments(channel, now).map(({ kind, at }) => [kind, new Date(at).toISOString()]));

describe('when a channel opens and closes next', () => {
  it('is told in its own zone, with lunch, a minute before closing, and Friday 15:59', () => {
    expect(told(oslo, monday)).toEqual({
      lunch: '2026-03-02T10:30:00.000Z',
      afterLunch: '2026-03-02T11:00:00.000Z',
      lastMinute: '2026-03-02T14:59:00.000Z',
      closes: '2026-03-02T15:00:00.000Z',
      opens: '2026-03-03T07:00:00.000Z',
      lastMinuteOfWeek: '2026-03-06T14:59:00.000Z',
    });
    expect(doorMoments(oslo, monday).map(({ at }) => at)).toEqual(
      doorMoments(oslo, monday)
        .map(({ at }) => at)
        .sort((a, b) => a - b),
    );
  });

  it('is the next week’s on the last day, and names Friday once', () => {
    const friday = Date.parse('2026-03-06T14:59:30Z');

    expect(told(oslo, friday)).toMatchObject({
      closes: '2026-03-06T15:00:00.000Z',
      lastMinute: '2026-03-09T14:59:00.000Z',
      opens: '2026-03-09T07:00:00.000Z',
    });
    expect(told(oslo, Date.parse('2026-03-06T09:00:00Z'))).not.toHaveProperty('lastMinuteOfWeek');
  });

  it('goes with the clocks when summer time begins and ends', () => {
    expect(told(oslo, Date.parse('2026-03-27T16:00:00Z')).opens).toBe('2026-03-30T06:00:00.000Z');
    expect(told(oslo, Date.parse('2026-10-23T16:00:00Z')).opens).toBe('2026-10-26T07:00:00.000Z');
  });

  it('is nothing for a channel that is always open, and for one that never is', () => {
    expect(doorMoments(channelWith({ enabled: false }), monday)).toEqual([]);
    expect(
      doorMoments(channelWith({ days: { mon: { start: '16:00', stop: '08:00' } } }), monday),
    ).not.toEqual([]);
    const closed = Object.fromEntries(
      ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((one) => [one, { enabled: false }]),
    );
    expect(doorMoments(channelWith({ days: closed }), monday)).toEqual([]);
  });

  const time = fc
    .integer({ min: 0, max: 24 * 12 - 1 })
    .map((n) => `${String(Math.floor(n / 12)).padStart(2, '0')}:${String((n % 12) * 5).padStart(2, '0')}`);
  const hours = fc.record({ enabled: fc.boolean(), start: time, stop: time });
  const day = fc.record({
    mon: hours,
    tue: hours,
    wed: hours,
    thu: hours,
    fri: hours,
    sat: hours,
    sun: hours,
  });
  const anyChannel = fc
    .record({
      days: day,
      lunch: hours,
      timeZone: fc.constantFrom(
        'UTC',
        'Europe/Oslo',
        'America/New_York',
        'Australia/Lord_Howe',
        'Asia/Kolkata',
      ),
    })
    .map(channelWith);
  /** Around the changes of the clocks in spring and autumn, and any day. */
  const anyTime = fc.oneof(
    fc.integer({ min: 0, max: 3 * 86_400 }).map((s) => Date.parse('2026-03-27T00:00:00Z') + s * 1000),
    fc.integer({ min: 0, max: 3 * 86_400 }).map((s) => Date.parse('2026-10-23T00:00:00Z') + s * 1000),
    fc.integer({ min: 0, max: 365 * 86_400 }).map((s) => Date.parse('2026-01-01T00:00:00Z') + s * 1000),
  );
  const opensAt: Readonly<Partial<Record<DoorKind, boolean>>> = {
    opens: true,
    afterLunch: true,
    lunch: false,
    closes: false,
  };

  it('is the very first moment at which the rule says so: a millisecond before closing the channel is open', () => {
    fc.assert(
      fc.property(anyChannel, anyTime, (channel, now) => {
        const moments = doorMoments(channel, now);
        for (const { kind, at } of moments) {
          expect(at).toBeGreaterThan(now);
          const opens = opensAt[kind];
          if (opens === undefined) continue;
          expect(isWithinOpeningHours(channel, at)).toBe(opens);
          expect(isWithinOpeningHours(channel, at - 1)).toBe(!opens);
        }
        // Nothing changes before the first of them.
        const first = moments.find(({ kind }) => opensAt[kind] !== undefined)?.at ?? now + 8 * 86_400_000;
        const isOpen = isWithinOpeningHours(channel, now);
        for (let at = now; at < first; at += 300_000) expect(isWithinOpeningHours(channel, at)).toBe(isOpen);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a date and a time in a zone', () => {
  it('is one moment, none or two where summer time begins and ends', () => {
    expect(zonedMoment('2026-03-06', '15:59', 'Europe/Oslo')).toEqual({
      kind: 'once',
      at: Date.parse('2026-03-06T14:59:00Z'),
    });
    expect(zonedMoment('2026-03-29', '02:30', 'Europe/Oslo')).toEqual({
      kind: 'skipped',
      at: Date.parse('2026-03-29T01:30:00Z'),
      shows: '03:30',
    });
    expect(zonedMoment('2026-10-25', '02:30:15', 'Europe/Oslo')).toEqual({
      kind: 'twice',
      at: Date.parse('2026-10-25T00:30:15Z'),
      second: Date.parse('2026-10-25T01:30:15Z'),
    });
  });

  it('is nothing where there is no such date or zone', () => {
    expect(zonedMoment('2026-02-30', '10:00', 'UTC')).toBeNull();
    expect(zonedMoment('', '10:00', 'UTC')).toBeNull();
    expect(zonedMoment('2026-02-03', '10:00', 'Nowhere/Else')).toBeNull();
  });
});
