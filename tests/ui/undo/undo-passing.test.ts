import { describe, expect, it } from 'vitest';
import { createUndo } from '../../../src/ui/undo/undo.ts';

const act = () => Promise.resolve('');

describe('what can be taken back for some seconds', () => {
  it('is offered in every workspace and before all else, the newest first, and tells when its time is over', () => {
    const undo = createUndo();
    const told: string[] = [];
    const passing = (name: string) => ({
      text: name,
      act,
      passing: { keep: () => told.push(`keep ${name}`), over: () => told.push(`over ${name}`) },
    });
    undo.offer('', passing('first'));
    undo.offer('', passing('second'));
    undo.offer('w', { text: 'in w', act });

    const newest = undo.last('w');
    undo.keep();
    if (newest !== undefined) undo.forget(newest);
    const older = undo.last('another');
    undo.expire();

    expect([newest?.text, older?.text]).toEqual(['second', 'first']);
    expect(told).toEqual(['keep first', 'keep second', 'over first']);
    expect(undo.last('w')?.text).toBe('in w');
    expect(undo.last('another')).toBeUndefined();
  });
});
