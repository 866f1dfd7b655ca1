import { describe, expect, it } from 'vitest';
import { isWithinOpeningHours } from '../../src/engine/availability.ts';
import { channelFrom } from '../../src/engine/defaults.ts';

const channel = (openingHours: object) => channelFrom({ id: 1, name: 'Help', properties: { openingHours } });
const at = (instant: string) => Date.parse(instant);

describe('opening hours', () => {
  it('are always on when the channel uses none (T-8)', () => {
    expect(isWithinOpeningHours(channel({ enabled: false }), at('2026-03-01T03:00:00Z'))).toBe(true);
  });

  it.each([
    ['2026-03-02T07:59:59Z', false],
    ['2026-03-02T08:00:00Z', true],
    ['2026-03-02T15:59:59Z', true],
    ['2026-03-02T16:00:00Z', false],
    ['2026-03-01T10:00:00Z', false],
  ])('from 8 to 16 on weekdays: %s is %s', (instant, open) => {
    expect(isWithinOpeningHours(channel({ enabled: true }), at(instant))).toBe(open);
  });

  it('follow the zone of the channel, through summer time', () => {
    const oslo = channel({ enabled: true, timeZone: 'Europe/Oslo' });

    expect(isWithinOpeningHours(oslo, at('2026-03-27T07:00:00Z'))).toBe(true);
    expect(isWithinOpeningHours(oslo, at('2026-03-30T06:00:00Z'))).toBe(true);
    expect(isWithinOpeningHours(oslo, at('2026-03-30T05:59:00Z'))).toBe(false);
  });

  it('close for lunch (T-9)', () => {
    const lunch = channel({
      enabled: true,
      timeZone: 'Europe/Oslo',
      lunch: { enabled: true, start: '12:00', stop: '13:00' },
    });

    expect(isWithinOpeningHours(lunch, at('2026-03-02T11:30:00Z'))).toBe(false);
    expect(isWithinOpeningHours(lunch, at('2026-03-02T12:00:00Z'))).toBe(true);
  });
});
