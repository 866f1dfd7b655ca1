import { openLog } from '../storage/open-log.ts';
import type { LoadJavaScript } from './scripts/javascript-part.ts';
import { loneLocks } from './tabs/lone-locks.ts';
import type { Channel, HeldLock, Locks, Ports } from './ports.ts';
import { realEngine } from './real-engine.ts';

/** Changes when tabs of two releases could not understand each other. */
const channelName = 'rehearsal 1';

/** What the browser has to offer; what it lacks is null, and done without. */
export function browserPorts(): Ports {
  const hasChannel = typeof BroadcastChannel === 'function';
  return {
    engine: realEngine(javascriptLater),
    openLog: (closed) => (hasDatabase() ? openLog({ newId, after, closed, monotonic }) : null),
    eraseStorage: async () => (await import('../storage/erase.ts')).eraseStorage(after),
    locks: 'locks' in navigator ? webLocks(navigator.locks) : loneLocks,
    openChannel: hasChannel ? openChannel : null,
    timers: { after },
    monotonic,
    wall: () => Date.now(),
    newId,
    loadText,
    loadJavaScript: javascriptLater,
  };
}

/** What runs scripts in JavaScript: most worlds have none. */
export const javascriptLater: LoadJavaScript = async () =>
  (await import('./scripts/load-javascript.ts')).loadJavaScript();

/** The text of a file of this site. */
export async function loadText(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${String(response.status)}.`);
  return response.text();
}

const monotonic = () => performance.now();

function hasDatabase(): boolean {
  try {
    return typeof indexedDB === 'object' && Boolean(indexedDB);
  } catch {
    return false; // some browsers throw where others hide it
  }
}

export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

function after(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => {
    clearTimeout(timer);
  };
}

function openChannel(receive: (message: unknown) => void): Channel {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    receive(data);
  };
  return {
    send: (message) => {
      channel.postMessage(message);
    },
    close: () => {
      channel.close();
    },
  };
}

function webLocks(manager: LockManager): Locks {
  const request = (name: string, options: LockOptions) =>
    new Promise<HeldLock | null>((resolve) => {
      let stolen = () => {};
      const theft = new Promise<void>((gone) => {
        stolen = gone;
      });
      manager
        .request(name, options, (lock) => {
          if (lock === null) {
            resolve(null);
            return;
          }
          return new Promise<void>((release) => {
            resolve({ release, stolen: theft });
          });
        })
        // Rejects when the lock is stolen, when waiting for it was given up, or where locks are forbidden.
        .catch(() => {
          stolen();
          if (options.signal?.aborted !== true) resolve(loneLocks.tryToTake(name));
        });
    });
  return {
    tryToTake: (name) => request(name, { ifAvailable: true }),
    wait: async (name, signal) => (await request(name, { signal })) as HeldLock,
    steal: async (name) => (await request(name, { steal: true })) as HeldLock,
  };
}
