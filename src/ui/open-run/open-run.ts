import type { RecordedEvent } from '../../engine/events.ts';
import type { DebugPlace } from '../../protocol/debug-api.ts';
import { isOnStage, stagePath, type AppContextValue } from '../context.ts';

type Here = Pick<AppContextValue, 'store' | 'windowState' | 'router'>;

/**
 * Where the debugger is to stand for an event: at the statement that it came of, behind the last one of a run that ended, before the one that
 * failed. For what no script did, such as a customer's message, where its step failed, if it did.
 */
function placeFor(events: readonly RecordedEvent[], event: RecordedEvent): DebugPlace {
  const isOfScript = event.by !== undefined || event.type.startsWith('script.');
  const hasFailed = events.some(({ step, type }) => step === event.step && type === 'script.failed');
  return !isOfScript && hasFailed ? 'failure' : { seq: event.seq };
}

/**
 * Opens a step of the log in the debugger, where the workbench shows it: the step is run again, and nothing of it is kept. The debugger is loaded
 * with it, and tells itself what is not possible.
 */
export async function openRun(
  { store, windowState, router }: Here,
  step: number,
  where: DebugPlace,
): Promise<void> {
  const { debuggingOf } = await import('../debug/debugging.ts');
  if (!isOnStage({ router, store })) router.go(...stagePath(store));
  windowState.change({ pane: 'bots', bottom: 'script' });
  await debuggingOf(store).open({ kind: 'past', step, where });
}

/** A message that a script said. */
type SaidByScript = Pick<Extract<RecordedEvent, { type: 'message.saved' }>, 'step' | 'seq' | 'text'>;

/** Opens the step in which a script said something, and asks where that comes from. */
export async function openOriginOf(here: Here, { step, seq, text }: SaidByScript): Promise<void> {
  await openRun(here, step, { seq });
  const { debuggingOf } = await import('../debug/debugging.ts');
  debuggingOf(here.store).askOriginOf({ step, seq, text });
}

/** Opens the run of which an event came. */
export const openRunOf = (here: Here, event: RecordedEvent): Promise<void> =>
  openRun(here, event.step, placeFor(here.store.events.peek(), event));
