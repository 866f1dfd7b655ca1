import type { EventOf, RecordedEvent } from '../../../engine/events.ts';

/** A trigger that ran: when, how it ended, and the message that it let through or blocked. */
export type TriggerRun = {
  readonly start: EventOf<'script.started'>;
  readonly end: EventOf<'script.finished'> | EventOf<'script.failed'> | undefined;
  /** Of trigger 402, which runs before: what became of the message. */
  readonly message: EventOf<'message.saved'> | EventOf<'message.blocked'> | undefined;
  /** What the script did, oldest first. */
  readonly did: readonly RecordedEvent[];
};

type Open = { -readonly [Key in keyof TriggerRun]: TriggerRun[Key] } & { did: RecordedEvent[] };

/** The runs of triggers among these events, oldest first. */
export function triggerRuns(events: readonly RecordedEvent[]): readonly TriggerRun[] {
  const runs = new Map<number, Open>();
  /** Those that run before a message, and wait for what becomes of it. */
  let before: Open[] = [];
  for (const event of events) {
    if (event.type === 'script.started' && event.role === 'trigger') {
      const run: Open = { start: event, end: undefined, message: undefined, did: [] };
      runs.set(event.seq, run);
      if (event.eventType === 402) before.push(run);
      continue;
    }
    const run = runs.get(event.cause);
    if (run !== undefined) {
      if (event.type === 'script.finished' || event.type === 'script.failed') run.end = event;
      else run.did.push(event);
    }
    if (event.type !== 'message.saved' && event.type !== 'message.blocked') continue;
    const isOfIt = ({ start }: Open) =>
      start.session === event.session && start.step === event.step && start.cause === event.cause;
    for (const one of before.filter(isOfIt)) one.message = event;
    before = before.filter((one) => !isOfIt(one));
  }
  return [...runs.values()];
}
