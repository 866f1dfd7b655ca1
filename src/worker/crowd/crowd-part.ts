import { Crowd, type CrowdPlan } from '../../course/crowd/crowd.ts';
import type { World } from '../../engine/world.ts';
import type { CrowdState } from '../../protocol/crowd-api.ts';
import type { ServiceError } from '../../protocol/engine-api.ts';
import type { LiveClock } from '../clock/live-clock.ts';
import type { OpenWorkspace } from '../open-workspace.ts';
import { notOpenProblem } from '../problems.ts';
import { CrowdDriver } from './crowd-driver.ts';
import type { CrowdOptions } from './crowd-later.ts';
import { keepCrowd, readKeptCrowd } from './kept-crowd.ts';
import { resumedCrowd } from './resume-crowd.ts';

type Begun = { readonly crowd: Crowd; readonly world: World; readonly above: number; readonly seq: number };

function drive(
  { ports: { engine, newId }, tell }: CrowdOptions,
  open: OpenWorkspace,
  begin: (world: World, clock: LiveClock) => Begun,
): boolean {
  return open.drive((now, clock) => {
    const { crowd, world, above, seq } = begin(now, clock);
    const changed = (state: CrowdState) => {
      tell({ type: 'crowd', workspace: open.id, crowd: state });
    };
    return new CrowdDriver({ engine, clock, newId, changed, above, since: seq }, crowd, world);
  });
}

export async function startCrowd(
  options: CrowdOptions,
  workspace: string,
  plan: CrowdPlan,
): Promise<ServiceError | null> {
  const open = await options.opened(workspace);
  if (open === null) return notOpenProblem();
  const log = await options.log();
  const step = await log.lastStep(workspace);
  const begun = { plan, step, from: 0, seq: 0, above: 0 };
  const started = drive(options, open, (world, clock) => {
    begun.from = Math.max(world.now, clock.now());
    begun.seq = world.seq;
    begun.above = world.sessions.length;
    return { crowd: new Crowd(plan, world, begun.from), world, above: begun.above, seq: begun.seq };
  });
  if (!started) return notOpenProblem();
  // Where that cannot be kept they act all the same, until their tab goes.
  await keepCrowd(log, workspace, begun).catch(() => undefined);
  return null;
}

export async function forgetCrowd({ log }: CrowdOptions, workspace: string): Promise<void> {
  await keepCrowd(await log(), workspace, null);
}

/** Whoever acted there by themselves goes on, unless `isOver` by the time it is known how far they were. */
export async function resumeCrowd(
  options: CrowdOptions,
  workspace: string,
  isOver: () => boolean,
): Promise<void> {
  const log = await options.log();
  const kept = await readKeptCrowd(log, workspace);
  const open = await options.opened(workspace);
  if (open === null || kept === null) return;
  await open.settled();
  const resumed = await resumedCrowd({ engine: options.ports.engine, log, workspace }, kept);
  if (resumed === null || isOver()) return;
  drive(options, open, () => ({ ...resumed, above: kept.above, seq: kept.seq }));
}
