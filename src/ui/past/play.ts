import { effect, signal, untracked, type ReadonlySignal } from '@preact/signals';
import type { RecordedEvent } from '../../engine/events.ts';
import type { Store } from '../store/store.ts';
import { pastOf } from './past.ts';

export type Speed = '1' | '4' | '16' | 'reading';

/** However long the log waits between two steps, and however short: nobody waits longer, and everybody can read it. */
const longest = 4000;
const shortest = 120;
/** Time to see that something was said, and for each character of it, in milliseconds. */
const toSee = 700;
const toRead = 45;

export type Player = {
  readonly plays: ReadonlySignal<boolean>;
  readonly speed: ReadonlySignal<Speed>;
  readonly setSpeed: (speed: Speed) => void;
  /** Plays on from the shown moment, from the present from the start. */
  readonly play: () => void;
  readonly stop: () => void;
};

const written = (events: readonly RecordedEvent[]): number =>
  events.reduce((sum, event) => sum + (event.type === 'message.saved' ? event.text.length : 0), 0);

/** So long the moment of a step is shown before the next one: `gap` milliseconds of the log lie between them. */
export function pauseOf(speed: Speed, gap: number, step: readonly RecordedEvent[]): number {
  const pause = speed === 'reading' ? toSee + toRead * written(step) : gap / Number(speed);
  return Math.min(speed === 'reading' ? 2 * longest : longest, Math.max(shortest, pause));
}

const players = new WeakMap<Store, Player>();

/** Plays the log on, step by step, until the present or until somebody stops it. */
export function playerOf(store: Store): Player {
  const known = players.get(store) ?? createPlayer(store);
  players.set(store, known);
  return known;
}

function createPlayer(store: Store): Player {
  const past = pastOf(store);
  const plays = signal(false);
  const speed = signal<Speed>('reading');
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Where playing has come to: whoever goes elsewhere stops it. */
  let expected: number | null = null;

  function stop(): void {
    clearTimeout(timer);
    plays.value = false;
  }

  function later(): void {
    const marks = past.marks.peek();
    const done = past.steps.peek();
    const here = marks[done - 1];
    const next = marks[done];
    if (next === undefined) {
      stop();
      past.back();
      return;
    }
    const events = store.events.peek().filter(({ step }) => step === here?.step);
    const pause = pauseOf(speed.peek(), here === undefined ? 0 : next.at - here.at, events);
    timer = setTimeout(() => {
      expected = next.seq < (store.live.peek()?.world.seq ?? 0) ? next.seq : null;
      void past.goTo(next.seq).then(() => {
        if (!plays.peek()) return;
        if (expected === null) stop();
        else later();
      });
    }, pause);
  }

  effect(() => {
    const isElsewhere = past.at.value !== expected;
    untracked(() => {
      if (isElsewhere && plays.peek()) stop();
    });
  });

  return {
    plays,
    speed,
    setSpeed: (next) => {
      speed.value = next;
      if (!plays.peek()) return;
      clearTimeout(timer);
      later();
    },
    play: () => {
      if (plays.peek()) return;
      void (async () => {
        if (past.at.peek() === null) await past.goTo(0);
        expected = past.at.peek();
        if (expected === null) return;
        plays.value = true;
        later();
      })();
    },
    stop,
  };
}
