import type { World } from '../../engine/world.ts';
import type { ServiceError } from '../../protocol/engine-api.ts';
import type { LoadFile, Ports } from '../ports.ts';
import { scriptsProblem } from '../problems.ts';
import { scriptsOf } from './script-sources.ts';
import type { Call } from '../tabs/tab-messages.ts';

/** Sees to it that scripts can be compiled when a step runs them. While something loads, calls wait in their order. */
export class Preparation {
  readonly #ports: Ports;
  readonly #loadFile: LoadFile;
  readonly #also: () => Promise<unknown> | null;
  #preparing: Promise<ServiceError | null> | null = null;

  /** `also` loads what else the next step needs; null when all is there. */
  constructor(ports: Ports, loadFile: LoadFile, also: () => Promise<unknown> | null) {
    this.#ports = ports;
    this.#loadFile = loadFile;
    this.#also = also;
  }

  /**
   * For the scripts of the world and of the call: null when all is there and nobody waits, else what becomes of
   * the loading.
   */
  start(world: World, call?: Call): Promise<ServiceError | null> | null {
    const inputs = call?.kind === 'dispatch' ? [call.command.input] : [];
    const scripts = this.#ports.engine.prepare?.(scriptsOf(world, inputs), this.#loadFile) ?? null;
    const also = this.#also();
    const loading = scripts === null ? also : Promise.all([scripts, also]);
    const before = this.#preparing;
    if (loading === null) return before;
    const preparing = loading
      .then(() => null, scriptsProblem)
      .then(async (problem) => {
        await before; // what came first is done first
        return problem;
      })
      .finally(() => {
        if (this.#preparing === preparing) this.#preparing = null;
      });
    this.#preparing = preparing;
    return preparing;
  }
}
