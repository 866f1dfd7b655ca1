import { describe, expect, it } from 'vitest';
import { statusFull, statusShort } from '../../src/ui/statuses.ts';

describe('statuses', () => {
  it('have number and name, short on the chip and in full on hover', () => {
    expect(statusShort(6)).toBe('6 User last');
    expect(statusFull(6)).toBe('6 Waiting for customer (StatusUserLast)');
    expect(statusFull(4)).toBe('4 Waiting (StatusInQueue)');
  });
});
