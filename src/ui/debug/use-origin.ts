import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { DebugOrigin, OriginPick } from '../../protocol/debug-api.ts';
import { useAppContext } from '../context.ts';
import { sentence } from '../sentence.ts';
import { debuggingOf, type AskedOrigin } from './debugging.ts';
import { originWords as words } from '../words/origin-words.ts';

/** The way of a value, and how to have it go elsewhere. */
export type Way = {
  /** Undefined until it is known; a sentence where that is not possible. */
  readonly chain: ReadonlySignal<DebugOrigin | string | undefined>;
  readonly picks: ReadonlySignal<readonly OriginPick[]>;
  /** Follows another value on a link; what was chosen further down is let go. */
  readonly follow: (pick: OriginPick) => void;
  /** Back to the way before that. */
  readonly unfollow: () => void;
};

/** Asks once for each way of a value: wherever one goes along it, it stays that of where it was asked. */
export function useOrigin(asked: AskedOrigin): Way {
  const { store } = useAppContext();
  const debugging = debuggingOf(store);
  const chain = useSignal<DebugOrigin | string | undefined>(undefined);
  const picks = useSignal<readonly OriginPick[]>([]);
  const chosen = picks.value;
  useEffect(() => {
    let isOver = false;
    void debugging.originOf(asked, chosen).then((found) => {
      if (isOver) return;
      chain.value = found === null ? words.noAnswer : 'problem' in found ? sentence(found.problem) : found;
    });
    return () => {
      isOver = true;
    };
  }, [asked, chosen, debugging, chain]);
  return {
    chain,
    picks,
    follow: (pick) => {
      picks.value = [...chosen.filter(({ link }) => link < pick.link), pick];
    },
    unfollow: () => {
      picks.value = chosen.slice(0, -1);
    },
  };
}
