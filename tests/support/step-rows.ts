import type { RecordedEvent } from '../../src/engine/events.ts';
import type { StepRows } from '../../src/storage/rows.ts';
import { startsAt } from './stand-in-engine.ts';

/** Step `step` of a workspace, with `count` events from `from` on. */
export function stepRows(
  step: number,
  from: number,
  count = 1,
  command = `command ${String(step)}`,
  workspace = 'mine',
): StepRows {
  const events = Array.from({ length: count }, (_, index): RecordedEvent => ({
    type: 'presence.changed',
    agent: 1,
    present: true,
    seq: from + index,
    at: startsAt,
    step,
    cause: 0,
    depth: 0,
  }));
  const input = { type: 'agent.setsPresence', agent: 1, present: true } as const;
  return { input: { workspace, step, command, at: '+0ms', input, seq: from + count - 1 }, events };
}
