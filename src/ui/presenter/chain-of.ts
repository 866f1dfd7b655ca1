import type { RecordedEvent } from '../../engine/events.ts';
import { causalList, isStatusChange } from '../session/causes.ts';
import type { Store } from '../store/store.ts';

/** An event and what it follows from, the first cause first; read once, as pointing along them moves the window in time. */
export type Chain = {
  readonly events: readonly RecordedEvent[];
  readonly lookUp: (seq: number) => RecordedEvent | undefined;
};

/** Nobody explains a longer one. */
const longest = 200;

/**
 * The causes of what is selected in the window, else of the last change of status of its session; null when there is
 * neither.
 */
export async function chainOfSelected(
  store: Store,
  session: number,
  selected: number,
): Promise<Chain | null> {
  const known = new Map(store.events.peek().map((event) => [event.seq, event]));
  const read = async (seq: number) => {
    const event = known.get(seq) ?? (await store.eventOf(seq));
    if (event !== undefined) known.set(seq, event);
    return event;
  };
  const root =
    selected > 0
      ? await read(selected)
      : (store.events.peek().findLast((event) => isStatusChange(event, session)) ??
        (await store.findBack((event) => isStatusChange(event, session))));
  if (root === undefined) return null;
  known.set(root.seq, root);
  let at: RecordedEvent | undefined = root;
  for (let n = 0; n < longest && at !== undefined; n += 1)
    at = at.cause > 0 && at.cause < at.seq ? await read(at.cause) : undefined;
  const lookUp = (seq: number) => known.get(seq);
  const all = [...known.values()].toSorted((a, b) => a.seq - b.seq);
  return { events: causalList(root, all, lookUp), lookUp };
}
