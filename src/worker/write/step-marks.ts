import { messageType } from '../../engine/numbers.ts';
import type { RecordedEvent } from '../../engine/events.ts';
import type { StepMark } from '../../protocol/engine-api.ts';
import type { Log } from '../../storage/log.ts';
import type { StoredStep } from '../../storage/rows.ts';

type Actor = StepMark['by'][number];

const given: Readonly<Record<string, Actor>> = { customer: 'customer', agent: 'agent' };

/** A message to the customer that a script wrote and no agent did. */
const isOfBot = (event: RecordedEvent): boolean =>
  event.type === 'message.saved' && event.messageType === messageType.toCustomer && event.by !== undefined;

/** The step as it is marked; undefined for one that nothing came of, which nobody can stand after. */
export function markOf({
  step,
  seq,
  input,
  events,
  edits,
  answers,
  stoppedAt,
}: StoredStep): StepMark | undefined {
  const last = events.at(-1);
  if (last === undefined) return undefined;
  const who = given[input.type.split('.')[0] ?? ''] ?? 'system';
  const by: readonly Actor[] = events.some(isOfBot) ? [who, 'bot'] : [who];
  const isByHand = edits !== undefined || answers !== undefined || stoppedAt !== undefined;
  return { step, seq, at: Date.parse(last.at), by, ...(isByHand ? { byHand: true } : {}) };
}

/** So many steps are read at a time. */
const portion = 500;

/** The marks of all steps from one on, as far as they can be read. @throws StorageError */
export async function stepMarks(log: Log, workspace: string, from: number): Promise<readonly StepMark[]> {
  const marks: StepMark[] = [];
  let next = from;
  for (;;) {
    const steps = await log.steps(workspace, next, next + portion - 1);
    for (const step of steps) {
      const mark = markOf(step);
      if (mark !== undefined) marks.push(mark);
    }
    if (steps.length < portion) return marks;
    next += steps.length;
  }
}
