import type { CrowdPlan } from '../course/crowd/crowd.ts';
import type { Persona } from '../course/crowd/persona.ts';
import type { ServiceError } from './engine-api.ts';

/* What page and worker say to each other about puppets. */

export type { CrowdPlan } from '../course/crowd/crowd.ts';
export type { Arrivals } from '../course/crowd/arrivals.ts';
export type { Persona, Traits } from '../course/crowd/persona.ts';

/** Those that there are: for customers, and the one of whoever sits at a desk. */
export type Personas = { readonly customers: readonly Persona[]; readonly agent: Persona };

/** How a crowd fares. */
export type CrowdState = {
  readonly customers: number;
  /** How many have come. */
  readonly came: number;
  /** How many have not come yet, or not finished. */
  readonly left: number;
  /** Nobody does anything by themselves any more. */
  readonly isOver: boolean;
  /** The last session that there was before them: those after it are theirs. */
  readonly above: number;
  /** They were stopped because they had done as much as puppets may. */
  readonly isFull: boolean;
};

/** What the page asks of the engine's worker about puppets; part of `EngineApi`. */
export interface CrowdApi {
  /** Whom puppets can play: those that the workspace began with, or else the built-in ones; null where that cannot be had. */
  personas(workspace: string): Promise<Personas | null>;
  /**
   * Lets puppets act in the open workspace from now on, in place of those that do. They act in the tab that writes, as long as it is open;
   * what they do are ordinary inputs. When that tab goes, they go on in the one that writes next, and after a reload. Null when they act.
   */
  startCrowd(workspace: string, plan: CrowdPlan): Promise<ServiceError | null>;
  /** Nobody comes any more, and puppets do nothing any more. */
  stopCrowd(workspace: string): Promise<void>;
}
