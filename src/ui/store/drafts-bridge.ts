type Texts = Readonly<Record<string, string>>;
type Keeper = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/**
 * Carries unsent text over the moment in which a page goes: what was typed a blink before has not reached the
 * disk through the worker, and localStorage is the only thing that a page can write before it is gone. Each tab
 * notes its own.
 */
export type DraftsBridge = {
  readonly note: (workspace: string, tab: string, drafts: Texts) => void;
  /** What tabs have noted and nobody has put on disk yet. */
  readonly read: (workspace: string) => ReadonlyMap<string, Texts>;
  /** It is on disk. */
  readonly clear: (workspace: string, tab: string) => void;
};

export const noBridge: DraftsBridge = {
  note: () => undefined,
  read: () => new Map(),
  clear: () => undefined,
};

/** Of no tab: as older releases noted it, and browsers whose tabs cannot be told apart. */
const nameOf = (workspace: string, tab: string): string =>
  tab === '' ? `rehearsal.drafts.${workspace}` : `rehearsal.drafts.${workspace}.${tab}`;

function textsOf(json: string | null): Texts {
  try {
    const kept: unknown = JSON.parse(json ?? 'null');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(
      Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return {};
  }
}

/** A bridge over localStorage; without one, or when it is full, what is newest may be a moment old. */
export function createDraftsBridge(keeper: Keeper | null): DraftsBridge {
  const quietly = (work: (at: Keeper) => void) => {
    try {
      if (keeper !== null) work(keeper);
    } catch {
      // Full or forbidden: the saving that runs beside this is what is left.
    }
  };
  return {
    note(workspace, tab, drafts) {
      const name = nameOf(workspace, tab);
      quietly((at) => {
        at.setItem(name, JSON.stringify({ ...textsOf(at.getItem(name)), ...drafts }));
      });
    },
    read(workspace) {
      const found = new Map<string, Texts>();
      quietly((at) => {
        const one = nameOf(workspace, '');
        for (let n = 0; n < at.length; n++) {
          const name = at.key(n) ?? '';
          if (name !== one && !name.startsWith(`${one}.`)) continue;
          found.set(name.slice(one.length + 1), textsOf(at.getItem(name)));
        }
      });
      return found;
    },
    clear(workspace, tab) {
      quietly((at) => {
        at.removeItem(nameOf(workspace, tab));
      });
    },
  };
}
