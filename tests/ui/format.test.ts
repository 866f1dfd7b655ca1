import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { countOf, dayOf, lengthOf, milliOf, minuteOf, oneLine, secondOf } from '../../src/ui/format.ts';

const noon = Date.parse('2026-03-02T12:02:14.007Z');

describe('times', () => {
  it('are those of the world’s zone, with as much of them as the place needs', () => {
    expect(minuteOf(noon, 'UTC')).toBe('12:02');
    expect(secondOf(noon, 'Europe/Oslo')).toBe('13:02:14');
    expect(milliOf(noon, 'UTC')).toBe('12:02:14.007');
    expect(dayOf(noon, 'UTC')).toBe('Mon 2 Mar 2026');
    expect(minuteOf(Date.parse('2026-03-02T00:05:00Z'), 'UTC')).toBe('00:05');
  });

  const written = (at: number, timeZone: string, how: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('en-GB', { ...how, timeZone }).format(at);
  const zones = [
    'UTC',
    'Europe/Oslo',
    'America/St_Johns',
    'Asia/Kathmandu',
    'Pacific/Apia',
    'Africa/Monrovia',
  ];

  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it.each([
    ['knows Temporal', Temporal],
    ['does not', undefined],
  ])('are those that clocks show there, in a browser that %s', (_, known) => {
    vi.stubGlobal('Temporal', known);
    const between = { min: Date.parse('1970-01-01'), max: Date.parse('2100-01-01') };
    fc.assert(
      fc.property(fc.integer(between), fc.constantFrom(...zones), (at, zone) => {
        expect(secondOf(at, zone)).toBe(written(at, zone, { timeStyle: 'medium' }));
        const day = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
        expect(dayOf(at, zone)).toBe(written(at, zone, day).replace(',', ''));
      }),
    );
  });

  it('show a length in minutes and seconds, and hours from an hour on', () => {
    expect(lengthOf(0)).toBe('00:00');
    expect(lengthOf(72_999)).toBe('01:12');
    expect(lengthOf(3_723_000)).toBe('1:02:03');
    expect(lengthOf(-5)).toBe('00:00');
  });
});

describe('texts', () => {
  it('are put on one line and cut with an ellipsis', () => {
    expect(oneLine('  two\n\tlines ')).toBe('two lines');
    expect(oneLine('abcdef', 4)).toBe('abc…');
    expect(oneLine('abcd', 4)).toBe('abcd');
  });

  it('are never cut within a character', () => {
    expect(oneLine('👋👋👋👋👋', 3)).toBe('👋👋…');
  });

  it('show numbers in groups', () => {
    expect([0, 7, 999, 1000, 1234567, 1.5, -3].map(countOf)).toEqual([
      '0',
      '7',
      '999',
      '1,000',
      '1,234,567',
      '1.5',
      '-3',
    ]);
  });
});
