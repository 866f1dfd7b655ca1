import { effect, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Breakpoint } from '../../protocol/debug-api.ts';
import { problemOf } from '../connection/broken.ts';
import { movedLines } from '../edits/moved-lines.ts';
import { allScripts } from '../names.ts';
import type { Store } from '../store/store.ts';
import type { LineBreakpoint } from './breakpoint-text.ts';

/** A breakpoint without its number. */
export type NewBreakpoint = Breakpoint extends infer One
  ? One extends Breakpoint
    ? Omit<One, 'id'>
    : never
  : never;

/** The breakpoint that somebody edits, or is about to make, and where its form is to be. */
export type Edited = {
  readonly breakpoint: Breakpoint | NewBreakpoint;
  /** The line as the editor shows it, with the text that it is of; 0 where it is on none. */
  readonly line: number;
  readonly source: string;
  readonly place: DOMRect;
  readonly focus: 'condition' | 'logMessage' | 'name';
};

/**
 * The breakpoints of the open workspace. The lines are those of the scripts as they are saved, which is what runs; an editor shows them where that
 * text has gone to in what is being written.
 */
export type Breakpoints = {
  readonly list: ReadonlySignal<readonly Breakpoint[]>;
  /** Where the open editor shows those of its script, by id. */
  readonly shownLines: Signal<ReadonlyMap<number, number>>;
  readonly edited: Signal<Edited | null>;
  /** Why some stop nowhere, or nobody knows whether they should, by id. */
  readonly problems: Signal<ReadonlyMap<number, string>>;
  /** Conditions that could not be evaluated where a step came to them, by id: kept until the breakpoint is another. */
  readonly failed: Signal<ReadonlyMap<number, string>>;
  /** Puts others in the place of all. What cannot be kept is told as every problem of storage is. */
  readonly replace: (breakpoints: readonly Breakpoint[]) => void;
  /** Its number is given back before it is kept. */
  readonly add: (breakpoint: NewBreakpoint) => number;
  /** Saves it as it is now, or adds it. */
  readonly put: (breakpoint: Breakpoint | NewBreakpoint) => void;
  readonly remove: (id: number) => void;
  readonly switch: (ids: readonly number[], on: boolean) => void;
  /** The lines of a script have gone elsewhere, by id. */
  readonly move: (lines: ReadonlyMap<number, number>) => void;
  /** Puts back what was removed, where it was. */
  readonly bringBack: (removed: readonly Breakpoint[]) => void;
  /** The script whose lines its own editor looks after; 0 is none. */
  readonly watched: Signal<number>;
};

const withLine = (one: LineBreakpoint, line: number): LineBreakpoint =>
  one.line === line ? one : { ...one, line };

function createBreakpoints(store: Store): Breakpoints {
  const list = signal<readonly Breakpoint[]>([]);
  const shownLines = signal<ReadonlyMap<number, number>>(new Map());
  const problems = signal<ReadonlyMap<number, string>>(new Map());
  const failed = signal<ReadonlyMap<number, string>>(new Map());
  const watched = signal(0);
  let workspace = '';
  let changes = 0;
  /** The texts that the lines are of. */
  let texts = new Map<number, string>();

  effect(() => {
    const id = store.workspace.value?.id ?? '';
    // Another tab has changed them.
    if (id !== '' && store.toldOfBreakpoints.value >= 0) void read(id);
  });

  async function read(id: string): Promise<void> {
    if (id !== workspace) {
      list.value = [];
      failed.value = new Map();
    }
    workspace = id;
    const before = changes;
    const found = await store.engine.breakpoints(id).catch(() => []);
    // What was changed here meanwhile is newer than what was read.
    if (id !== workspace || before !== changes) return;
    texts = new Map();
    list.value = found;
    follow();
  }

  /** A script that was saved by other ways than its editor takes its breakpoints along. One tab sees to it. */
  function follow(): void {
    const world = store.live.peek()?.world;
    if (world === undefined) return;
    const moved = new Map<number, number>();
    for (const { script } of allScripts(world)) {
      const before = texts.get(script.id);
      texts.set(script.id, script.source);
      if (before === undefined || before === script.source || watched.peek() === script.id) continue;
      const own = list
        .peek()
        .filter((one): one is LineBreakpoint => one.kind === 'line' && one.script === script.id);
      const lines = own.map(({ line }) => line);
      movedLines(before, script.source, lines).forEach((line, index) => {
        moved.set(own[index]?.id ?? 0, line);
      });
    }
    if (store.tabs.peek().writes) move(moved);
  }

  effect(() => {
    if (store.live.value !== null && list.value.length > 0) follow();
  });

  /** No number is given twice: what was removed may come back. */
  let highest = 0;
  function newId(): number {
    highest = Math.max(highest, ...list.peek().map((one) => one.id)) + 1;
    return highest;
  }

  function replace(breakpoints: readonly Breakpoint[]): void {
    changes += 1;
    highest = Math.max(highest, ...list.peek().map((one) => one.id));
    list.value = breakpoints;
    store.engine.saveBreakpoints(workspace, breakpoints).then(
      (problem) => {
        if (problem !== null) store.report(problem);
      },
      (error: unknown) => {
        store.report(problemOf(error));
      },
    );
  }

  function add(breakpoint: NewBreakpoint): number {
    const id = newId();
    replace([...list.peek(), { ...breakpoint, id }]);
    return id;
  }

  function move(lines: ReadonlyMap<number, number>): void {
    const taken = new Set<string>();
    const next = list
      .peek()
      .map((one) => (one.kind === 'line' ? withLine(one, lines.get(one.id) ?? one.line) : one))
      // Two that come together on a line are one.
      .filter((one) => {
        if (one.kind !== 'line') return true;
        const key = `${String(one.script)}:${String(one.line)}`;
        const isFirst = !taken.has(key);
        taken.add(key);
        return isFirst;
      });
    const isSame =
      next.length === list.peek().length && next.every((one, index) => one === list.peek()[index]);
    if (!isSame) replace(next);
  }

  return {
    list,
    shownLines,
    edited: signal<Edited | null>(null),
    problems,
    failed,
    watched,
    replace,
    add,
    put: (breakpoint) => {
      if (!('id' in breakpoint)) add(breakpoint);
      else {
        failed.value = new Map([...failed.peek()].filter(([id]) => id !== breakpoint.id));
        replace(list.peek().map((one) => (one.id === breakpoint.id ? breakpoint : one)));
      }
    },
    remove: (id) => {
      replace(list.peek().filter((one) => one.id !== id));
    },
    switch: (ids, on) => {
      replace(list.peek().map((one) => (ids.includes(one.id) ? { ...one, isOff: !on } : one)));
    },
    move,
    bringBack: (removed) => {
      const now = list.peek();
      const back = removed.map((one) =>
        now.some(({ id }) => id === one.id) ? { ...one, id: newId() } : one,
      );
      replace([...now, ...back].toSorted((a, b) => a.id - b.id));
    },
  };
}

const known = new WeakMap<Store, Breakpoints>();

/** The breakpoints of a store: the same for all who use them. */
export function breakpointsOf(store: Store): Breakpoints {
  const breakpoints = known.get(store) ?? createBreakpoints(store);
  known.set(store, breakpoints);
  return breakpoints;
}
