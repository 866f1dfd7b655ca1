import type { Page } from 'playwright-core';
import type { LaunchedApp } from '../tests/support/app.ts';
import { traced, type TraceEntry } from '../tests/support/browser/trace.ts';
import { spread, type Spread } from './statistics.ts';

/** How long the tasks of a page took, round by round. */
export type TaskTimes = {
  /** Milliseconds of the longest task of each round. */
  readonly longest: Spread;
  /** How many tasks took more than 50 ms. */
  readonly over: number;
  /** Milliseconds of a fixed piece of work on the document, in the same page, in turn. */
  readonly fixed: Spread;
};

const warmUp = 5;
const longTask = 50;
const categories = ['blink.user_timing', 'devtools.timeline', 'disabled-by-default-devtools.timeline'];

/**
 * Asks the browser how long the tasks of a page took in so many rounds, behind some that warm up. A round is what `act` does
 * between its marks `message-begins` and `message-ends`.
 */
export async function measureTasks(
  app: LaunchedApp,
  page: Page,
  rounds: number,
  act: (round: number) => Promise<void>,
): Promise<TaskTimes> {
  const fixed: number[] = [];
  const trace = await traced(page, categories, async () => {
    for (let n = 0; n < rounds + warmUp; n++) {
      await act(n);
      fixed.push(await page.evaluate(() => window.probe.fixedWork()));
    }
  });
  if (app.complaints.errors.length > 0) throw new Error(app.complaints.errors.join('\n'));
  const tasks = tasksOf(trace).slice(warmUp);
  return {
    longest: spread(tasks.map((of) => Math.max(...of))),
    over: tasks.flat().filter((milliseconds) => milliseconds > longTask).length,
    fixed: spread(fixed.slice(warmUp)),
  };
}

/** By message, the milliseconds of each task that began between its marks, on their thread. */
function tasksOf(trace: readonly TraceEntry[]): readonly (readonly number[])[] {
  const marks = (name: string) => trace.filter((one) => one.name === name).sort((a, b) => a.ts - b.ts);
  const [begins, ends] = [marks('message-begins'), marks('message-ends')];
  const tasks = trace.filter(
    ({ name, ph, pid, tid }) =>
      name === 'RunTask' && ph === 'X' && pid === begins[0]?.pid && tid === begins[0].tid,
  );
  return begins.map(({ ts }, n) => {
    const end = ends[n]?.ts ?? 0;
    const own = tasks.filter((task) => task.ts > ts && task.ts < end).map(({ dur = 0 }) => dur / 1000);
    if (own.length === 0) throw new Error(`No task was traced for message ${String(n)}.`);
    return own;
  });
}
