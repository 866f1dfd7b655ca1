import type { AppContextValue } from '../context.ts';
import { isNetworkPage } from './network-page.ts';
import { createNetwork, type Network } from './network.ts';

/** Not answered for so many milliseconds, it is asked without a permit: then the service worker may refuse the request. */
const permitWait = 3000;

/** Has the service worker let one request of this page out (`sw.ts`); where there is none, the page's policy alone decides. */
async function permit(method: string, url: string): Promise<void> {
  const controller = 'serviceWorker' in navigator ? navigator.serviceWorker.controller : null;
  if (controller === null) return;
  const { port1, port2 } = new MessageChannel();
  await new Promise<void>((resolve) => {
    port1.onmessage = () => {
      resolve();
    };
    setTimeout(resolve, permitWait);
    controller.postMessage({ type: 'PERMIT', method, url }, [port2]);
  });
  port1.close();
}

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
