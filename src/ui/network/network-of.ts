import type { AppContextValue } from '../context.ts';
import { isNetworkPage } from './network-page.ts';
import { createNetwork, type Network } from './network.ts';
import { permit } from './permit.ts';

const known = new WeakMap<object, Network>();

/** The real network of this window: made by whoever first asks for it. */
export function networkOf(context: Pick<AppContextValue, 'store' | 'keepers' | 'undo'>): Network {
  const made = known.get(context.store);
  if (made !== undefined) return made;
  const network = createNetwork(context, {
    isHere: isNetworkPage(),
    location,
    locks: 'locks' in navigator ? navigator.locks : null,
    fetch: (...of) => fetch(...of),
    permit,
    isOnline: () => navigator.onLine,
    monotonic: () => performance.now(),
    onKept: (changed) => {
      addEventListener('storage', ({ key }) => {
        changed(key);
      });
    },
  });
  known.set(context.store, network);
  return network;
}
