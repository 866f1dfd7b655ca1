import { describe, expect, it } from 'vitest';
import { parseInstant, parseMoment } from '../../src/scenario/time.ts';

describe('instants', () => {
  it.each([
    ['2026-03-02T09:00:00Z', Date.UTC(2026, 2, 2, 9)],
    ['2026-03-02T09:00Z', Date.UTC(2026, 2, 2, 9)],
    ['2026-03-02T10:00:00+01:00', Date.UTC(2026, 2, 2, 9)],
    ['2026-03-02T08:30:00-00:30', Date.UTC(2026, 2, 2, 9)],
    ['2026-03-02T09:00:00.1234567Z', Date.UTC(2026, 2, 2, 9, 0, 0, 123)],
    ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
  ])('reads %s', (text, expected) => {
    expect(parseInstant(text)).toBe(expected);
  });

  it.each([
    '2026-02-31T00:00:00Z',
    '2025-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-03-02T24:00:00Z',
    '2026-03-02',
    'now',
    '',
  ])('knows no %s', (text) => {
    expect(parseInstant(text)).toBeNull();
  });
});

describe('moments of steps', () => {
  it.each([
    ['+200ms', 1200],
    ['+90s', 91_000],
    ['+5m', 301_000],
    ['+1h', 3_601_000],
    ['+1d', 86_401_000],
    ['1970-01-01T00:00:05Z', 5000],
  ])('%s counts from the clock as it stands', (text, expected) => {
    expect(parseMoment(text, 1000)).toBe(expected);
  });

  it.each(['+5', '5s', '+1.5s', '-5s', '+999999999999d'])('%s is none', (text) => {
    expect(parseMoment(text, 1000)).toBeNull();
  });
});
