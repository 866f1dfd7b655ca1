import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useAppContext } from '../context.ts';
import { secondOf } from '../format.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { goOnFromHere } from './go-on.ts';
import { pastOf } from './past.ts';
import { pastWords as words } from '../words/past-words.ts';
import './past.css';

/** Across the window while it shows an earlier moment: which one, how much has come since, and the ways out. */
export function PastBar() {
  const context = useAppContext();
  const { store } = context;
  const past = pastOf(store);
  useEffect(() => past.learn(), [past]);
  const tried = useTried();
  const busy = useSignal(false);
  const world = store.world.value;
  const at = past.at.value;
  if (at === null || world === null) return null;
  const all = past.marks.value.length;
  const steps = past.steps.value;
  const isWithin = all > 0 && (past.marks.value[steps - 1]?.seq ?? 0) < at;
  const since = past.since.value;
  const bookmark = past.bookmarkHere.value;
  const goOn = async (how: 'fork' | 'restart') => {
    if (busy.value) return;
    busy.value = true;
    await goOnFromHere(context, how);
    busy.value = false;
  };
  return (
    <div class="past-bar" data-at={at}>
      <LaterIcon name="past" size={18} />
      <p class="past-where" role="status">
        <b>{words.inPast(secondOf(world.now, world.timeZone))}</b>
        {all === 0 ? null : (
          <span class="number">{isWithin ? words.within(steps + 1, all) : words.step(steps, all)}</span>
        )}
        {bookmark === undefined ? null : <span>“{bookmark.name}”</span>}
        {busy.value ? <span>{words.making}</span> : null}
        {since === 0 ? null : <span class="past-since">{words.since(since)}</span>}
      </p>
      <p class="past-tried" role="alert">
        {tried ? words.tried : ''}
      </p>
      <div class="past-acts">
        <button
          type="button"
          class={`past-button ${tried ? 'wanted' : ''}`}
          title={words.forkHint}
          aria-disabled={busy.value}
          onClick={() => void goOn('fork')}
        >
          <LaterIcon name="branch" /> {words.forkVerb}
          <span class="past-long">{words.fromHere}</span>
        </button>
        <button
          type="button"
          class="past-button"
          title={words.restartHint}
          aria-disabled={busy.value}
          onClick={() => void goOn('restart')}
        >
          <LaterIcon name="earlier" /> {words.restartVerb}
          <span class="past-long">{words.fromHere}</span>
        </button>
        <button type="button" class="past-button past-back" onClick={past.back}>
          <LaterIcon name="on" /> {words.back}
        </button>
      </div>
    </div>
  );
}

/** Whether somebody has tried to change the past, since this moment is shown. */
function useTried(): boolean {
  const { store } = useAppContext();
  const before = useSignal(store.tried.peek());
  const shown = store.moment.value;
  useEffect(() => {
    before.value = store.tried.peek();
  }, [shown, before, store]);
  return store.tried.value > before.value;
}
