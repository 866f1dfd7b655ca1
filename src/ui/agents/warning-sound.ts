import { signal, type ReadonlySignal } from '@preact/signals';
import type { Keeper } from '../window-state.ts';

const kept = 'rehearsal.warningSound';
const state = signal<boolean | null>(null);

/** Whether warnings are heard in this browser; they are not until somebody wants it. */
export function warningSound(keeper: Keeper | null): ReadonlySignal<boolean | null> {
  if (state.peek() === null) {
    try {
      state.value = keeper?.getItem(kept) === 'on';
    } catch {
      state.value = false;
    }
  }
  return state;
}

export function setWarningSound(keeper: Keeper | null, on: boolean): void {
  state.value = on;
  try {
    keeper?.setItem(kept, on ? 'on' : 'off');
  } catch {
    // It holds until the page is closed.
  }
}

/** For so long, in milliseconds, one tone stands for all warnings that come. */
const quietFor = 10_000;
let heardAt = -Infinity;

/** Two soft notes, unless they were just heard or nobody has the page before them. */
export function soundWarning(): void {
  if (document.visibilityState !== 'visible' || performance.now() - heardAt < quietFor) return;
  heardAt = performance.now();
  const context = new AudioContext();
  const volume = context.createGain();
  volume.connect(context.destination);
  volume.gain.setValueAtTime(0.08, context.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, context.currentTime + 0.5);
  for (const [frequency, after] of [
    [660, 0],
    [880, 0.15],
  ] as const) {
    const tone = context.createOscillator();
    tone.frequency.value = frequency;
    tone.connect(volume);
    tone.start(context.currentTime + after);
    tone.stop(context.currentTime + 0.5);
    tone.onended = () => {
      if (after > 0) void context.close();
    };
  }
}
