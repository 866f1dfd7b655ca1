import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { PastRunsSwitch } from '../bots/console/console-bar.tsx';
import { useAppContext, useWorld } from '../context.ts';
import { secondOf } from '../format.ts';
import { allScripts } from '../names.ts';
import { openRun } from '../open-run/open-run.ts';
import { pastOf } from '../past/past.ts';
import { sentence } from '../sentence.ts';
import { breakpointsOf } from './breakpoints.ts';
import { breakpointWords as words } from '../words/breakpoint-words.ts';
import { printed, type PastRow } from './past-rows.ts';
import { pastRunsOf } from './past-runs.ts';
import './breakpoints.css';

/** So many lines are drawn at first, and more with each wish for more. */
const drawn = 500;

/**
 * What breakpoints and log points would have done in all that happened so far, as if they had always been there. Each line leads to its
 * statement in the debugger.
 */
export function PastRunsView() {
  const context = useAppContext();
  const { store } = context;
  const runs = pastRunsOf(store);
  const { rows, isRunning, isCut, hasFailed } = runs.state.value;
  const past = pastOf(store);
  const shown = useSignal(drawn);
  const zone = useWorld((world) => world.timeZone);
  const scripts = useWorld((world) => allScripts(world).map(({ script }) => script));
  const isNone = breakpointsOf(store).list.value.every(({ isOff }) => isOff === true);
  useEffect(() => {
    void past.catchUp();
    return runs.watch();
  }, [runs, past]);
  const times = new Map(past.marks.value.map(({ step, at }) => [step, at]));
  const timeOf = (step: number): string => {
    const at = times.get(step);
    return at === undefined ? '' : secondOf(at, zone);
  };
  const text = (row: PastRow): string =>
    row.kind === 'log' ? printed(row.line, sentence) : words.wouldStop(row.times);
  return (
    <>
      <div class="console-bar" role="group" aria-label={words.pastRuns}>
        <span class="note past-runs-note" role="status">
          {isRunning ? words.looking : isNone ? words.noneOn : words.asIf(rows.length, isCut)}
          {hasFailed ? ` ${words.notLooked}` : ''}
        </span>
        <span class="push" />
        {isRunning ? (
          <button type="button" class="plain small" onClick={runs.stop}>
            {words.stop}
          </button>
        ) : (
          <button type="button" class="plain small" disabled={isNone} onClick={runs.again}>
            {words.again}
          </button>
        )}
        <PastRunsSwitch />
      </div>
      <div class="lines" role="log" aria-label={words.pastRuns}>
        <ul>
          {rows.slice(0, shown.value).map((row, index) => (
            <li key={index}>
              <button
                type="button"
                class="line-button"
                title={words.openAt(row.statement)}
                onClick={() => void openRun(context, row.step, { statement: row.statement })}
              >
                <time class="number">{timeOf(row.step)}</time>
                <i class={`breakpoint-mark ${row.kind === 'log' ? 'of-log' : ''}`} aria-hidden="true" />
                <code class="line-text">{text(row)}</code>
                <span class="line-place">
                  {words.inStep(
                    row.step,
                    row.kind === 'log' ? (scripts.find(({ id }) => id === row.line.script)?.name ?? '') : '',
                    row.kind === 'log' ? row.line.line : 0,
                  )}
                </span>
              </button>
            </li>
          ))}
        </ul>
        {rows.length > shown.value ? (
          <button
            type="button"
            class="quiet wide"
            onClick={() => {
              shown.value += drawn;
            }}
          >
            {words.more500(rows.length - shown.value)}
          </button>
        ) : null}
      </div>
    </>
  );
}
