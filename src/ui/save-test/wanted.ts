import { computed, type ReadonlySignal } from '@preact/signals';
import type { MarkedExpectation } from '../../protocol/test-making.ts';
import type { Store } from '../store/store.ts';

/** The place among the unsent texts of a workspace where it lies what somebody wants of a test. */
const place = 'expected';

/** What of the conversation is to be expected of a test: kept with the workspace, as a test that is not saved yet. */
export type WantedOf = {
  readonly list: ReadonlySignal<readonly MarkedExpectation[]>;
  readonly has: (one: MarkedExpectation) => boolean;
  /** Marks it, or takes the mark back. */
  readonly toggle: (one: MarkedExpectation) => void;
  readonly clear: () => void;
};

const known = new WeakMap<Store, WantedOf>();

/** What is wanted of the open workspace. */
export function wantedOf(store: Store): WantedOf {
  const found = known.get(store) ?? createWanted(store);
  known.set(store, found);
  return found;
}

function createWanted(store: Store): WantedOf {
  const list = computed(() => read(store.draft(place)));
  const write = (now: readonly MarkedExpectation[]) => {
    store.keepDraft(place, now.length === 0 ? '' : JSON.stringify(now));
  };
  const has = (one: MarkedExpectation) => list.value.some((each) => keyOf(each) === keyOf(one));
  return {
    list,
    has,
    toggle: (one) => {
      const now = list.peek();
      write(has(one) ? now.filter((each) => keyOf(each) !== keyOf(one)) : [...now, one]);
    },
    clear: () => {
      write([]);
    },
  };
}

/** A message is one whatever step it is asked at; a status and a screen stand after a step. */
const keyOf = (one: MarkedExpectation): string =>
  one.kind === 'message'
    ? `message ${String(one.message)}`
    : `${one.kind} ${String(one.step)} ${String(one.session)}`;

/** What lies on disk may be of another build: what is not understood is nothing. */
function read(text: string): readonly MarkedExpectation[] {
  try {
    const found: unknown = text === '' ? [] : JSON.parse(text);
    return Array.isArray(found) ? (found as unknown[]).filter(isWanted) : [];
  } catch {
    return [];
  }
}

function isWanted(one: unknown): one is MarkedExpectation {
  if (typeof one !== 'object' || one === null) return false;
  const { step, kind, message, session, status, shows } = one as Record<string, unknown>;
  if (typeof step !== 'number') return false;
  if (kind === 'message') return typeof message === 'number';
  const isOfSession = typeof session === 'number';
  return (
    isOfSession &&
    (kind === 'status' ? typeof status === 'number' : kind === 'shows' && typeof shows === 'string')
  );
}
