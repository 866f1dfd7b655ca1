import { useEffect } from 'preact/hooks';
import { useStore } from '../context.ts';
import { botWords } from '../words/bot-words.ts';

type EarlierProps = {
  /** Who reads: older events stay held for it until it goes. */
  readonly who: string;
  /** How many more there are among the held events. */
  readonly hidden: number;
  /** How many of them are shown at a time. */
  readonly step: number;
  readonly onMore: () => void;
};

/** What stands before the first line that is shown: how much is left out, and the way to it. Nothing is dropped unsaid. */
export function Earlier({ who, hidden, step, onMore }: EarlierProps) {
  const store = useStore();
  const older = (store.events.value[0]?.seq ?? 1) - 1;
  if (hidden === 0 && older === 0) return null;
  return (
    <p class="earlier">
      <button
        type="button"
        class="quiet"
        onClick={() => {
          if (hidden > 0) onMore();
          else void store.loadOlder(who);
        }}
      >
        {hidden > 0 ? botWords.earlierLines(Math.min(hidden, step), hidden) : botWords.olderEvents(older)}
      </button>
    </p>
  );
}

/** Keeps the older events that somebody asked for as long as what shows them is there. */
export function useLettingGo(who: string): void {
  const store = useStore();
  useEffect(
    () => () => {
      store.letGo(who);
    },
    [store, who],
  );
}
