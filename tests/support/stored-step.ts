import type { RecordedEvent } from '../../src/engine/events.ts';
import type { StoredStep } from '../../src/storage/rows.ts';
import { startsAt } from './stand-in-engine.ts';

/** Step `step` of a workspace, with `count` events from `from` on. */
export function storedStep(
  step: number,
  from: number,
  count = 1,
  command = `command ${String(step)}`,
): StoredStep {
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
  return { step, command, at: '+0ms', input, seq: from + count - 1, events };
}
