import { createWorld } from '../engine/create-world.ts';
import type { RecordedEvent } from '../engine/events.ts';
import type { CodedText } from '../engine/codes.ts';
import type { RunScript } from '../engine/script-call.ts';
import type { World } from '../engine/world.ts';
import type { RecordedAnswer, StepRequest } from '../engine/step-request.ts';
import { withCode } from './match-said.ts';
import { evaluate } from './expect.ts';
import type { ScenarioFile, ScenarioStep } from './format.ts';
import type { Matcher } from './match.ts';
import { playStep, type Ended } from './play-step.ts';
import { parseMoment } from './time.ts';
import { momentsAfter } from './later.ts';
import { verdictOf, type Verdict } from './verdict.ts';

export type ReplayOptions = {
  /** What decides `{ "matches": … }`. Without it, no text matches. */
  readonly matcher?: Matcher | undefined;
  /** Told the number of each step before it is played. */
  readonly beginsStep?: (index: number) => void;
  /** Told what came of each step, and the world after it. */
  readonly endsStep?: (report: StepReport, world: World) => void;
};

/** Something of a step that is not as the scenario says, and where the file says it. */
export type StepFailure = { readonly path: string; readonly message: string };

export type StepReport = {
  /** Number of the step, from 1. */
  readonly index: number;
  readonly outcome: 'committed' | 'refused' | 'failed';
  /** Why the input was refused, else null. */
  readonly reason: CodedText | null;
  readonly events: readonly RecordedEvent[];
  readonly failures: readonly StepFailure[];
};

export type ReplayResult = {
  readonly ok: boolean;
  readonly events: readonly RecordedEvent[];
  readonly world: World;
  readonly steps: readonly StepReport[];
  /** Whether the same came of it as when the file was written. */
  readonly verdict: Verdict;
};

/**
 * Plays a scenario from its beginning and evaluates what it expects (ARCHITECTURE "Steps"). The same scenario gives
 * the same events on every machine: nobody answers HTTP calls but mocks and recorded answers, and no step
 * asks (rulings 2). A step that fails does not keep later ones from being played.
 */
export function replay(
  scenario: ScenarioFile,
  runScript: RunScript,
  options: ReplayOptions = {},
): ReplayResult {
  const matcher = options.matcher ?? (() => false);
  const events: RecordedEvent[] = [];
  const steps: StepReport[] = [];
  let world = createWorld(scenario.world);
  scenario.steps.forEach((entry, index) => {
    options.beginsStep?.(index + 1);
    const played = playEntry(world, entry, index + 1, runScript, matcher);
    world = played.world;
    for (const event of played.report.events) events.push(event);
    steps.push(played.report);
    options.endsStep?.(played.report, played.world);
  });
  const ok = steps.every(({ failures }) => failures.length === 0);
  return { ok, events, world, steps, verdict: verdictOf(scenario, steps) };
}

type Played = { readonly world: World; readonly report: StepReport };

function playEntry(
  world: World,
  entry: ScenarioStep,
  index: number,
  run: RunScript,
  matcher: Matcher,
): Played {
  const impossible = impossibleStep(entry, world, index);
  if (impossible !== null) {
    return { world, report: { index, outcome: 'failed', reason: null, events: [], failures: [impossible] } };
  }
  const outcome = playStep(world, requestOf(entry, index, world), run);
  return { world: outcome.world, report: reportOf(entry, index, outcome, run, matcher) };
}

/** What a step asks of the engine, with all that was recorded with it. */
export function requestOf(entry: ScenarioStep, index: number, world: World): StepRequest {
  const at = entry.at === undefined ? null : parseMoment(entry.at, world.now);
  const { input, answers, edits, stoppedAt, leftOut } = entry;
  return { step: index, input, at: at ?? undefined, answers, edits, stoppedAt, leftOut };
}

/** Why a step cannot be played at all in this world, and where the file says so. */
export function impossibleStep({ at }: ScenarioStep, world: World, index: number): StepFailure | null {
  const problem = at === undefined ? null : timeProblem(at, world, index);
  return problem === null ? null : { path: pathOf(index, 'at'), message: problem };
}

function timeProblem(said: string, world: World, index: number): string | null {
  const at = parseMoment(said, world.now);
  if (at === null)
    return `Step ${String(index)}: “${said}” is neither an offset such as "+90s" nor an instant.`;
  if (at >= world.now) return null;
  const now = new Date(world.now).toISOString();
  return `Step ${String(index)}: ${said} is in the past; the clock stands at ${now}. Give a later instant.`;
}

const pathOf = (index: number, field: string): string => `steps[${String(index - 1)}].${field}`;

/** What came of a step, and what of it is not as the step says. */
export function reportOf(
  entry: ScenarioStep,
  index: number,
  outcome: Ended,
  run: RunScript,
  matcher: Matcher,
): StepReport {
  const { events, world } = outcome;
  const refusal = outcome.kind === 'refused' ? outcome.reason : null;
  const expectations = entry.expect ?? [];
  const failures: StepFailure[] = [];
  if (refusal !== null && !expectations.some((expected) => 'refused' in expected)) {
    failures.push({ path: pathOf(index, 'input'), message: `The step was refused: ${withCode(refusal)}` });
  }
  const later = (by: number) => momentsAfter(world, index + 1, by, run);
  const result = { input: entry.input, events, world, refusal, later };
  for (const { expectation, message } of evaluate(expectations, result, matcher)) {
    failures.push({ path: pathOf(index, `expect[${String(expectation)}]`), message });
  }
  if (entry.answers !== undefined) failures.push(...answerFailures(entry.answers, events, index));
  if (entry.edits !== undefined) failures.push(...editFailures(events, index));
  if (entry.stoppedAt !== undefined && !events.some(isStopped)) {
    const message = `The step was stopped by hand at statement ${String(entry.stoppedAt)}, which no script came to.`;
    failures.push({ path: pathOf(index, 'stoppedAt'), message });
  }
  return { index, outcome: outcome.kind, reason: refusal, events, failures };
}

const isStopped = (event: RecordedEvent): boolean =>
  event.type === 'script.failed' && event.failure.code === 'stopped-by-hand';

/** What was changed by hand has to be changed again; the engine tells what could not be (rulings 44). */
function editFailures(events: readonly RecordedEvent[], index: number): StepFailure[] {
  const path = pathOf(index, 'edits');
  return events.flatMap((event) =>
    event.type === 'hint.raised' && ['edit-not-made', 'edit-not-reached'].includes(event.hint.code)
      ? [{ path, message: withCode(event.hint) }]
      : [],
  );
}

/** Recorded answers are used in call order, each by the call that it was recorded for (rulings 5). */
function answerFailures(
  answers: readonly RecordedAnswer[],
  events: readonly RecordedEvent[],
  index: number,
): StepFailure[] {
  const calls = events.filter(
    (event) => event.type === 'http.called' && (event.answeredBy !== 'mock' || event.released === true),
  );
  const said = (call: { readonly method: string; readonly url: string } | undefined): string =>
    call === undefined ? 'no call' : `${call.method.toUpperCase()} ${call.url}`;
  const failures: StepFailure[] = [];
  for (let n = 0; n < Math.max(answers.length, calls.length); n++) {
    const call = calls[n] as Extract<RecordedEvent, { type: 'http.called' }> | undefined;
    if (said(answers[n]) === said(call)) continue;
    const message = `Recorded was ${said(answers[n])}, but the script made ${said(call)}.`;
    failures.push({ path: pathOf(index, `answers[${String(n)}]`), message });
  }
  return failures;
}
