import { useEffect } from 'preact/hooks';
import { runHintsOf } from '../../engine/run-hints.ts';
import { useAppContext } from '../context.ts';
import { hintMarks } from '../timeline/hint-marks.ts';
import { momentOf } from '../timeline/steps.ts';
import { ignoredOf, keyOfRunHint } from './ignored.ts';

/** Draws nothing: finds the events that show a hint at a bot which nobody ignores, for the timeline to mark. */
export function MarkHints() {
  const { store } = useAppContext();
  const events = store.events.value;
  const ignored = ignoredOf(store).keys.value;
  useEffect(() => {
    const first = events[0]?.seq ?? 1;
    const found = runHintsOf(events).filter(
      ({ hint, script }) => !ignored.has(keyOfRunHint(hint.code, script)),
    );
    const { seqs } = hintMarks.peek();
    // Marks that say the same draw nothing anew.
    if (found.length === seqs.size && found.every(({ seq }) => seqs.has(seq))) return;
    const moments = found.flatMap(({ seq }) => events[seq - first] ?? []).map(momentOf);
    hintMarks.value = { seqs: new Set(found.map(({ seq }) => seq)), moments: new Set(moments) };
  }, [events, ignored]);
  return null;
}
