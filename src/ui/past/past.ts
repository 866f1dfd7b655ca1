import { batch, computed, effect, signal, untracked, type ReadonlySignal } from '@preact/signals';
import type { Bookmark, StepMark } from '../../protocol/engine-api.ts';
import { Broken, problemOf } from '../connection/broken.ts';
import { coded } from '../codes.ts';
import type { Store } from '../store/store.ts';
import { whenIdle } from '../when-idle.ts';
import { Moments } from './moments.ts';
import { markAt, momentOf, stepsUpTo } from './places-in-time.ts';

/** The marks of a longer log are read when somebody turns to the slider, not with each message: counted in events. */
const longLog = 5000;

/** How soon after the last new event the marks of the slider are read again, in milliseconds. */
const restBefore = 400;

/**
 * The time machine: where in its log the window stands, and the ways from one moment to another. Moments are shown by the
 * store, so that every pane shows them; what is live goes on meanwhile.
 */
export type Past = {
  /** The event after which the world is shown; null in the present. */
  readonly at: ReadonlySignal<number | null>;
  /** All steps of the log; empty until `learn` or `catchUp` has asked for them. */
  readonly marks: ReadonlySignal<readonly StepMark[]>;
  /** The steps in which something was changed by hand. */
  readonly byHand: ReadonlySignal<ReadonlySet<number>>;
  /** How many whole steps have happened at the shown moment. */
  readonly steps: ReadonlySignal<number>;
  /** How many steps have come since the past was entered. */
  readonly since: ReadonlySignal<number>;
  /** The number of the last whole step; 0 for none. */
  readonly lastStep: () => Promise<number>;
  readonly bookmarks: ReadonlySignal<readonly Bookmark[]>;
  /** The one at the shown moment. */
  readonly bookmarkHere: ReadonlySignal<Bookmark | undefined>;
  /** Reads the marks, now and as more steps come, until what it returns is called. Those of a long log are left to `catchUp`. */
  readonly learn: () => () => void;
  /** Reads the marks that are still missing. */
  readonly catchUp: () => Promise<void>;
  /** Shows the world after an event; of two calls, the later one holds. */
  readonly goTo: (seq: number) => Promise<void>;
  /** A step back or on; from the last one on to the present. */
  readonly goStep: (by: 1 | -1) => Promise<void>;
  readonly goEvent: (by: 1 | -1) => Promise<void>;
  readonly back: () => void;
  readonly bookmark: (bookmark: Bookmark, isKept: boolean) => Promise<boolean>;
};

function createPast(store: Store): Past {
  const { engine } = store;
  const at = computed(() => store.moment.value?.world.seq ?? null);
  const marks = signal<readonly StepMark[]>([]);
  const bookmarks = computed(() => store.workspace.value?.about?.bookmarks ?? []);
  const steps = computed(() => stepsUpTo(marks.value, at.value ?? Infinity));
  const enteredAt = signal(0);
  let wanted = 0;
  const current = () => store.workspace.peek()?.id ?? '';
  const now = () => store.live.peek()?.world.seq ?? 0;
  let moments = newMoments();
  let known = current();

  function newMoments(): Moments {
    const workspace = current();
    return new Moments({
      ask: (seq) => engine.momentAt(workspace, seq),
      read: (from, to) => engine.events(workspace, from, to),
      idle: () => new Promise<void>(whenIdle),
    });
  }

  /** The furthest that the log was known to reach. */
  let reached = 0;

  /** Another workspace has other moments and other marks, and so has a log that was cut off because of damage. */
  function meet(): void {
    const isSame = known === current() && now() >= reached;
    reached = now();
    if (isSame) return;
    known = current();
    moments = newMoments();
    marks.value = [];
  }

  async function readMarks(): Promise<void> {
    meet();
    const workspace = known;
    const from = (marks.peek().at(-1)?.step ?? 0) + 1;
    const more = await engine.stepMarks(workspace, from).catch(() => []);
    if (workspace !== current()) return;
    // Another read may have come back meanwhile, with the first of these.
    const last = marks.peek().at(-1)?.step ?? 0;
    const fresh = more.filter(({ step }) => step > last);
    if (last >= from - 1 && fresh.length > 0) marks.value = [...marks.peek(), ...fresh];
  }

  async function catchUp(): Promise<void> {
    if (now() > (marks.peek().at(-1)?.seq ?? 0) || known !== current()) await readMarks();
    void moments.warm(now());
  }

  let readers = 0;
  let leave = () => {};
  function learn(): () => void {
    readers += 1;
    if (readers === 1) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const stop = effect(() => {
        const seq = store.live.value?.world.seq ?? 0;
        const isAsked = seq <= longLog || at.value !== null;
        const isBehind = isAsked && seq > (marks.peek().at(-1)?.seq ?? 0);
        const isOther = store.workspace.value?.id !== known;
        if (!isBehind && !isOther) return;
        clearTimeout(timer);
        timer = setTimeout(() => void readMarks(), marks.peek().length === 0 || isOther ? 0 : restBefore);
      });
      leave = () => {
        clearTimeout(timer);
        stop();
      };
    }
    return () => {
      readers -= 1;
      if (readers === 0) leave();
    };
  }

  async function goTo(seq: number): Promise<void> {
    meet();
    const wish = ++wanted;
    const workspace = known;
    if (seq >= now()) {
      back();
      return;
    }
    const moment = await moments.at(Math.max(0, seq)).catch(() => null);
    if (wish !== wanted || workspace !== current()) return;
    if (moment === null) store.report(problemOf(new Broken(coded('moment-not-read', {}))));
    else
      batch(() => {
        if (store.moment.peek() === null) enteredAt.value = now();
        store.showMoment(moment);
      });
  }

  function back(): void {
    wanted += 1;
    store.showMoment(null);
  }

  const shown = () => at.peek() ?? now();
  return {
    at,
    marks,
    byHand: computed(
      () => new Set(marks.value.filter(({ byHand }) => byHand === true).map(({ step }) => step)),
    ),
    steps,
    since: computed(() => {
      if (at.value === null) return 0;
      return marks.value.filter(({ seq }) => seq > enteredAt.value).length;
    }),
    async lastStep() {
      await catchUp();
      return marks.peek()[steps.peek() - 1]?.step ?? 0;
    },
    bookmarks,
    bookmarkHere: computed(() => bookmarks.value.find((one) => momentOf(one, marks.value) === at.value)),
    learn,
    catchUp,
    goTo,
    async goStep(by) {
      if (at.peek() === null) await catchUp();
      await goTo(untracked(() => markAt(marks.value, shown(), by)));
    },
    goEvent: (by) => goTo(shown() + by),
    back,
    bookmark: store.bookmark,
  };
}

const pasts = new WeakMap<Store, Past>();

/** The time machine of a store: one for all who use it. */
export function pastOf(store: Store): Past {
  const past = pasts.get(store) ?? createPast(store);
  pasts.set(store, past);
  return past;
}
