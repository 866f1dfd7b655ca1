import type { PassedStep } from '../../debug/play.ts';
import type { World } from '../../engine/world.ts';
import type { Expectation } from '../../scenario/format.ts';
import { impossibleStep, reportOf, type StepReport } from '../../scenario/replay.ts';
import { verdictOf } from '../../scenario/verdict.ts';
import { matchesRegexp } from '../matcher.ts';
import type { Console } from './console.ts';
import type { LaunchedSession } from './launch.ts';
import { verdictLines } from '../report.ts';
import type { Sources } from './sources.ts';

/** What came of the steps that were gone through, and what that says of the scenario. */
export class StepResults {
  readonly #launched: LaunchedSession;
  readonly #sources: Sources;
  readonly #reports = new Map<number, StepReport>();
  readonly #byHand = new Set<number>();
  #hasFailed = false;

  constructor(launched: LaunchedSession, sources: Sources) {
    this.#launched = launched;
    this.#sources = sources;
  }

  /** A step was gone through, in the world before it; again, where somebody went back. */
  passed({ step, outcome, hand }: PassedStep, before: World): void {
    const entry = this.#launched.steps[step - 1];
    if (entry === undefined) return;
    const impossible = impossibleStep(entry, before, step);
    const report: StepReport =
      impossible === null
        ? reportOf(entry, step, outcome, this.#launched.runScript, matchesRegexp)
        : { index: step, outcome: 'failed', reason: null, events: [], failures: [impossible] };
    this.#reports.set(step, report);
    this.#hasFailed ||= outcome.events.some(({ type }) => type === 'script.failed');
    if (hand.edits !== entry.edits) this.#byHand.add(step);
  }

  /** Says what came of each expectation, and of all; gives the exit code. */
  tell(console: Console): 0 | 1 {
    if (this.#launched.kind === 'script') return this.#hasFailed ? 1 : 0;
    for (const [step, report] of [...this.#reports].sort(([a], [b]) => a - b))
      this.#tellStep(step, report, console);
    const failed = [...this.#reports.values()].filter(({ failures }) => failures.length > 0).length;
    const { name, steps } = this.#launched;
    const count = `${String(steps.length)} ${steps.length === 1 ? 'step' : 'steps'}`;
    const hand = this.#byHand.size === 0 ? '' : ', with what was changed by hand';
    console.say(
      failed === 0 ? 'console' : 'stderr',
      failed === 0
        ? `ok      ${name} (${count}${hand})`
        : `FAILED  ${name} (${String(failed)} of ${count}${hand})`,
    );
    const isSame = this.#tellSameness(console);
    return failed === 0 && isSame ? 0 : 1;
  }

  /** Whether the same came of it as when it was saved, as `replay` says it; nobody asks that of what was changed by hand. */
  #tellSameness(console: Console): boolean {
    if (this.#byHand.size > 0) return true;
    const { steps } = this.#launched;
    const played = steps.map((_, index) => this.#reports.get(index + 1)).filter((one) => one !== undefined);
    const verdict = verdictOf(this.#launched, played);
    const isSame = verdict.kind !== 'differs';
    for (const line of verdictLines(verdict)) console.say(isSame ? 'console' : 'stderr', line);
    return isSame;
  }

  #tellStep(step: number, { failures }: StepReport, console: Console): void {
    const expectations = this.#launched.steps[step - 1]?.expect ?? [];
    const paths = expectations.map((_, index) => `steps[${String(step - 1)}].expect[${String(index)}]`);
    for (const { path, message } of failures.filter((one) => !paths.includes(one.path)))
      console.say('stderr', `FAILED  ${path}: ${message}`, this.#sources.inScenario(path));
    paths.forEach((path, index) => {
      const place = this.#sources.inScenario(path);
      const failure = failures.find((one) => one.path === path);
      if (failure !== undefined) console.say('stderr', `FAILED  ${path}: ${failure.message}`, place);
      else console.say('console', `ok      ${path}: ${shown(expectations[index])}`, place);
    });
  }
}

/** An expectation as the file says it, on one line. */
function shown(expectation: Expectation | undefined): string {
  const text = expectation === undefined ? '' : JSON.stringify(expectation);
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
