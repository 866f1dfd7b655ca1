import type { CrowdApi } from '../../protocol/crowd-api.ts';
import type { Listener } from '../../protocol/engine-api.ts';
import type { Log } from '../../storage/log.ts';
import { crowdPrefix } from '../debugging/kept.ts';
import type { OpenWorkspace } from '../open-workspace.ts';
import { partLater } from '../part-later.ts';
import type { Ports } from '../ports.ts';

export type CrowdOptions = {
  readonly ports: Ports;
  readonly log: () => Promise<Log>;
  /** The workspace, if it is the one that is open. */
  readonly opened: (workspace: string) => Promise<OpenWorkspace | null>;
  readonly tell: Listener;
};

export type Crowds = CrowdApi & {
  /** This tab writes the workspace from now on: whoever acted there by themselves goes on. */
  readonly resume: (workspace: string) => Promise<void>;
};

/** Puppets, loaded when somebody first lets them act, or those of a workspace are to go on. */
export function crowdLater(options: CrowdOptions): Crowds {
  const part = partLater(() => import('./crowd-part.ts'));
  /** Counts what people wish: who goes on after that leaves it alone. */
  let wishes = 0;
  return {
    async personas(workspace) {
      const { customers, helpful } = await import('../../course/crowd/personas.ts');
      const { personas = [] } = (await (await options.log()).read(workspace))?.world ?? {};
      const own = personas.filter(({ id }) => id !== helpful.id);
      const agent = personas.find(({ id }) => id === helpful.id) ?? helpful;
      return { customers: own.length === 0 ? customers : own, agent };
    },
    async startCrowd(...of) {
      // It may have the workspace claimed, which has the puppets go on that were kept: what is wished comes after that.
      await options.opened(of[0]);
      wishes += 1;
      return (await part()).startCrowd(options, ...of);
    },
    async stopCrowd(workspace) {
      const open = await options.opened(workspace);
      wishes += 1;
      open?.drive(null);
      options.tell({ type: 'crowd', workspace, crowd: null });
      await (await part()).forgetCrowd(options, workspace);
    },
    async resume(workspace) {
      const asked = wishes;
      try {
        const kept = Object.keys(await (await options.log()).drafts(workspace));
        if (kept.some((key) => key.startsWith(crowdPrefix)))
          await (await part()).resumeCrowd(options, workspace, () => asked !== wishes);
      } catch {
        // What is kept is of another build, or cannot be read: nobody goes on, and nothing is lost of what was done.
      }
    },
  };
}
