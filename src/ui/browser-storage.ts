/** What the browser keeps for this site or this tab, as far as the window uses it. */
export type KeyValueStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export type BrowserStorage = {
  /** Null where the browser forbids it. */
  readonly local: KeyValueStorage | null;
  readonly session: KeyValueStorage | null;
  /** Nothing is written any more: everything was erased, and nobody is to find a rest of it. */
  readonly seal: () => void;
};

/** The two stores of the page; the window writes to no other one, and past none of these. */
export function createBrowserStorage(): BrowserStorage {
  let sealed = false;
  const keeper = (which: 'localStorage' | 'sessionStorage'): KeyValueStorage | null => {
    let store: Storage;
    try {
      store = globalThis[which];
    } catch {
      return null;
    }
    return {
      getItem: (key) => store.getItem(key),
      key: (index) => store.key(index),
      get length() {
        return store.length;
      },
      setItem: (key, value) => {
        if (!sealed) store.setItem(key, value);
      },
      removeItem: (key) => {
        store.removeItem(key);
      },
    };
  };
  return {
    local: keeper('localStorage'),
    session: keeper('sessionStorage'),
    seal: () => {
      sealed = true;
    },
  };
}

/** Forgets what was kept of a workspace that is gone for good: its view, what was not sent in it, where it was saved. */
export function forgetWorkspace(keeper: KeyValueStorage | null, id: string): void {
  const names: string[] = [];
  for (let n = 0; n < (keeper?.length ?? 0); n += 1) {
    const name = keeper?.key(n) ?? '';
    if (name.startsWith('rehearsal.') && name.split('.').includes(id)) names.push(name);
  }
  for (const name of names) keeper?.removeItem(name);
}
