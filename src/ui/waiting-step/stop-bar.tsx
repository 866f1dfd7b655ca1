import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Waits } from '../../protocol/debug-api.ts';
import { useShowOnStage, useAppContext, useWorld } from '../context.ts';
import { secondOf } from '../format.ts';
import { useLasting } from '../controls/use-lasting.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { useNarrow } from '../controls/use-narrow.ts';
import { standingWords as words } from '../words/waiting-step-words.ts';
import { isSent, whatWaits } from './what-waits.ts';
import './standing.css';

type How = 'continue' | 'commit' | 'stop' | 'drop';

/** Lets the step that waits go on, from the bar and by F8 from anywhere in the page; not twice for one stop. */
function useGoOn(waits: Waits) {
  const { store } = useAppContext();
  const busy = useSignal(false);
  const goOn = async (how: How) => {
    if (busy.peek()) return;
    busy.value = true;
    await store.engine.goOn(store.workspace.peek()?.id ?? '', how);
    busy.value = false;
  };
  const first: How = waits.why === 'http' ? 'commit' : 'continue';
  const latest = useRef(() => {});
  latest.current = () => void goOn(first);
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const isPlain = !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey;
      if (event.key !== 'F8' || !isPlain || event.defaultPrevented) return;
      event.preventDefault();
      if (!event.repeat) latest.current();
    };
    addEventListener('keydown', hear);
    return () => {
      removeEventListener('keydown', hear);
    };
  }, []);
  return { busy: busy.value, first, goOn };
}

/** At a breakpoint, the debugger shows where the step stands; a narrow window stays where somebody is. */
function useDebugger({ why }: Waits) {
  const { store, windowState } = useAppContext();
  const narrow = useNarrow();
  useEffect(() => {
    if (why !== 'breakpoint') return;
    if (!narrow) windowState.change({ bottom: 'script', pane: 'bots' });
    import('../debug/debugging.ts').then(
      ({ debuggingOf }) => debuggingOf(store),
      () => undefined, // the bar says what waits, and the ways on
    );
  }, [why, narrow, store, windowState]);
}

/** So many milliseconds a real service has before it is shown that a step waits for it. */
const service = 1500;

/** Across the window while a step waits: what waits and why, and the ways on. */
export function StopBar({ waits }: { readonly waits: Waits }) {
  const show = useShowOnStage();
  useDebugger(waits);
  const { busy, first, goOn } = useGoOn(waits);
  const zone = useWorld((world) => world.timeZone);
  const what = useWorld((world) => whatWaits(world, waits));
  const { call } = waits;
  const sent = isSent(waits);
  // A real service mostly answers before anybody could read that it is asked.
  const isLate = useLasting(true, service);
  const act = (how: How, look: string, label: string, hint: string, icon: 'play' | 'stop' | null) => (
    <button
      type="button"
      class={look}
      title={hint}
      aria-disabled={busy}
      {...(how === first ? { 'aria-keyshortcuts': 'F8' } : {})}
      onClick={() => void goOn(how)}
    >
      {icon === null ? null : <LaterIcon name={icon} />} {label}
    </button>
  );
  if (waits.forService === true && !isLate) return null;
  return (
    <div class="stop-bar" data-why={waits.why} data-statement={waits.place?.statement}>
      <LaterIcon name="standing" size={16} />
      <p class="stop-where" role="status">
        <b>{call === undefined ? words.stopped : words.asks}</b>
        {call === undefined ? null : (
          <span class="stop-call">
            {call.held !== undefined
              ? words.isHeld(call.method, call.url)
              : waits.forService === true
                ? words.serviceIsAsked(call.method, call.url)
                : words.nobodyAnswers(call.method, call.url)}
          </span>
        )}
        <span>
          {words.clockStands(secondOf(waits.at, zone))} {sent ? words.notSaved(what) : words.notDone(what)}
        </span>
      </p>
      <div class="stop-acts">
        {sent ? act('drop', 'quiet', words.drop, words.dropHint, null) : null}
        {call === undefined ? (
          act('continue', 'primary', words.continue, words.continueHint, 'play')
        ) : (
          <>
            {act('commit', 'plain', words.nobody, words.nobodyHint, 'play')}
            <button
              type="button"
              class="primary"
              onClick={() => {
                show({ bottom: 'http', pane: 'bots' });
              }}
            >
              {words.answer}
            </button>
          </>
        )}
        {act('stop', 'plain danger', words.stop, words.stopHint, 'stop')}
      </div>
    </div>
  );
}
