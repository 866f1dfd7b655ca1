import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';

const none: ReadonlySet<string> = new Set();

type Folding = {
  /** The moments that stand otherwise than all others. */
  readonly toggled: ReadonlySet<string>;
  /** Folds or unfolds one, by hand. */
  readonly toggle: (moment: string) => void;
  /**
   * Unfolds one to show what is chosen elsewhere; the one that was unfolded so before is folded again, so that whoever
   * walks through many chats does not leave all of them open.
   */
  readonly reveal: (moment: string) => void;
};

/** Which moments of the timeline are unfolded; `unfolds` says how they stand unless somebody changes it. */
export function useFolding(unfolds: boolean): Folding {
  const toggled = useSignal(none);
  const revealed = useRef('');
  useEffect(() => {
    toggled.value = none;
    revealed.current = '';
  }, [unfolds, toggled]);
  const acts = useMemo(() => {
    const change = (...moments: readonly string[]) => {
      const next = new Set(toggled.peek());
      for (const moment of moments) if (!next.delete(moment)) next.add(moment);
      toggled.value = next;
    };
    return {
      toggle: (moment: string) => {
        if (revealed.current === moment) revealed.current = '';
        change(moment);
      },
      reveal: (moment: string) => {
        const before = revealed.current;
        revealed.current = moment;
        change(...(before === '' || before === moment ? [] : [before]), moment);
      },
    };
  }, [toggled]);
  return { toggled: toggled.value, ...acts };
}
