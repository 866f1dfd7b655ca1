import type { World } from '../../engine/world.ts';
import type { Answer } from '../../protocol/engine-api.ts';
import type { StepCommand } from '../write/take-step.ts';

/** What a driver acts on. */
export type Driven = {
  readonly world: World;
  post(command: StepCommand): Promise<Answer | null>;
};

/** Somebody who acts by the clock of a workspace, and has what is due by itself happen too. */
export type Driver = {
  /** When there is something to do, in milliseconds since 1970; null for nothing. */
  due(world: World): number | null;
  /** Does what is due by now. */
  run(writer: Driven): Promise<void>;
};
