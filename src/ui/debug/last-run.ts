import type { RecordedEvent } from '../../engine/events.ts';
import type { Store } from '../store/store.ts';
import { debuggingOf } from './debugging.ts';
import { debugWords as words } from '../words/debug-words.ts';

/** Shows the last run of a script in the debugger, from its start; a step that waits, if one does. Empty, or why not, in words. */
export async function openLastRun(store: Store, script: number): Promise<string> {
  const debugging = debuggingOf(store);
  if (store.waits.peek() !== null) return debugging.open({ kind: 'waiting' });
  const isRun = (event: RecordedEvent) => event.type === 'script.started' && event.script === script;
  const run = store.events.peek().findLast(isRun) ?? (await store.findBack(isRun));
  debugging.isShown.value = true;
  if (run === undefined) {
    debugging.refusal.value = words.neverRan;
    return words.neverRan;
  }
  const refusal = await debugging.open({ kind: 'past', step: run.step, where: { seq: run.seq } });
  // A trigger is begun by a statement of another script: one stands before that.
  const isOutside = debugging.view.peek()?.calls[0]?.script !== script;
  return refusal === '' && isOutside ? debugging.move({ command: 'stepIn' }) : refusal;
}

/** Opens the debugger where it was left, else at the last run of a script; or leaves it. */
export async function turnDebugger(store: Store, script: number, isOn: boolean): Promise<void> {
  const debugging = debuggingOf(store);
  if (!isOn) await debugging.leave();
  else if (debugging.view.peek() === null) await openLastRun(store, script);
  else debugging.isShown.value = true;
}
