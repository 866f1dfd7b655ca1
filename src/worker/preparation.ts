import type { World } from '../engine/world.ts';
import type { Problem } from '../protocol/engine-api.ts';
import type { Ports } from './ports.ts';
import { scriptsProblem } from './problems.ts';
import { sourcesOf } from './script-sources.ts';
import type { Call } from './tab-messages.ts';

/** Sees to it that scripts can be compiled when a step runs them. While something loads, calls wait in their order. */
export class Preparation {
  readonly #ports: Ports;
  readonly #loadFile: (file: string) => Promise<string>;
  #preparing: Promise<Problem | null> | null = null;

  constructor(ports: Ports, loadFile: (file: string) => Promise<string>) {
    this.#ports = ports;
    this.#loadFile = loadFile;
  }

  /**
   * For the scripts of the world and of the call: null when all is there and nobody waits, else what becomes of
   * the loading.
   */
  start(world: World, call?: Call): Promise<Problem | null> | null {
    const loading = this.#ports.engine.prepare?.(sourcesOf(world, call), this.#loadFile) ?? null;
    if (loading === null) return this.#preparing;
    const preparing = loading
      .then(() => null, scriptsProblem)
      .finally(() => {
        if (this.#preparing === preparing) this.#preparing = null;
      });
    this.#preparing = preparing;
    return preparing;
  }
}
