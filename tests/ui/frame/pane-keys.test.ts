import { expect, it } from 'vitest';
import { paneStepOf } from '../../../src/ui/frame/pane-keys.tsx';

const pressed = (key: Partial<KeyboardEvent>) => paneStepOf({ key: 'F6', ...key } as KeyboardEvent);

it('F6 leads on and Shift+F6 back, with no other key held', () => {
  expect(pressed({})).toBe(1);
  expect(pressed({ shiftKey: true })).toBe(-1);
  expect(pressed({ key: 'F7' })).toBe(0);
  expect(pressed({ ctrlKey: true })).toBe(0);
});

it('F6 is left to an input method that is composing', () => {
  expect(pressed({ isComposing: true })).toBe(0);
});
