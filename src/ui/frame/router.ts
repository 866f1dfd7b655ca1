import { signal, type ReadonlySignal } from '@preact/signals';
import type { Keeper } from '../window-state.ts';

/** The segments of an address behind `#/`, such as `settings`, `mocks`, `3`. */
export type Path = readonly string[];

export type Router = {
  /** Where one is; never empty: an address that names nothing is the stage. */
  readonly path: ReadonlySignal<Path>;
  /** Goes there; the browser's Back comes back. */
  readonly go: (...path: Path) => void;
  /** Goes there in the place of where one is, so that Back leads past it. */
  readonly replace: (...path: Path) => void;
  /** The same after something that took its time, for whoever is still where it was begun: who has gone on is left there. */
  readonly replaceFrom: (from: Path, ...path: Path) => void;
  /** The path within a place where one was last, such as `settings`, `mocks`; the place itself if never. */
  readonly lastIn: (place: string) => Path;
};

export type RouterPorts = {
  readonly location: Pick<Location, 'hash'>;
  readonly history: Pick<History, 'pushState' | 'replaceState'>;
  /** Calls when the browser has gone back, forward or to an address that somebody typed. */
  readonly onMoved: (heard: () => void) => void;
  readonly keeper: Keeper | null;
};

const home: Path = ['stage'];
const kept = 'rehearsal.places';

/** The address of a path, to be used as a link. */
export const hrefOf = (path: Path): string => `#/${path.map(encodeURIComponent).join('/')}`;

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // half an escape, typed by hand: it names nothing, and is shown as it stands
  }
}

/** What an address names; null for one that is not of this kind, such as the bare page's. */
export function pathOf(hash: string): Path | null {
  if (!hash.startsWith('#/')) return null;
  const path = hash
    .slice(2)
    .split('/')
    .filter((segment) => segment !== '')
    .map(decoded);
  return path.length === 0 ? null : path;
}

/** The last address of each place, and of all; anything else than addresses is as if never kept. */
function readLast(keeper: Keeper | null): Map<string, string> {
  try {
    const read: unknown = JSON.parse(keeper?.getItem(kept) ?? '{}');
    if (typeof read !== 'object' || read === null) return new Map();
    return new Map(Object.entries(read).filter((one): one is [string, string] => typeof one[1] === 'string'));
  } catch {
    return new Map();
  }
}

/**
 * Where one is in the window, by the address: places are links, Back and Forward work, and whoever comes again without
 * an address is where they were.
 */
export function createRouter({ location, history, onMoved, keeper }: RouterPorts): Router {
  const last = readLast(keeper);
  const path = signal<Path>(home);
  const keep = () => {
    const [place = ''] = path.value;
    if (place === 'widget' || place === 'doctor') return; // pages of their own are nowhere to come back to
    last.set('', hrefOf(path.value)).set(place, hrefOf(path.value));
    try {
      keeper?.setItem(kept, JSON.stringify(Object.fromEntries(last)));
    } catch {
      // A full or forbidden localStorage costs the way back on the next visit, nothing else.
    }
  };
  const show = (next: Path) => {
    if (hrefOf(next) !== hrefOf(path.value)) path.value = next;
    keep();
  };
  const begun = pathOf(location.hash);
  const remembered = pathOf(last.get('') ?? '');
  if (begun !== null) show(begun);
  else if (remembered !== null && location.hash === '') {
    path.value = remembered;
    if (hrefOf(remembered) !== hrefOf(home)) history.replaceState(null, '', hrefOf(remembered));
  }
  onMoved(() => {
    show(pathOf(location.hash) ?? home);
  });
  const replace = (...next: Path) => {
    history.replaceState(null, '', hrefOf(next));
    show(next);
  };
  return {
    path,
    go: (...next) => {
      if (hrefOf(next) !== hrefOf(path.value)) history.pushState(null, '', hrefOf(next));
      show(next);
    },
    replace,
    replaceFrom: (from, ...next) => {
      if (path.value === from) replace(...next);
    },
    lastIn: (place) => pathOf(last.get(place) ?? '') ?? [place],
  };
}
