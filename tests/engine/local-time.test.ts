import { expect, it } from 'vitest';
import { zonedTimeOf } from '../../src/engine/local-time.ts';

it('writes an instant with the offset that its zone has then, and milliseconds where it has any', () => {
  expect(zonedTimeOf(Date.UTC(2026, 2, 2, 9), 'Europe/Oslo')).toBe('2026-03-02T10:00:00+01:00');
  expect(zonedTimeOf(Date.UTC(2026, 6, 2, 9, 0, 0, 250), 'Europe/Oslo')).toBe(
    '2026-07-02T11:00:00.250+02:00',
  );
  expect(zonedTimeOf(Date.UTC(2026, 2, 2, 9), 'UTC')).toBe('2026-03-02T09:00:00+00:00');
});
