import type { Keeper } from '../window-state.ts';

type Texts = Readonly<Record<string, string>>;

/**
 * Carries unsent text over the moment in which a page goes: what was typed a blink before has not reached the
 * disk through the worker, and localStorage is the only thing that a page can write before it is gone.
 */
export type DraftsBridge = {
  readonly note: (workspace: string, drafts: Texts) => void;
  /** What an earlier page noted and nobody put on disk. */
  readonly take: (workspace: string) => Texts;
};

export const noBridge: DraftsBridge = { note: () => undefined, take: () => ({}) };

const keyOf = (workspace: string): string => `rehearsal.drafts.${workspace}`;

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
export function createDraftsBridge(keeper: (Keeper & Pick<Storage, 'removeItem'>) | null): DraftsBridge {
  return {
    note(workspace, drafts) {
      const key = keyOf(workspace);
      try {
        keeper?.setItem(key, JSON.stringify({ ...textsOf(keeper.getItem(key)), ...drafts }));
      } catch {
        // Full: the flush that runs beside this is what is left.
      }
    },
    take(workspace) {
      const key = keyOf(workspace);
      try {
        const texts = textsOf(keeper?.getItem(key) ?? null);
        keeper?.removeItem(key);
        return texts;
      } catch {
        return {};
      }
    },
  };
}
