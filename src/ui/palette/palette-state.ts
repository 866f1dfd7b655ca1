import { signal, type Signal } from '@preact/signals';
import type { Keeper } from '../window-state.ts';

/** What lies over the window: the palette, or the keys of where one is. */
export type PaletteState = {
  readonly shows: Signal<'nothing' | 'palette' | 'keys'>;
  /** Why the last command was refused, in words; empty when it was not. */
  readonly refusal: Signal<string>;
  /** Whether keys of a single letter do something (WCAG 2.1.4); kept for this browser. */
  readonly letters: Signal<boolean>;
  /** What was typed into the palette before it was there. */
  early: string;
  readonly setLetters: (on: boolean) => void;
};

const kept = 'rehearsal.letterKeys';

export function createPaletteState(keeper: Keeper | null): PaletteState {
  let stored: string | null = null;
  try {
    stored = keeper?.getItem(kept) ?? null;
  } catch {
    // As if nothing had been kept.
  }
  const letters = signal(stored !== 'off');
  return {
    shows: signal('nothing'),
    refusal: signal(''),
    early: '',
    letters,
    setLetters(on) {
      letters.value = on;
      try {
        keeper?.setItem(kept, on ? 'on' : 'off');
      } catch {
        // It holds until the page is closed.
      }
    },
  };
}
