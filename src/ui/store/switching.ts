import type { PlayedScenario, ServiceError } from '../../protocol/engine-api.ts';
import type { Engine } from './store.ts';
import { problemOf } from '../connection/broken.ts';

/** The ways from one workspace to another. */
export type Switching = {
  /** Makes a workspace of a sample and opens it. */
  readonly openSample: (sample: string) => Promise<void>;
  /** Back to the opening scene, in a branch that takes the place of the open workspace; false when that failed. */
  readonly startOver: () => Promise<boolean>;
  /** Makes a workspace of what was played and opens it; null, or why that failed. */
  readonly openPlayed: (scenario: PlayedScenario) => Promise<ServiceError | null>;
  /** Deletes a workspace, and shows another one where that was open; null, or why that failed. */
  readonly remove: (workspace: string) => Promise<ServiceError | null>;
  /** Shows another workspace in the place of the open one, in every tab that shows it. */
  readonly goOnWith: (workspace: string) => Promise<void>;
};

type SwitchingPorts = {
  readonly engine: Engine;
  readonly current: () => string;
  readonly open: (workspace: string | null) => Promise<void>;
  readonly fail: (problem: ServiceError) => void;
};

export function createSwitching({ engine, current, open, fail }: SwitchingPorts): Switching {
  const failed = (error: unknown) => ({ problem: problemOf(error) });
  const goOnWith = async (to: string) => {
    await engine.takeAlong(current(), to).catch(() => undefined);
    await open(to);
  };
  return {
    goOnWith,
    async openSample(sample) {
      const made = await engine.createSample(sample).catch(failed);
      if ('problem' in made) fail(made.problem);
      else await open(made.id);
    },
    async openPlayed(scenario) {
      const made = await engine.createPlayed(scenario).catch(failed);
      if ('problem' in made) return made.problem;
      await open(made.id);
      return null;
    },
    async remove(workspace) {
      const problem = await engine.remove(workspace).catch(problemOf);
      if (problem === null && workspace === current()) await open(null);
      return problem;
    },
    async startOver() {
      const made = await engine.startOver(current()).catch(failed);
      if ('problem' in made) fail(made.problem);
      else await goOnWith(made.id);
      return !('problem' in made);
    },
  };
}
