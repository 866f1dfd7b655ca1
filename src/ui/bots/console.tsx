import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { useSurroundings, useWorld } from '../context.ts';
import { secondOf } from '../format.ts';
import { allScripts } from '../names.ts';
import { Earlier, useLettingGo } from '../parts/earlier.tsx';
import { useStayAtEnd } from '../parts/use-stay-at-end.ts';
import { selectEvent } from '../select-event.ts';
import { requireWorld } from '../store/store.ts';
import { words } from '../words.ts';
import { consoleLines, type ConsoleLine } from './console-lines.ts';

/** So many lines are drawn at first, and more with each wish for more. */
const step = 500;

/** What the scripts print, and where they fail. Looking at it clears the badge. */
export function Console() {
  const { store, windowState } = useSurroundings();
  const events = store.events.value;
  const zone = useWorld((world) => world.timeZone);
  const scripts = useWorld((world) => allScripts(world).map(({ script }) => script.id));
  const list = useRef<HTMLDivElement>(null);
  const scrolled = useStayAtEnd(list);
  useLettingGo('console');
  const shown = useSignal(step);
  const all = useMemo(() => consoleLines(events, requireWorld(store)), [events, store]);
  const lines = all.slice(-shown.value);
  const earlier = (
    <Earlier
      who="console"
      hidden={all.length - lines.length}
      step={step}
      onMore={() => {
        shown.value += step;
      }}
    />
  );
  const newest = lines.at(-1)?.seq ?? 0;
  useEffect(() => {
    if (newest > windowState.view.value.seen) windowState.change({ seen: newest });
  }, [newest, windowState]);
  if (lines.length === 0) {
    return (
      <div class="lines">
        {earlier}
        <p class="empty">{words.consoleEmpty}</p>
      </div>
    );
  }
  return (
    <div ref={list} class="lines" role="log" aria-label={words.console} onScroll={scrolled}>
      {earlier}
      <ul>
        {lines.map((line) => (
          <Line
            key={line.seq}
            line={line}
            time={secondOf(Date.parse(line.at), zone)}
            leads={scripts.includes(line.script)}
          />
        ))}
      </ul>
    </div>
  );
}

type LineProps = {
  readonly line: ConsoleLine;
  readonly time: string;
  /** Whether the script that it comes from is still there; a line from nowhere leads nowhere. */
  readonly leads: boolean;
};

/** A line; a click selects its event in every pane, and opens the place in the script that it comes from. */
function Line({ line, time, leads }: LineProps) {
  const { store, windowState } = useSurroundings();
  const chosen = windowState.view.value.event === line.seq;
  const open = () => {
    const events = store.events.peek();
    const event = events[line.seq - (events[0]?.seq ?? 1)];
    if (event !== undefined) selectEvent(windowState, event);
    if (!leads) return;
    windowState.change({ script: line.script, line: line.line, column: line.column, bottom: 'script' });
  };
  return (
    <li>
      <button
        type="button"
        class={`line-button ${line.kind} ${chosen ? 'selected' : ''}`}
        {...(chosen ? { 'aria-current': 'true' } : {})}
        onClick={open}
      >
        <time class="number">{time}</time>
        <code class="line-text">{line.text}</code>
        {line.file === '' ? null : (
          <span class="line-place">{words.place(line.file, line.line, line.column)}</span>
        )}
      </button>
    </li>
  );
}
