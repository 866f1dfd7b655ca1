import type { RecordedEvent } from '../../engine/events.ts';
import type { Input } from '../../engine/inputs.ts';
import type { CodedText as Reason } from '../../engine/codes.ts';
import type { RunScript } from '../../engine/script-call.ts';
import type { World } from '../../engine/world.ts';
import type { RecordedAnswer } from '../../engine/step-request.ts';
import type { Matcher } from '../../scenario/match.ts';
import { momentsAfter } from '../../scenario/later.ts';
import type { StepResult } from '../../scenario/step-result.ts';
import { subjectOf } from '../../scenario/subject.ts';
import { nothingFollowed, follow, type Followed } from './built-in.ts';
import { judge, type Breach } from './judge.ts';
import { saying, type Plan } from './plan.ts';
import { takeInput, type ScheduledInput } from './take-input.ts';
import { inputIn, type Numbers } from './translate.ts';

/** A step of the file at a moment of another order: its place in the file from 0, or `settling`. */
export type Turn = { readonly step: number; readonly at: number };

/** The turn after the last: the clock goes on until what was said has been shown. */
export const settling = -1;

/** So long a delayed message is waited for at the end, in milliseconds. */
const longestWait = 60_000;

/** What stands after a turn. Each shares what did not change with the one before it. */
export type Frame = Turn & {
  /** The input as it is said in this order. */
  readonly input: Input;
  readonly answers: readonly RecordedAnswer[] | undefined;
  /** The clock before the turn. */
  readonly before: number;
  readonly world: World;
  readonly events: readonly RecordedEvent[];
  readonly refusal: Reason | null;
  readonly later: StepResult['later'];
  readonly numbers: Numbers;
  /** By step: the session that it was about, by its number in this order; 0 is none. */
  readonly subjects: readonly (number | undefined)[];
  readonly followed: Followed;
  /** The last of the steps so far, by its place in the file. */
  readonly last: number;
  /** Whether so far just those inputs were refused that are refused in the file. */
  readonly isRefusedAsInFile: boolean;
  /** Whether the file begins with just these turns in this order. */
  readonly isAsInFile: boolean;
  readonly breaches: readonly Breach[];
};

/** Runs orders, one after the other: what the next one begins with as the one before it is not run again. */
export class OrderRunner {
  readonly plan: Plan;
  readonly matcher: Matcher;
  readonly #run: RunScript;
  readonly #frames: Frame[] = [];

  constructor(plan: Plan, run: RunScript, matcher: Matcher) {
    this.plan = plan;
    this.#run = run;
    this.matcher = matcher;
  }

  /** What comes of these turns, and of the time after them; it ends with the first turn that breaks something. */
  run(turns: readonly Turn[]): readonly Frame[] {
    const frames = this.#frames;
    let same = 0;
    while (same < turns.length && isSame(frames[same], turns[same])) same++;
    frames.length = Math.min(frames.length, same);
    while (frames.length < turns.length && !breaks(frames.at(-1))) {
      const turn = turns[frames.length];
      if (turn === undefined) break;
      frames.push(this.#next(frames.at(-1), turn, frames.length));
    }
    if (breaks(frames.at(-1))) return [...frames];
    const settled = this.#settle(frames.at(-1), turns.length);
    return settled === null ? [...frames] : [...frames, settled];
  }

  #next(from: Frame | undefined, turn: Turn, place: number): Frame {
    const { plan } = this;
    const planned = plan.steps[turn.step];
    if (planned === undefined) throw new Error(`There is no step ${String(turn.step)}.`);
    const { entry } = planned;
    const input = inputIn(entry.input, from?.numbers ?? [], from?.world ?? plan.start, plan);
    const taken = this.#take(from, turn, { input, entry }, place + 1);
    const frame = {
      ...taken,
      isAsInFile: (from?.isAsInFile ?? true) && turn.step === place,
      last: Math.max(from?.last ?? -1, turn.step),
      isRefusedAsInFile: (from?.isRefusedAsInFile ?? true) && planned.isRefused === (taken.refusal !== null),
      subjects: withSubject(taken.subjects, turn.step, subjectOf(input, taken.events)),
    };
    return { ...frame, breaches: [...frame.breaches, ...judge(plan, frame, place + 1, this.matcher)] };
  }

  #settle(from: Frame | undefined, place: number): Frame | null {
    const world = from?.world ?? this.plan.start;
    const until = world.timers.findLast(
      ({ kind, due }) => kind === 'message' && due <= world.now + longestWait,
    );
    if (until === undefined) return null;
    const input: Input = { type: 'clock.advances', by: until.due - world.now };
    return this.#take(from, { step: settling, at: world.now }, { input, entry: {} }, place + 1);
  }

  #take(from: Frame | undefined, turn: Turn, { input, entry }: InputWithEntry, number: number): Frame {
    const { plan } = this;
    const world = from?.world ?? plan.start;
    const at = Math.max(turn.at, world.now);
    const { answers, ...came } = takeInput(world, { number, at, input, entry }, this.#run);
    const numbers = withCreated(from?.numbers ?? [], plan.created[turn.step] ?? [], came.events);
    const inFile = (session: number): number => {
      const named = numbers.indexOf(session);
      return named < 0 ? session : named;
    };
    const { followed, broken } = follow({
      before: from?.followed ?? nothingFollowed,
      world,
      after: came.world,
      input,
      isRefused: came.refusal !== null,
      events: came.events,
      mayRepeat: (session, ...said) => (plan.repeats.get(saying(inFile(session), ...said)) ?? 0) > 1,
    });
    const breaches = broken.map((one) => ({
      kind: 'builtIn' as const,
      key: `${one.rule} ${String(inFile(one.session))}`,
      ...one,
    }));
    const { subjects = [], last = -1, isAsInFile = true, isRefusedAsInFile = true } = from ?? {};
    const told = { subjects, last, isAsInFile, isRefusedAsInFile, followed, breaches };
    const later = (by: number) => momentsAfter(came.world, number + 1, by, this.#run);
    return { ...turn, ...came, ...told, input, answers, numbers, later, before: world.now };
  }
}

/** An input as it is said, and as the file has it. */
type InputWithEntry = { readonly input: Input; readonly entry: ScheduledInput['entry'] };

export const breaks = (frame: Frame | undefined): boolean => (frame?.breaches.length ?? 0) > 0;

const isSame = (frame: Frame | undefined, turn: Turn | undefined): boolean =>
  frame !== undefined && frame.step === turn?.step && frame.at === turn.at;

/** A step that creates sessions creates those that it created in the file, in their order. */
function withCreated(numbers: Numbers, named: readonly number[], events: readonly RecordedEvent[]): Numbers {
  if (named.length === 0) return numbers;
  const known = [...numbers];
  let nth = 0;
  for (const event of events) {
    const name = named[nth];
    if (event.type !== 'session.created' || name === undefined) continue;
    known[name] = event.session;
    nth++;
  }
  return known;
}

function withSubject(
  subjects: readonly (number | undefined)[],
  step: number,
  subject: number,
): readonly (number | undefined)[] {
  if (subject === 0) return subjects;
  const known = [...subjects];
  known[step] = subject;
  return known;
}
