import { expose, type Endpoint } from 'comlink';
import {
  createEngineClient,
  type EngineClient,
  type EngineClientOptions,
  type EngineWorker,
} from '../../src/ui/engine-client.ts';
import type { Ports } from '../../src/worker/ports.ts';
import { createEngineService, type EngineService } from '../../src/worker/service.ts';
import { FakeLocks } from './fake-tabs.ts';
import { base, Machine } from './in-process-worker.ts';

/** Workers on the other end of a MessageChannel, which can be made to hang, break or not to start. */
export class Workers {
  readonly machine = new Machine();
  readonly started: { service: EngineService; hang: () => void; fail: () => void }[] = [];
  startFails = false;
  /** Opening a workspace never ends. */
  openingHangs = false;
  readonly #more: Partial<Ports>;
  readonly #ports: MessagePort[] = [];

  constructor(more: Partial<Ports> = {}) {
    this.#more = more;
  }

  /** The worker that runs now stops answering, whatever it does. */
  hang(): void {
    this.started.at(-1)?.hang();
  }

  readonly start = (): Promise<EngineWorker> => {
    if (this.startFails) return Promise.reject(new Error('No worker today.'));
    const { port1, port2 } = new MessageChannel();
    this.#ports.push(port1, port2);
    let alive = true;
    let failed = () => {};
    const kill = () => {
      alive = false;
    };
    // A killed worker lets go of its locks, and nobody hears of it any more.
    const locks = new FakeLocks();
    const ports = this.machine.ports({ ports: { locks, openChannel: null, ...this.#more } });
    const made = createEngineService(ports);
    const service: EngineService = {
      ...made,
      open: async (workspace) => {
        if (!this.openingHangs) return made.open(workspace);
        // It opens its storage first, by when the greeting is answered.
        for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
        kill();
        return new Promise(() => undefined);
      },
    };
    const endpoint: Endpoint = {
      addEventListener: (type, listener) => {
        port2.addEventListener(type, (event) => {
          if (alive && typeof listener === 'function') listener(event);
        });
      },
      removeEventListener: () => undefined,
      postMessage: (message: unknown, transfer?: Transferable[]) => {
        if (alive) port2.postMessage(message, transfer ?? []);
      },
      start: () => {
        port2.start();
      },
    };
    expose(service, endpoint);
    this.started.push({
      service,
      hang: kill,
      fail: () => {
        kill();
        failed();
      },
    });
    return Promise.resolve({
      endpoint: port1,
      onFailure: (call) => {
        failed = call;
      },
      terminate: kill,
    });
  };

  /** A page at this end of the wire. */
  connect(heard: Pick<EngineClientOptions, 'listener' | 'stateChanged'>): EngineClient {
    let ids = 0;
    return createEngineClient({
      ...heard,
      startWorker: this.start,
      base,
      after: this.machine.time.after,
      monotonic: () => this.machine.time.now,
      newId: () => `page ${String((ids += 1))}`,
    });
  }

  close(): void {
    for (const port of this.#ports) port.close();
  }
}
