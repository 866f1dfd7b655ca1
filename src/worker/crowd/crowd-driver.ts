import { Crowd, type CrowdPlan } from '../../course/crowd/crowd.ts';
import type { World } from '../../engine/world.ts';
import type { CrowdState } from '../../protocol/crowd-api.ts';
import type { LiveClock } from '../clock/live-clock.ts';
import type { Engine } from '../ports.ts';
import type { Driver, Driven } from './driver.ts';
import { toNextTimer } from '../write/clock-commands.ts';

export type CrowdDriverOptions = {
  readonly engine: Engine;
  readonly clock: LiveClock;
  readonly newId: () => string;
  readonly changed: (state: CrowdState) => void;
};

/**
 * Has puppets act when the clock comes to it. What they do, and what happens by itself meanwhile, is applied at its exact moment and in its
 * order, however late the clock is looked at: so as long as nobody else acts, the same comes of it at every speed.
 */
export class CrowdDriver implements Driver {
  readonly #options: CrowdDriverOptions;
  readonly #crowd: Crowd;
  readonly #customers: number;
  #seen: World;
  #isRunning = false;
  #told = '';

  constructor(options: CrowdDriverOptions, plan: CrowdPlan, world: World) {
    this.#options = options;
    this.#crowd = new Crowd(plan, world, Math.max(world.now, options.clock.now()));
    this.#customers = this.#crowd.left;
    this.#seen = world;
    this.#tell();
  }

  due(world: World): number | null {
    this.#look(world);
    const timer = this.#options.engine.nextTimer(world);
    const at = this.#crowd.next?.at ?? null;
    if (timer === null || at === null) return timer ?? at;
    return Math.min(timer, at);
  }

  async run(writer: Driven): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    try {
      while (await this.#runNext(writer));
    } finally {
      this.#isRunning = false;
    }
  }

  /** False when nothing is due, or nobody took it. */
  async #runNext(writer: Driven): Promise<boolean> {
    const { engine, clock, newId } = this.#options;
    const { world } = writer;
    this.#look(world);
    const { next } = this.#crowd;
    const timer = engine.nextTimer(world);
    const now = clock.now();
    if (timer !== null && timer <= now && (next === null || timer <= next.at)) {
      const answer = await writer.post({ id: newId(), input: toNextTimer(engine) });
      return answer?.kind === 'committed';
    }
    if (next === null || next.at > now) return false;
    this.#crowd.take();
    const answer = await writer.post({ id: newId(), input: next.input, at: next.at });
    const isTaken = answer?.kind === 'committed';
    this.#seen = writer.world;
    this.#crowd.done(this.#seen, !isTaken);
    this.#tell();
    return isTaken || answer?.kind === 'refused';
  }

  #look(world: World): void {
    if (world === this.#seen) return;
    this.#seen = world;
    this.#crowd.looks(world);
    this.#tell();
  }

  #tell(): void {
    const { left, came, next } = this.#crowd;
    const state = { customers: this.#customers, came, left, isOver: left === 0 && next === null };
    const told = JSON.stringify(state);
    if (told === this.#told) return;
    this.#told = told;
    this.#options.changed(state);
  }
}
