import { createWorld } from '../engine/create-world.ts';
import { fold } from '../engine/fold.ts';
import type { RecordedEvent } from '../engine/events.ts';
import type { RunScript } from '../engine/script-call.ts';
import { settingOf } from '../engine/setting.ts';
import { eventLineWithout } from '../scenario/event-line.ts';
import type { ScenarioFile } from '../scenario/format.ts';
import { replay } from '../scenario/replay.ts';
import { worldWithoutDefaults } from '../scenario/world-without-defaults.ts';

/** A conversation that begins with what was set before anybody came, and how many of its first steps that were. */
export type Settled = { readonly file: ScenarioFile; readonly folded: number };

/**
 * The same conversation without the steps in which somebody only set things up before it: what they set stands in the world. A
 * test of it then runs with the bots of its workspace, and not with those that it would save anew. Where anything would go
 * otherwise, it stays as it is.
 */
export function settled(file: ScenarioFile, runScript: RunScript): Settled {
  const first = file.steps.findIndex(({ input }) => !input.type.startsWith('admin.'));
  const folded = first < 0 ? 0 : first;
  if (folded === 0 || file.steps.slice(0, folded).some(({ leftOut = [] }) => leftOut.length > 0))
    return { file, folded: 0 };
  const { steps } = replay(file, runScript);
  let world = createWorld(file.world);
  for (const { events } of steps.slice(0, folded)) for (const event of events) world = fold(world, event);
  // The clock has gone on meanwhile; where it stands then, the test begins.
  const setting = { ...settingOf(world), startsAt: new Date(world.now).toISOString() };
  const made = { ...file, world: worldWithoutDefaults(setting), steps: file.steps.slice(folded) };
  const was = steps.slice(folded).flatMap(({ events }) => events);
  const shift = { seq: world.seq, step: folded };
  const isSame =
    steps.slice(0, folded).every(({ outcome }) => outcome === 'committed') &&
    linesOf(replay(made, runScript).events, { seq: 0, step: 0 }) === linesOf(was, shift);
  return isSame ? { file: made, folded } : { file, folded: 0 };
}

type Shift = { readonly seq: number; readonly step: number };

/** Events as they are printed, counted from where they begin. Identities of webhooks' events hold their numbers. */
function linesOf(events: readonly RecordedEvent[], { seq, step }: Shift): string {
  return events
    .map((event) => {
      const counted = {
        ...event,
        seq: event.seq - seq,
        step: event.step - step,
        cause: Math.max(0, event.cause - seq),
      };
      return eventLineWithout(counted, ['eventId', 'payload', 'signature', 'headers']);
    })
    .join('\n');
}
