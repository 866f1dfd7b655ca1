import type { RecordedEvent } from '../../engine/events.ts';

/** Whether a script ran in the step of an event of these, which follow each other without a gap. */
export function ranScript(events: readonly RecordedEvent[], event: RecordedEvent): boolean {
  const at = event.seq - (events[0]?.seq ?? 1);
  const isRun = (one: RecordedEvent | undefined): boolean => one?.type === 'script.started';
  const isOfStep = (one: RecordedEvent | undefined): boolean => one?.step === event.step;
  for (let index = at; isOfStep(events[index]); index -= 1) if (isRun(events[index])) return true;
  for (let index = at; isOfStep(events[index]); index += 1) if (isRun(events[index])) return true;
  return false;
}
