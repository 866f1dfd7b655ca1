import { describe, expect, it } from 'vitest';
import type { RecordedEvent } from '../../../src/engine/events.ts';
import { tells } from '../../../src/ui/timeline/lanes.ts';

const at = '2026-03-02T09:00:00.000Z';

const envelope = { seq: 1, at, step: 1, cause: 0, depth: 0 } as const;

describe('the clock in the timeline', () => {
  const advanced: RecordedEvent = { ...envelope, type: 'clock.advanced', to: at };
  const soon = '2026-03-02T09:00:01.000Z';
  const longBefore = '2026-03-02T08:59:00.000Z';
  const typed = (when: string): RecordedEvent => ({
    ...envelope,
    at: when,
    type: 'typing.changed',
    session: 1,
    who: 'customer',
    typing: true,
  });

  it('is left out where the rows around it tell the time', () => {
    expect(tells(advanced, typed(longBefore), typed(at))).toBe(false);
    expect(tells(advanced, typed(at), typed(soon))).toBe(false);
    expect(tells(advanced, undefined, undefined)).toBe(false);
    expect(tells(typed(at), typed(at), typed(at))).toBe(true);
  });

  it('is kept where it moved on for long and nothing happened', () => {
    expect(tells(advanced, typed(longBefore), typed(soon))).toBe(true);
    expect(tells(advanced, typed(longBefore), undefined)).toBe(true);
  });
});
