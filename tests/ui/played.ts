import { createRunScript } from '../../src/bots/run-script.ts';
import type { WorldFile } from '../../src/engine/definition.ts';
import type { Input } from '../../src/engine/inputs.ts';
import { replay, type ReplayResult } from '../../src/scenario/replay.ts';
import { tables } from '../crmscript/tables.ts';

/** What comes of inputs to a world, with its scripts run. A registered bot needs its channel saved first. */
export function played(world: WorldFile, inputs: readonly Input[]): Pick<ReplayResult, 'world' | 'events'> {
  const result = replay(
    {
      format: 'rehearsal-scenario',
      version: 1,
      name: 'played',
      world,
      steps: inputs.map((input) => ({ input })),
    },
    createRunScript(tables),
  );
  const refused = result.steps.find(({ outcome }) => outcome !== 'committed');
  if (refused !== undefined) throw new Error(`Step ${String(refused.index)}: ${refused.reason?.code ?? ''}`);
  return result;
}
