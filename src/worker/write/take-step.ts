import type { Input } from '../../engine/inputs.ts';
import { replacedBy, saysTheSame } from '../../engine/replaced-by.ts';
import type { CodedText } from '../../engine/codes.ts';
import type { Outcome, RecordedAnswer, StepRequest } from '../../engine/step-request.ts';
import type { Edit, StepObserver } from '../../engine/step-observer.ts';
import type { World } from '../../engine/world.ts';
import type { Answer } from '../../protocol/engine-api.ts';
import type { StoredStep } from '../../storage/rows.ts';
import { coded } from '../codes.ts';
import type { Engine, ScriptListener } from '../ports.ts';
import { engineProblem } from '../problems.ts';

/** Something to be done, once: an input, or one that follows from where the world stands, or why not. */
export type StepCommand = {
  readonly id: string;
  readonly input: Input | ((world: World) => Input | CodedText);
  /** When it happens, in milliseconds since 1970, wherever the live clock stands; not before the world's. */
  readonly at?: number | undefined;
  readonly answers?: readonly RecordedAnswer[] | undefined;
  /** What was changed by hand on the way, and where somebody stopped it (rulings 44). */
  readonly edits?: readonly Edit[] | undefined;
  readonly stoppedAt?: number | undefined;
  /** Scripts that are not to run, because they hung. */
  readonly leftOut?: readonly number[] | undefined;
  /** What it takes the place of, as whoever wants it saw that: undefined does not ask. */
  readonly base?: unknown;
  /** It is a step of a file, which stays one when it is refused. */
  readonly isRecorded?: boolean | undefined;
};

/** What became of a command in memory. Without a `step` there is nothing to write. */
export type CommandResult = {
  readonly world: World;
  readonly answer: Answer;
  readonly step: StoredStep | null;
};

/** A command that cannot be taken as it is, and why: nothing came of it, and it can be run again with something added. */
export type Interrupted = Extract<Outcome, { kind: 'stopped' | 'needs' }>;

/** Who looks on while a command is run. */
export type StepHooks = {
  readonly running?: ScriptListener | undefined;
  readonly observer?: StepObserver | undefined;
  /** Which calls of the network that lack an answer end the step as `needs`. */
  readonly asks?: StepRequest['asks'];
};

/**
 * Applies a command to the world at the moment `at`, in memory: the one way in which inputs are applied, live
 * ones and those of the samples alike. Nobody looks on, so that it is always taken.
 */
export function takeStep(
  engine: Engine,
  world: World,
  step: number,
  command: StepCommand,
  at: number,
  running?: ScriptListener,
): CommandResult {
  const ran = runStep(engine, world, step, command, at, { running });
  if ('kind' in ran) throw new Error(`a step that nobody watches ended as "${ran.kind}"`);
  return ran;
}

/** As `takeStep`, while somebody looks on who may have it wait. */
export function runStep(
  engine: Engine,
  world: World,
  step: number,
  command: StepCommand,
  at: number,
  { running, ...looking }: StepHooks,
): CommandResult | Interrupted {
  try {
    const input = typeof command.input === 'function' ? command.input(world) : command.input;
    if ('code' in input) return refusedHere(world, input);
    const unfit = command.isRecorded === true ? null : (engine.unfit?.(input) ?? null);
    if (unfit !== null) return refusedHere(world, unfit);
    const isStale = command.base !== undefined && !saysTheSame(command.base, replacedBy(world, input));
    if (isStale) return refusedHere(world, coded('changed-meanwhile', {}));
    const added = addedTo(world, command);
    const request = { step, input, at, ...added, asks: looking.asks };
    const looked = engine.step(world, { ...request, observer: looking.observer }, running);
    if (looked.kind === 'stopped' || looked.kind === 'needs') return looked;
    const outcome = looking.observer?.hasEvaluated === true ? engine.step(world, request, running) : looked;
    if (outcome.kind === 'stopped' || outcome.kind === 'needs') return outcome;
    const { events } = outcome;
    const taken: StoredStep = {
      step,
      command: command.id,
      at: `+${String(at - world.now)}ms`,
      input,
      seq: events.at(-1)?.seq ?? world.seq,
      ...added,
      ...(outcome.kind === 'refused' ? { refused: outcome.reason } : {}),
      events,
    };
    const unchanged = outcome.kind === 'refused' && events.length === 0 && command.isRecorded !== true;
    return unchanged
      ? { world, answer: answerOf(taken), step: null }
      : { world: outcome.world, answer: answerOf(taken), step: taken };
  } catch (error) {
    return { world, answer: { kind: 'failed', problem: engineProblem(error) }, step: null };
  }
}

/** What is recorded with a step, beside its input (rulings 5). */
export function addedTo(world: World, { answers, edits, stoppedAt, leftOut: hung = [] }: StepCommand) {
  // What hung once is left out of every step until it is saved anew, and each step says so (rulings 45).
  const leftOut = [...new Set([...hung, ...world.leftOut])];
  return {
    ...(answers === undefined ? {} : { answers }),
    ...(edits === undefined ? {} : { edits }),
    ...(stoppedAt === undefined ? {} : { stoppedAt }),
    ...(leftOut.length === 0 ? {} : { leftOut }),
  };
}

/** Refused before the engine heard of it: nothing is recorded. */
const refusedHere = (world: World, reason: CodedText): CommandResult => ({
  world,
  answer: { kind: 'refused', reason },
  step: null,
});

/** What a stored step answers, however often its input is sent. */
export function answerOf({ seq, refused }: StoredStep): Answer {
  return refused === undefined ? { kind: 'committed', seq } : { kind: 'refused', reason: refused };
}
