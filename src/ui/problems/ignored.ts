import { computed, type ReadonlySignal } from '@preact/signals';
import type { Store } from '../store/store.ts';

/** The place among the unsent texts of a workspace where it lies which hints nobody wants to see there. */
const place = 'hints.ignored';

/** Hints that somebody ignores: kept with the workspace, until they are wanted back. */
export type Ignored = {
  readonly keys: ReadonlySignal<ReadonlySet<string>>;
  readonly ignore: (key: string) => void;
  readonly takeBack: (key: string) => void;
};

const known = new WeakMap<Store, Ignored>();

/** What is ignored in the open workspace. */
export function ignoredOf(store: Store): Ignored {
  const found = known.get(store) ?? createIgnored(store);
  known.set(store, found);
  return found;
}

/** The same, of whatever keeps texts by their places. */
export function createIgnored({ draft, keepDraft }: Pick<Store, 'draft' | 'keepDraft'>): Ignored {
  const keys = computed(() => read(draft(place)));
  const write = (now: ReadonlySet<string>) => {
    keepDraft(place, now.size === 0 ? '' : JSON.stringify([...now]));
  };
  return {
    keys,
    ignore: (key) => {
      write(new Set([...keys.peek(), key]));
    },
    takeBack: (key) => {
      write(new Set([...keys.peek()].filter((one) => one !== key)));
    },
  };
}

/** What lies on disk may be of another build: what is not understood is nothing. */
function read(text: string): ReadonlySet<string> {
  try {
    const found: unknown = text === '' ? [] : JSON.parse(text);
    return new Set(Array.isArray(found) ? found.filter((one) => typeof one === 'string') : []);
  } catch {
    return new Set();
  }
}

/**
 * What a hint is known by: its code, its script, and the line that it is about. So it stays ignored when lines move, and comes
 * back when that line says something else.
 */
export const keyOfHint = (code: string, script: number, source: string, line: number): string =>
  `${code} ${String(script)} ${source.split('\n')[line - 1]?.trim() ?? ''}`;

/** A hint of runs is about what a script did, wherever its lines stand by now. */
export const keyOfRunHint = (code: string, script: number): string => `${code} ${String(script)} run`;
