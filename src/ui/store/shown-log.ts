import { batch, computed, signal, type ReadonlySignal } from '@preact/signals';
import type { RecordedEvent } from '../../engine/events.ts';
import { fold } from '../../engine/fold.ts';
import type { World } from '../../engine/world.ts';
import { findBack, page } from './older-events.ts';

/** How many of the newest events the page holds; older ones are paged in and let go again. */
export const held = 1000;

/** A moment of the log: the world after its last event, and the events that led there, as many as are held. */
export type Moment = { readonly world: World; readonly events: readonly RecordedEvent[] };

/**
 * What the window shows of the log. What is *live* goes on with every event that the feed passes on. What is *shown* is
 * the live moment unless another one is shown in its place: all panes read `world` and `events`, so that none of them
 * has to know which. Only what sends something, or tells how far the log has come, asks for `live`.
 */
export type ShownLog = {
  /** The newest moment, whatever is shown; null before a workspace was opened. */
  readonly live: ReadonlySignal<Moment | null>;
  /** The moment that is shown in the place of the live one; null while that is shown itself. */
  readonly moment: ReadonlySignal<Moment | null>;
  /** Of what is shown. */
  readonly world: ReadonlySignal<World | null>;
  readonly events: ReadonlySignal<readonly RecordedEvent[]>;
  /** Shows a moment of the open workspace until another one, or null for the live one, is shown. */
  readonly showMoment: (moment: Moment | null) => void;
  /** Puts the page of events before the oldest one shown in front, for somebody who keeps them until `letGo`. */
  readonly loadOlder: (who: string) => Promise<void>;
  /** From now on nothing is let go of: somebody reads what is held. */
  readonly keepAll: (who: string) => void;
  /** Once nobody reads it any more, lets go of all but the newest events, now and as more come. */
  readonly letGo: (who: string) => void;
  /** The events of the step that ended with event `seq`, as far as the live moment holds them. */
  readonly stepOf: (seq: number) => readonly RecordedEvent[];
  /** One event of the whole log, held or not. */
  readonly eventOf: (seq: number) => Promise<RecordedEvent | undefined>;
  /** The newest event before the shown ones that passes the test, read page by page. */
  readonly findBack: (test: (event: RecordedEvent) => boolean) => Promise<RecordedEvent | undefined>;
};

/** The same, for whoever fills it. */
export type FilledLog = ShownLog & {
  /** A workspace was opened. A moment that was shown of the same log goes on being shown. */
  readonly begin: (live: Moment, isSameLog: boolean) => void;
  /** The next events of the log, in order. */
  readonly append: (events: readonly RecordedEvent[]) => void;
};

type ShownLogPorts = {
  readonly read: (from: number, to: number) => Promise<readonly RecordedEvent[]>;
  readonly fail: (error: unknown) => void;
};

const none: readonly RecordedEvent[] = [];

export function createShownLog({ read, fail }: ShownLogPorts): FilledLog {
  const live = signal<Moment | null>(null);
  const moment = signal<Moment | null>(null);
  const world = computed(() => (moment.value ?? live.value)?.world ?? null);
  const events = computed(() => (moment.value ?? live.value)?.events ?? none);
  /** Who reads what is held: as long as there is anybody, nothing is let go of. */
  const holders = new Set<string>();
  let loading: Promise<void> | null = null;
  const firstShown = () => events.value[0]?.seq ?? (world.value?.seq ?? 0) + 1;

  const change = (one: typeof live, next: (all: readonly RecordedEvent[]) => readonly RecordedEvent[]) => {
    if (one.value !== null) one.value = { ...one.value, events: next(one.value.events) };
  };
  const newest = (all: readonly RecordedEvent[]) => (all.length > held ? all.slice(-held) : all);

  async function readOlder(who: string): Promise<void> {
    const first = firstShown();
    const before = moment.value === null ? live : moment;
    try {
      const older = await read(Math.max(1, first - page), first - 1);
      holders.add(who);
      if (firstShown() === first) change(before, (all) => [...older, ...all]);
    } catch (error) {
      fail(error);
    }
  }

  return {
    live,
    moment,
    world,
    events,
    showMoment: (next) => {
      moment.value = next;
    },
    begin(next, isSameLog) {
      batch(() => {
        live.value = next;
        if (!isSameLog) moment.value = null;
      });
    },
    append(more) {
      if (live.value === null) return;
      const all = [...live.value.events, ...more];
      live.value = {
        world: more.reduce(fold, live.value.world),
        events: holders.size > 0 ? all : newest(all),
      };
    },
    async loadOlder(who) {
      if (firstShown() <= 1) return;
      loading ??= readOlder(who).finally(() => {
        loading = null;
      });
      await loading;
    },
    keepAll(who) {
      holders.add(who);
    },
    letGo(who) {
      holders.delete(who);
      if (holders.size > 0) return;
      batch(() => {
        change(live, newest);
        change(moment, newest);
      });
    },
    stepOf(seq) {
      const all = live.value?.events ?? none;
      const last = all[seq - (all[0]?.seq ?? 1)];
      if (last === undefined) return none;
      return all.filter((event) => event.step === last.step && event.seq <= seq);
    },
    async eventOf(seq) {
      const known = events.value[seq - firstShown()];
      if (known !== undefined) return known;
      if (seq < 1 || seq > (live.value?.world.seq ?? 0)) return undefined;
      return (await read(seq, seq))[0];
    },
    findBack: (test) => findBack(read, firstShown(), test),
  };
}
