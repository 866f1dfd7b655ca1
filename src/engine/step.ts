import { handle } from './handle.ts';
import type { Input } from './inputs.ts';
import { fireTimer } from './rules/timers.ts';
import { createHost } from './host.ts';
import { coded, type Said } from './said.ts';
import { lastInstant, tooMuchAsked } from './numbers.ts';
import type { RunScript } from './script-call.ts';
import { StepSignal } from './script-call.ts';
import type { Outcome, StepRequest } from './step-request.ts';
import { Stage, theInput } from './stage.ts';
import { isHeld } from './timers.ts';
import type { Timer, World } from './world.ts';

/**
 * Applies one input to the world: synchronous, deterministic and all-or-nothing (ARCHITECTURE "Steps"). The clock
 * moves, due timers fire, the input's rules run with their scripts nested inside, and timers that are due
 * at once fire at the end.
 */
export function step(world: World, request: StepRequest, runScript: RunScript): Outcome {
  const stage = new Stage(world, request, runScript, createHost);
  try {
    const impossible = request.at === undefined ? null : problemWithTime(world, request.at);
    if (impossible !== null) return refused(stage, impossible);
    sayBudget(stage);
    if (request.at !== undefined && request.at > world.now) moveClock(stage, request.at);
    const mark = stage.events.length;
    const moved = stage.world;
    stage.beginCascade();
    const reason = handleInput(stage, request.input);
    if (reason !== null) {
      stage.rollBack(mark, moved);
      return refused(stage, reason);
    }
    fireDue(stage, stage.now);
    stage.meter.watch?.finish();
    return { kind: 'committed', events: stage.events, world: stage.world };
  } catch (error) {
    if (!(error instanceof StepSignal)) throw error;
    return { ...error.outcome, events: stage.events };
  }
}

/** A file that asks for more than a step may cost is told so once, before its first step (rulings 45). */
function sayBudget(stage: Stage): void {
  const hint = stage.world.step === 0 ? tooMuchAsked(stage.world.options.statementBudget) : undefined;
  if (hint !== undefined) stage.emit(theInput, { type: 'hint.raised', hint });
}

const refused = (stage: Stage, reason: Said): Outcome => ({
  kind: 'refused',
  reason,
  events: stage.events,
  world: stage.world,
});

function handleInput(stage: Stage, input: Input): Said | null {
  if (input.type !== 'clock.advances') return handle(stage, input);
  if (!Number.isInteger(input.by) || input.by < 0) {
    return coded('clock-not-whole', {});
  }
  const impossible = problemWithTime(stage.world, stage.now + input.by);
  if (impossible !== null) return impossible;
  if (input.by > 0) moveClock(stage, stage.now + input.by, input.timers);
  return null;
}

/** Why the clock cannot move there, or null. */
function problemWithTime(world: World, to: number): Said | null {
  if (!Number.isInteger(to) || to > lastInstant) {
    return coded('clock-out-of-range', {});
  }
  return to < world.now ? coded('clock-back', {}) : null;
}

/**
 * Moves the clock to `to`, firing each timer that is due on the way at its own time (rulings 14). With `once` only those
 * that are set now do; what they set waits until the clock stands at `to` (scenario.md).
 */
function moveClock(stage: Stage, to: number, timers: 'all' | 'once' = 'all'): void {
  const until = new Date(to).toISOString();
  if (timers === 'once') stage.emit(theInput, { type: 'timers.held', until }, 'Q71');
  fireDue(stage, to);
  stage.now = to;
  stage.emit(theInput, { type: 'clock.advanced', to: until });
}

/** Fires what is due up to `until`, in order; what these timers set fires too when it is due, unless it is held. */
function fireDue(stage: Stage, until: number): void {
  const fired = new Set<string>();
  for (;;) {
    const { world } = stage;
    const timer = world.timers.find(
      (candidate) => candidate.due <= until && !fired.has(keyOf(candidate)) && !isHeld(world, candidate),
    );
    if (timer === undefined) return;
    fired.add(keyOf(timer));
    if (timer.due > stage.now) {
      stage.now = timer.due;
      stage.beginCascade();
    }
    fireTimer(stage, timer);
  }
}

/** One event sets at most one timer of each kind and level. */
const keyOf = (timer: Timer): string =>
  `${String(timer.seq)} ${timer.kind} ${timer.kind === 'warning' ? timer.level : ''}`;
