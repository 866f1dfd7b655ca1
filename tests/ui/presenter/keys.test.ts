import { describe, expect, it } from 'vitest';
import { actOf, shownKeys } from '../../../src/ui/presenter/keys.ts';

const key = (
  name: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', true>> = {},
) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('the keys of a presenter', () => {
  it('turn slides by clicker wherever the focus is, and by arrows only where it has no use for them', () => {
    expect(actOf(key('PageDown'), false, false)).toEqual({ kind: 'slide', by: 1 });
    expect(actOf(key('PageUp'), false, false)).toEqual({ kind: 'slide', by: -1 });
    expect(actOf(key('ArrowRight'), true, false)).toEqual({ kind: 'slide', by: 1 });
    expect(actOf(key('ArrowRight'), false, true)).toBeNull();
  });

  it('leave what is held with Ctrl, Alt or Meta to the window and the browser', () => {
    expect(actOf(key('PageDown', { ctrlKey: true }), true, true)).toBeNull();
    expect(actOf(key('f', { metaKey: true }), true, true)).toBeNull();
  });

  it('are single letters only where those are switched on', () => {
    expect(actOf(key('w'), true, true)).toEqual({ kind: 'why' });
    expect(actOf(key('w'), true, false)).toBeNull();
    expect(actOf(key('3'), true, false)).toEqual({ kind: 'pane', n: 3 });
    expect(actOf(key('6'), true, true)).toBeNull();
  });
});

describe('the keys that an audience sees', () => {
  it('are named as they stand on the keyboard, with what is held', () => {
    expect(shownKeys(key('s', { ctrlKey: true }), false)).toEqual(['Ctrl', 'S']);
    expect(shownKeys(key('F10', { shiftKey: true }), false)).toEqual(['Shift', 'F10']);
    expect(shownKeys(key('PageDown'), true)).toEqual(['Page Down']);
  });

  it('never are what somebody types into a field', () => {
    expect(shownKeys(key('a'), true)).toEqual([]);
    expect(shownKeys(key('A', { shiftKey: true }), true)).toEqual([]);
    expect(shownKeys(key('Backspace'), true)).toEqual([]);
    expect(shownKeys(key('Enter'), true)).toEqual(['Enter']);
  });

  it('are none for a modifier alone', () => {
    expect(shownKeys(key('Control', { ctrlKey: true }), false)).toEqual([]);
    expect(shownKeys(key('Shift', { shiftKey: true }), false)).toEqual([]);
  });
});
