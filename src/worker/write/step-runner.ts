import type { Input } from '../../engine/inputs.ts';
import type { Debuggee, Hand } from '../../debug/debuggee.ts';
import type { Outcome } from '../../engine/step-request.ts';
import type { StepObserver } from '../../engine/step-observer.ts';
import type { World } from '../../engine/world.ts';
import type { Engine } from '../ports.ts';
import { addedTo, type Interrupted, type StepCommand } from './take-step.ts';

/** A step that waits: what it is, where it stands, and what was done to it by hand. */
export type WaitingStep = {
  readonly command: string;
  readonly input: Input;
  /** The number that it will have. */
  readonly step: number;
  /** When it happens, in milliseconds since 1970. */
  readonly at: number;
  readonly world: World;
  readonly hand: Hand;
  /** What its command said besides: what it takes the place of, and scripts that had hung. */
  readonly base?: unknown;
  readonly leftOut?: readonly number[] | undefined;
  /** It stopped at a breakpoint, or needs an answer of the network. */
  readonly why: Interrupted;
};

/**
 * Runs one step as often as it is asked to, in the world before it, each time from its beginning: nothing of it is committed. The
 * step may wait to be applied, or lie in the past.
 */
export class StepRunner {
  readonly #engine: Engine;
  readonly #world: World;
  readonly #step: number;
  readonly #command: StepCommand & { readonly input: Input };
  readonly #at: number;

  constructor(
    engine: Engine,
    world: World,
    step: number,
    command: StepCommand & { readonly input: Input },
    at: number,
  ) {
    this.#engine = engine;
    this.#world = world;
    this.#step = step;
    this.#command = command;
    this.#at = at;
  }

  /** The outcome is one of committed, refused, stopped and needs. What the hand does stands for what it did before. */
  run(observer?: StepObserver, hand: Hand = {}): Outcome {
    const added = addedTo(this.#world, { ...this.#command, ...hand });
    const { input } = this.#command;
    return this.#engine.step(this.#world, { step: this.#step, input, at: this.#at, ...added, observer });
  }

  /** For a session of the debugger. */
  get debuggee(): Debuggee {
    return (observer, hand) => this.run(observer, hand);
  }
}
