import type { Program } from './compile.ts';
import type { ScriptEnvironment } from './analysis/types/native.ts';
import { callsAt, shortened } from './run/call-stack.ts';
import type { StackEntry, Inside } from './run/failure.ts';
import { perform } from './compile/compile-call.ts';
import { defaultLimits, nothingUsed, type Count, type Limits } from './run/limits.ts';
import { markedProgram } from './marked.ts';
import { recordedProgram } from './recorded.ts';
import { RunView } from './run-view.ts';
import { Run, type Parts } from './run/run-state.ts';
import { Memory } from './run/memory.ts';
import { ScriptError, ScriptExit } from './run/script-error.ts';
import { coded } from './codes.ts';
import type { Site, Routine } from './analysis/types/bound-tree.ts';
import type { Variable } from './analysis/types/symbols.ts';
import { ObservedRun, type RunObserver } from './observed-run.ts';
import { GenericValue } from './run/values.ts';

export type { Count, Limits, RunView, RunObserver, StackEntry };
export { Memory };

/** How many calls can be open at once. */
export const defaultCallLimit = defaultLimits.calls;

/** How deep the host's stack may get. */
export const defaultFrameLimit = defaultLimits.frames;

/** How many bytes of values a script can hold. */
export const defaultMemory = defaultLimits.bytes;

export type RunOptions = {
  readonly environment: ScriptEnvironment;
  readonly limits?: Partial<Limits>;
  /** What was counted before this run began; `limits.price` and the debugger's count include it. */
  readonly before?: Count;
  /** Of the scripts around this one, which then share theirs with it; `limits.bytes` says nothing then. */
  readonly memory?: Memory;
  readonly observer?: RunObserver;
};

export type RunFailure = Inside & {
  /** The calls as they are shown: many in the middle stand as one entry. */
  readonly stack: readonly StackEntry[];
};

/** The count at the end, what was `before` included. */
export type RunResult = Count & {
  /** Absent when the script ran to its end, or ended itself with `exitWithMessage`. */
  readonly failure?: RunFailure;
};

/** What the host has open between a function of the script and one that it calls. */
const framesOfHook = 20;

const partsOf = ({ compiler, checked }: Program['compiled']): Parts => ({
  invoke: (run, callee, receiver, args) => {
    const frame = receiver === undefined ? [...args] : [receiver, ...args];
    return perform(run, compiler.function(callee), frame, run.at, framesOfHook);
  },
  defaultOf: (run, type) => compiler.maker(type)(run),
  struct: (_run, name) => checked.structs.find((type) => type.name === name),
  variable: (run, name) => findVariable(run, checked.main, name),
});

/**
 * Runs a program to its end, synchronously. A failure of the script is an answer; only exceptions of the
 * embedder's own come through. The same program and the same answers of the environment give the same
 * run, statement for statement.
 */
export function run(program: Program, options: RunOptions): RunResult {
  const { file } = program;
  const { observer } = options;
  const recorder = observer?.recorder;
  const marked =
    recorder === undefined
      ? observer?.marks && markedProgram(program, observer.marks.key, observer.marks)
      : undefined;
  const compiled = recorder === undefined ? (marked?.compiled ?? program.compiled) : recordedProgram(program);
  const watching = observer && new ObservedRun(observer, marked?.sites);
  const start: Site = {
    span: { file, start: 0, end: 0, line: 1, column: 1 },
    order: 0,
    routine: compiled.checked.main,
  };
  const limits = { ...defaultLimits, ...options.limits };
  const state = new Run(
    options.environment,
    limits,
    partsOf(compiled),
    start,
    options.before ?? nothingUsed,
    watching,
    options.memory,
    program.hits,
    recorder,
  );
  const { holders } = state.memory;
  const around = holders.length;
  const { pinned } = state.memory;
  holders.push(state);
  try {
    watching?.begin(new RunView(compiled.checked, state));
    const frame = compiled.prepare(state);
    compiled.body(state, frame);
    return state.count;
  } catch (error) {
    return endOf(state, state.errorOf(error));
  } finally {
    watching?.end();
    holders.length = around;
    state.memory.pinned = pinned;
  }
}

function endOf(state: Run, error: unknown): RunResult {
  const { count } = state;
  if (error instanceof ScriptExit) return count;
  if (error instanceof ScriptError) {
    state.thrown(error, false);
    return { ...count, failure: failureOf(state, error) };
  }
  // The last wall: call depth is limited far below this, but a host with a smaller stack may differ.
  if (isStackOverflow(error)) {
    const depth = Math.max(0, state.depth - 1);
    const why = coded('too-many-calls', { limit: 0 });
    const overflow = new ScriptError('CallDepthLimit', why, state.sites[depth] ?? state.at, depth, false);
    return { ...count, failure: failureOf(state, overflow) };
  }
  throw error;
}

/** What failed in a run inside this one, failed where it did there. */
function failureOf(
  state: Run,
  { kind, text, said, site, depth, catchable, inside }: ScriptError,
): RunFailure {
  const calls = [...(inside?.calls ?? []), ...callsAt(state, site, depth)];
  return { kind, text, said, span: inside?.span ?? site.span, calls, stack: shortened(calls), catchable };
}

/** Each host has words of its own for it: V8 and JavaScriptCore speak of the call stack, SpiderMonkey of recursion. */
const isStackOverflow = (error: unknown): boolean =>
  error instanceof Error && /call stack|too much recursion/i.test(error.message);

/**
 * The variable that a name means at the native call that runs: one of the function's own, else one of the
 * script's. Reads and writes go to the variable itself (crm §5.7).
 */
function findVariable(run: Run, main: Routine, name: string): GenericValue | undefined {
  const { routine, order } = run.at;
  const seen = ({ from, to }: Variable): boolean => from <= order && order < to;
  const own = routine.variables.findLast((variable) => variable.name === name && seen(variable));
  const found = own ?? main.variables.findLast((variable) => variable.name === name && variable.global);
  if (found === undefined) return undefined;
  const slots = found.global ? run.globals : run.stack[run.depth];
  if (slots === undefined) return undefined;
  run.allocate(64, run.at);
  return new GenericValue(found.type, slots, found.slot);
}
