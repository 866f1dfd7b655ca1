import { Crowd } from '../../course/crowd/crowd.ts';
import type { Input } from '../../engine/inputs.ts';
import type { World } from '../../engine/world.ts';
import { parseMoment } from '../../scenario/time.ts';
import type { Log } from '../../storage/log.ts';
import type { StoredStep } from '../../storage/rows.ts';
import type { Engine } from '../ports.ts';
import { loadWorld } from '../write/load-world.ts';
import type { KeptCrowd } from './kept-crowd.ts';

/** So many steps are read at a time. */
const portion = 500;
/** What a puppet was about to do and did not do within so many steps, it was refused: that leaves no step. */
const soon = 50;

/**
 * Puppets as they were when their tab went: the same plan is begun at the same moment, and told all that happened since, what they did
 * themselves among it. So they go on as if nobody had gone. Null where the log cannot be read from where they began.
 */
export async function resumedCrowd(
  { engine, log, workspace }: { readonly engine: Engine; readonly log: Log; readonly workspace: string },
  kept: KeptCrowd,
): Promise<{ readonly crowd: Crowd; readonly world: World } | null> {
  const loaded = await loadWorld(engine, log, workspace, { below: kept.seq + 1 });
  if (loaded?.world.seq !== kept.seq) return null;
  let { world } = loaded;
  const crowd = new Crowd(kept.plan, world, kept.from);
  const steps = await stepsSince(log, workspace, kept);
  const inputs = steps.map(({ input }) => JSON.stringify(input));
  steps.forEach((step, index) => {
    const at = parseMoment(step.at, world.now) ?? world.now;
    const isOwn = isTaken(crowd, world, at, (like) => inputs.indexOf(like, index), index);
    for (const event of step.events) world = engine.fold(world, event);
    if (isOwn) crowd.done(world, step.refused !== undefined);
    else crowd.looks(world);
  });
  return { crowd, world };
}

/** Whether the step at `index` is what a puppet did next; it is taken then. What it was refused before is over. */
function isTaken(
  crowd: Crowd,
  world: World,
  at: number,
  nextLike: (input: string) => number,
  index: number,
): boolean {
  for (;;) {
    const { next } = crowd;
    if (next === null || next.at > at) return false;
    const found = nextLike(lineOf(next.input));
    if (found === index) {
      crowd.take();
      return true;
    }
    if (next.at === at || (found > index && found <= index + soon)) return false;
    crowd.take();
    crowd.done(world, true);
  }
}

const lineOf = (input: Input): string => JSON.stringify(input);

async function stepsSince(log: Log, workspace: string, kept: KeptCrowd): Promise<readonly StoredStep[]> {
  const all: StoredStep[] = [];
  for (;;) {
    const from = (all.at(-1)?.step ?? kept.step) + 1;
    const more = await log.steps(workspace, from, from + portion - 1);
    all.push(...more);
    if (more.length < portion) return all.filter(({ events }) => (events[0]?.seq ?? Infinity) > kept.seq);
  }
}
