import type { Crowd, Next } from '../../course/crowd/crowd.ts';
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
  /** The last session and the last event before they came. */
  readonly above: number;
  readonly since: number;
};

/** Puppets who never end are stopped when so much came of them: no desk sees more in a day, and a log of that length still opens quickly. */
export const most = { events: 200_000, sessions: 2_000 } as const;

/**
 * Has puppets act when the clock comes to it. What they do, and what happens by itself meanwhile, is applied at its exact moment and in its
 * order, however late the clock is looked at: so as long as nobody else acts, the same comes of it at every speed.
 */
export class CrowdDriver implements Driver {
  readonly #options: CrowdDriverOptions;
  readonly #crowd: Crowd;
  #seen: World;
  #isRunning = false;
  #told = '';

  constructor(options: CrowdDriverOptions, crowd: Crowd, world: World) {
    this.#options = options;
    this.#crowd = crowd;
    this.#seen = world;
    this.#tell();
  }

  due(world: World): number | null {
    this.#look(world);
    const timer = this.#options.engine.nextTimer(world);
    const at = this.#next?.at ?? null;
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
    const next = this.#next;
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

  get #isFull(): boolean {
    const { seq, sessions } = this.#seen;
    return seq - this.#options.since > most.events || sessions.length - this.#options.above > most.sessions;
  }

  get #next(): Next | null {
    return this.#isFull ? null : this.#crowd.next;
  }

  #look(world: World): void {
    if (world === this.#seen) return;
    this.#seen = world;
    this.#crowd.looks(world);
    this.#tell();
  }

  #tell(): void {
    const { customers, left, came, next } = this.#crowd;
    const isFull = this.#isFull;
    const { above } = this.#options;
    const state = { customers, came, left, isOver: isFull || (left === 0 && next === null), above, isFull };
    const told = JSON.stringify(state);
    if (told === this.#told) return;
    this.#told = told;
    this.#options.changed(state);
  }
}
