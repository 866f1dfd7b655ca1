import { computed, useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { useAppContext, useWorld } from '../../context.ts';
import { secondOf } from '../../format.ts';
import { allScripts } from '../../names.ts';
import { Earlier, useLettingGo } from '../../controls/earlier.tsx';
import { Later } from '../../controls/later.tsx';
import { useStayAtEnd } from '../../conversation/use-stay-at-end.ts';
import { chooseEvent } from '../../select-event.ts';
import { requireWorld } from '../../store/store.ts';
import { botWords } from '../../words/bot-words.ts';
import { words } from '../../words/words.ts';
import { ConsoleBar } from './console-bar.tsx';
import { showsPastRuns } from './console-mode.ts';
import { consoleLines, type ConsoleLine } from './console-lines.ts';
import { filteredConsole, type FilteredConsole } from './console-filter.ts';
import './console.css';

/** So many lines are drawn at first, and more with each wish for more. */
const step = 500;

const pastRuns = () =>
  import('../../breakpoints/past-runs-view.tsx').then(({ PastRunsView }) => PastRunsView);

/** What the scripts print, or would have printed with the log points that there are now. */
export const Console = () =>
  showsPastRuns.value ? (
    <div class="console">
      <Later load={pastRuns} />
    </div>
  ) : (
    <Printed />
  );

/** What the scripts print, and where they fail. Looking at it clears the badge. */
function Printed() {
  const { store, windowState } = useAppContext();
  const events = store.events.value;
  const zone = useWorld((world) => world.timeZone);
  const scripts = useWorld((world) => allScripts(world).map(({ script }) => script.id));
  const list = useRef<HTMLDivElement>(null);
  const scrolled = useStayAtEnd(list);
  useLettingGo('console');
  const shown = useSignal(step);
  const text = useSignal('');
  const { level, clearedTo, pausedAt } = windowState.view.value;
  const made = useMemo(() => {
    const world = requireWorld(store);
    // Made anew, too, when the sentences about scripts have come.
    return computed(() => consoleLines(events, world));
  }, [events, store]);
  const all = made.value;
  const found = useMemo(
    () => filteredConsole(all, { level, text: text.value, clearedTo, pausedAt }),
    [all, level, text.value, clearedTo, pausedAt],
  );
  const lines = found.lines.slice(-shown.value);
  const hidden = found.lines.length - lines.length;
  const newest = all.at(-1)?.seq ?? 0;
  const seen = pausedAt > 0 ? Math.min(newest, pausedAt) : newest;
  useEffect(() => {
    if (seen > windowState.view.value.seen) windowState.change({ seen });
  }, [seen, windowState]);
  return (
    <div class="console">
      <ConsoleBar text={text} sieved={found} newest={newest} />
      <div ref={list} class="lines" role="log" aria-label={words.console} onScroll={scrolled}>
        {found.cleared > 0 ? <Cleared lines={found.cleared} /> : null}
        {clearedTo > 0 && hidden === 0 ? null : (
          <Earlier
            who="console"
            hidden={hidden}
            step={step}
            onMore={() => {
              shown.value += step;
            }}
          />
        )}
        {lines.length === 0 ? <Nothing found={found} /> : null}
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
    </div>
  );
}

/** Cleared lines are hidden, not deleted: this is the way back to them. */
function Cleared({ lines }: { readonly lines: number }) {
  const { windowState } = useAppContext();
  return (
    <p class="earlier">
      <span class="note">{botWords.consoleCleared(lines)}</span>{' '}
      <button
        type="button"
        class="quiet"
        onClick={() => {
          windowState.change({ clearedTo: 0 });
        }}
      >
        {botWords.consoleAgain}
      </button>
    </p>
  );
}

const Nothing = ({ found: { counts, cleared } }: { readonly found: FilteredConsole }) => {
  if (counts.all === 0 && cleared > 0) return null;
  return <p class="empty">{counts.all === 0 ? botWords.consoleEmpty : botWords.consoleNothing}</p>;
};

type LineProps = {
  readonly line: ConsoleLine;
  readonly time: string;
  /** Whether the script that it comes from is still there; a line from nowhere leads nowhere. */
  readonly leads: boolean;
};

/** A line; a click selects its event in every pane, and opens the place in the script that it comes from. */
function Line({ line, time, leads }: LineProps) {
  const { store, windowState } = useAppContext();
  const chosen = windowState.view.value.event === line.seq;
  const open = () => {
    const events = store.events.peek();
    const event = events[line.seq - (events[0]?.seq ?? 1)];
    if (event !== undefined) chooseEvent({ store, windowState }, event);
    if (!leads) return;
    windowState.change({ script: line.script, line: line.line, column: line.column, bottom: 'script' });
  };
  return (
    <li>
      <button
        type="button"
        class={`line-button ${line.kind} ${chosen ? 'selected' : ''}`}
        {...(chosen ? { 'aria-current': 'true' } : {})}
        data-moment={line.seq}
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
