import type { CrowdApi, CrowdState } from '../../protocol/crowd-api.ts';
import type { Listener } from '../../protocol/engine-api.ts';
import type { OpenWorkspace } from '../open-workspace.ts';
import { partLater } from '../part-later.ts';
import type { Ports } from '../ports.ts';
import { notOpenProblem } from '../problems.ts';

export type CrowdOptions = {
  readonly ports: Ports;
  /** The workspace, if it is the one that is open. */
  readonly opened: (workspace: string) => Promise<OpenWorkspace | null>;
  readonly tell: Listener;
};

/** Puppets, loaded when somebody first lets them act. */
export function crowdLater({ ports, opened, tell }: CrowdOptions): CrowdApi {
  const part = partLater(() => import('./crowd-driver.ts'));
  return {
    async personas() {
      const { customers, helpful } = await import('../../course/crowd/personas.ts');
      return { customers, agent: helpful };
    },
    async startCrowd(workspace, plan) {
      const { CrowdDriver } = await part();
      const open = await opened(workspace);
      if (open === null) return notOpenProblem();
      const { engine, newId } = ports;
      const started = open.drive((world, clock) => {
        const changed = (crowd: CrowdState) => {
          tell({ type: 'crowd', workspace, crowd });
        };
        return new CrowdDriver({ engine, clock, newId, changed }, plan, world);
      });
      return started ? null : notOpenProblem();
    },
    async stopCrowd(workspace) {
      (await opened(workspace))?.drive(null);
      tell({ type: 'crowd', workspace, crowd: null });
    },
  };
}
