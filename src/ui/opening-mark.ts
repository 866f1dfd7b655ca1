import type { Keeper } from './window-state.ts';

const key = 'rehearsal.openingHung';

export type OpeningMark = {
  /** Whether an earlier page did not come to the end of opening its workspace. */
  readonly isSet: () => boolean;
  readonly set: (hung: boolean) => void;
};

/**
 * Remembers over a reload that opening the last workspace did not come to an end, so that the next page asks
 * before it tries the same again.
 */
export function createOpeningMark(keeper: (Keeper & Pick<Storage, 'removeItem'>) | null): OpeningMark {
  return {
    isSet: () => keeper?.getItem(key) === 'yes',
    set: (hung) => {
      try {
        if (hung) keeper?.setItem(key, 'yes');
        else keeper?.removeItem(key);
      } catch {
        // Where nothing can be kept, the next page tries again by itself.
      }
    },
  };
}
