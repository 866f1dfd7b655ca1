import { computed, signal } from '@preact/signals';
import type { World } from '../../engine/world.ts';
import type { Answer } from '../../protocol/engine-api.ts';
import type { Store } from '../store/store.ts';

/** A store whose world somebody puts there, and nothing else changes. */
export type StillStore = Store & { readonly show: (world: World) => void };

const nothing = () => undefined;
const done = () => Promise.resolve();

/** Nobody can do anything in a picture: what is asked of it is answered, and has no effect. */
const refused = (): Promise<Answer> =>
  Promise.resolve({ kind: 'refused', reason: { code: 'text', params: { text: '' } } });

/**
 * A store that shows one world as it stands, for panes that are looked at only: it sends nothing, keeps nothing, and its
 * clock stands. What belongs to no workspace it has from the store of the window.
 */
export function createStillStore(around: Store, world: World): StillStore {
  const shown = signal<World | null>(world);
  const events = signal<readonly never[]>([]);
  const live = computed(() => (shown.value === null ? null : { world: shown.value, events: events.value }));
  return {
    ...around,
    live,
    world: shown,
    events,
    moment: signal(null),
    clock: signal({ speed: 1, paused: true }),
    anchor: computed(() => ({ at: shown.value?.now ?? 0, since: 0 })),
    pending: signal(0),
    problem: signal(null),
    showMoment: nothing,
    loadOlder: done,
    keepAll: nothing,
    letGo: nothing,
    stepOf: () => [],
    eventOf: () => Promise.resolve(undefined),
    findBack: () => Promise.resolve(undefined),
    receive: nothing,
    open: done,
    openSample: done,
    startOver: () => Promise.resolve(false),
    openPlayed: () => Promise.resolve(null),
    remove: () => Promise.resolve(null),
    goOnWith: done,
    rename: () => Promise.resolve(null),
    dispatch: refused,
    setClock: done,
    nextTimer: refused,
    outbox: { waiting: () => [], refusal: () => '', dismiss: nothing, send: nothing, resume: nothing },
    draft: () => '',
    keepDraft: nothing,
    leftDrafts: { left: () => [], takeUp: nothing, drop: nothing },
    flushDrafts: done,
    leave: done,
    dismissProblem: nothing,
    show: (next) => {
      shown.value = next;
    },
  };
}
