import type { Signal } from '@preact/signals';
import { useAppContext } from '../../context.ts';
import { Icon } from '../../controls/icon.tsx';
import { botWords } from '../../words/bot-words.ts';
import { showsPastRuns } from './console-mode.ts';
import { levels, type LineKind, type FilteredConsole } from './console-filter.ts';

type ConsoleBarProps = {
  readonly text: Signal<string>;
  readonly sieved: FilteredConsole;
  /** The newest event with a line in the console, shown or waiting. */
  readonly newest: number;
};

/** From what was printed to what log points would have printed in all past runs, and back. */
export const PastRunsSwitch = () => (
  <button
    type="button"
    class={showsPastRuns.value ? 'plain small past-runs' : 'plain small'}
    aria-pressed={showsPastRuns.value}
    title={botWords.pastRunsHint}
    onClick={() => {
      showsPastRuns.value = !showsPastRuns.value;
    }}
  >
    {botWords.pastRuns}
  </button>
);

/** What the console is narrowed to, and the ways to hold it still and to make room. */
export function ConsoleBar({ text, sieved, newest }: ConsoleBarProps) {
  const { windowState } = useAppContext();
  const { level, pausedAt } = windowState.view.value;
  const { counts, waiting, lines } = sieved;
  const isNarrow = text.value.trim() !== '' || level !== 'all';
  return (
    <div class="console-bar" role="group" aria-label={botWords.consoleBar}>
      <input
        type="search"
        aria-label={botWords.consoleSearch}
        placeholder={botWords.consoleSearch}
        value={text.value}
        onInput={({ currentTarget }) => {
          text.value = currentTarget.value;
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || text.value === '') return;
          event.preventDefault();
          text.value = '';
        }}
      />
      <select
        aria-label={botWords.consoleLevel}
        value={level}
        onChange={({ currentTarget }) => {
          windowState.change({ level: currentTarget.value as LineKind });
        }}
      >
        {levels.map((one) => (
          <option key={one} value={one}>
            {botWords.levelCount(botWords.consoleLevels[one], counts[one])}
          </option>
        ))}
      </select>
      <span class="note" role="status">
        {isNarrow ? botWords.linesShown(lines.length, counts.all) : ''}
      </span>
      <span class="push" />
      <PastRunsSwitch />
      <button
        type="button"
        class={pausedAt > 0 ? 'plain small paused' : 'plain small'}
        aria-pressed={pausedAt > 0}
        title={botWords.consolePauseHint}
        onClick={() => {
          // Before the first line there is nothing to stop at but the beginning, which is no event.
          windowState.change({ pausedAt: pausedAt > 0 ? 0 : Math.max(newest, 1) });
        }}
      >
        <Icon name={pausedAt > 0 ? 'run' : 'pause'} size={13} />
        {pausedAt > 0 ? botWords.consoleResume(waiting) : botWords.consolePause}
      </button>
      <button
        type="button"
        class="plain small"
        title={botWords.consoleClearHint}
        aria-disabled={counts.all === 0}
        onClick={() => {
          if (counts.all > 0) windowState.change({ clearedTo: pausedAt > 0 ? pausedAt : newest });
        }}
      >
        {botWords.consoleClear}
      </button>
    </div>
  );
}
