import { handle } from './handle.ts';
import type { Input } from './inputs.ts';
import { fireTimer } from './rules/timers.ts';
import { createHost } from './host.ts';
import { coded, type CodedText } from './codes.ts';
import { lastInstant, tooMuchAsked } from './numbers.ts';
import type { RunScript } from './script-call.ts';
import { StepSignal } from './script-call.ts';
import type { Outcome, StepRequest } from './step-request.ts';
import { StepDraft, theInput } from './step-draft.ts';
import { isHeld } from './timers.ts';
import type { Timer, World } from './world.ts';

/**
 * Applies one input to the world: synchronous, deterministic and all-or-nothing (ARCHITECTURE "Steps"). The clock
 * moves, due timers fire, the input's rules run with their scripts nested inside, and timers that are due
 * at once fire at the end.
 */
export function step(world: World, request: StepRequest, runScript: RunScript): Outcome {
  const draft = new StepDraft(world, request, runScript, createHost);
  try {
    const impossible = request.at === undefined ? null : problemWithTime(world, request.at);
    if (impossible !== null) return refused(draft, impossible);
    sayBudget(draft);
    if (request.at !== undefined && request.at > world.now) moveClock(draft, request.at);
    const mark = draft.events.length;
    const moved = draft.world;
    draft.beginCascade();
    const reason = handleInput(draft, request.input);
    if (reason !== null) {
      draft.rollBack(mark, moved);
      return refused(draft, reason);
    }
    fireDue(draft, draft.now);
    draft.meter.observed?.finish();
    return { kind: 'committed', events: draft.events, world: draft.world };
  } catch (error) {
    if (!(error instanceof StepSignal)) throw error;
    return { ...error.outcome, events: draft.events };
  }
}

/** A file that asks for more than a step may cost is told so once, before its first step (rulings 45). */
function sayBudget(draft: StepDraft): void {
  const hint = draft.world.step === 0 ? tooMuchAsked(draft.world.options.statementBudget) : undefined;
  if (hint !== undefined) draft.emit(theInput, { type: 'hint.raised', hint });
}

const refused = (draft: StepDraft, reason: CodedText): Outcome => ({
  kind: 'refused',
  reason,
  events: draft.events,
  world: draft.world,
});

function handleInput(draft: StepDraft, input: Input): CodedText | null {
  if (input.type !== 'clock.advances') return handle(draft, input);
  if (!Number.isInteger(input.by) || input.by < 0) {
    return coded('clock-not-whole', {});
  }
  const impossible = problemWithTime(draft.world, draft.now + input.by);
  if (impossible !== null) return impossible;
  if (input.by > 0) moveClock(draft, draft.now + input.by, input.timers);
  return null;
}

/** Why the clock cannot move there, or null. */
function problemWithTime(world: World, to: number): CodedText | null {
  if (!Number.isInteger(to) || to > lastInstant) {
    return coded('clock-out-of-range', {});
  }
  return to < world.now ? coded('clock-back', {}) : null;
}

/**
 * Moves the clock to `to`, firing each timer that is due on the way at its own time (rulings 14). With `once` only those
 * that are set now do; what they set waits until the clock stands at `to` (scenario.md).
 */
function moveClock(draft: StepDraft, to: number, timers: 'all' | 'once' = 'all'): void {
  const until = new Date(to).toISOString();
  if (timers === 'once') draft.emit(theInput, { type: 'timers.held', until }, 'Q71');
  fireDue(draft, to);
  draft.now = to;
  draft.emit(theInput, { type: 'clock.advanced', to: until });
}

/** Fires what is due up to `until`, in order; what these timers set fires too when it is due, unless it is held. */
function fireDue(draft: StepDraft, until: number): void {
  let fired: Set<string> | undefined;
  for (;;) {
    const { world } = draft;
    const timer = world.timers.find(
      (candidate) =>
        candidate.due <= until && fired?.has(keyOf(candidate)) !== true && !isHeld(world, candidate),
    );
    if (timer === undefined) return;
    (fired ??= new Set<string>()).add(keyOf(timer));
    if (timer.due > draft.now) {
      draft.now = timer.due;
      draft.beginCascade();
    }
    fireTimer(draft, timer);
  }
}

/** One event sets at most one timer of each kind and level. */
const keyOf = (timer: Timer): string =>
  `${String(timer.seq)} ${timer.kind} ${timer.kind === 'warning' ? timer.level : ''}`;
