import { isPlace } from '../analysis/check-expression.ts';
import type { Code, Place, Site } from '../analysis/tree.ts';
import type { Type } from '../analysis/types.ts';
import type { NativeImplementation } from '../library.ts';
import { compileModify } from './compile-place.ts';
import type { CompiledFunction, Compiler } from './compiler.ts';
import { completion, type Eval, type Frame, type Run } from './run-state.ts';

/** Runs a function in a frame that holds its arguments. */
export function perform(run: Run, callee: CompiledFunction, frame: Frame, site: Site): unknown {
  const { depth } = run;
  if (depth >= run.deepest) run.tooDeep(site);
  run.sites[depth] = site;
  run.depth = depth + 1;
  run.stack[depth + 1] = frame;
  const end = callee.body(run, frame);
  run.depth = depth;
  return end === completion.return ? run.result : callee.otherwise(run);
}

export function compileCall(compiler: Compiler, code: Extract<Code, { kind: 'call' }>): Eval {
  const { site } = code;
  const callee = compiler.function(code.callee);
  const operands = code.receiver === undefined ? code.args : [code.receiver, ...code.args];
  const args = operands.map((argument) => compiler.expression(argument));
  const [first, second, third] = args;
  if (first === undefined) return (run) => perform(run, callee, [], site);
  if (second === undefined) {
    const near = operands[0] && nearLocal(operands[0]);
    if (near !== undefined) {
      const { slot, add } = near;
      return (run, frame) => perform(run, callee, [((frame[slot] as number) + add) | 0], site);
    }
    return (run, frame) => perform(run, callee, [first(run, frame)], site);
  }
  if (third === undefined) {
    return (run, frame) => perform(run, callee, [first(run, frame), second(run, frame)], site);
  }
  return (run, frame) => {
    const values: unknown[] = [];
    for (const argument of args) values.push(argument(run, frame));
    return perform(run, callee, values, site);
  };
}

/** `n - 1` and `n + 1` of a local Integer: what recursion and the elements beside one are called with. */
function nearLocal(code: Code): { readonly slot: number; readonly add: number } | undefined {
  if (code.kind !== 'arithmetic' || code.type.name !== 'Integer' || code.left.kind !== 'local')
    return undefined;
  const { operator, left, right } = code;
  if (right.kind !== 'constant' || typeof right.value !== 'number') return undefined;
  if (operator === '+') return { slot: left.slot, add: right.value };
  return operator === '-' ? { slot: left.slot, add: -right.value } : undefined;
}

type Native = (run: Run, ...args: readonly unknown[]) => unknown;
/** The implementations take what their signatures say, which the checker has made sure of. */
const callable = (native: NativeImplementation): Native => native as unknown as Native;

/** Nulls act as "" and 0, so natives need not know about them. */
function withoutNull(value: Eval, code: Code): Eval {
  if (code.kind === 'constant' || code.kind === 'concat' || code.kind === 'arithmetic') return value;
  const empty = emptyOf(code.type);
  if (empty === undefined) return value;
  return (run, frame) => value(run, frame) ?? empty;
}

function emptyOf(type: Type): unknown {
  if (type.name === 'String') return '';
  if (type.name === 'Integer' || type.name === 'Float') return 0;
  return type.name === 'Long' ? 0n : undefined;
}

export function compileNative(compiler: Compiler, code: Extract<Code, { kind: 'native' }>): Eval {
  const { callee, receiver, site } = code;
  const { raw, changes } = callee.native;
  const compile = (argument: Code): Eval => {
    const value = compiler.expression(argument);
    return raw === true ? value : withoutNull(value, argument);
  };
  const args = code.args.map(compile);
  if (changes !== undefined && receiver !== undefined) {
    const result = callee.run && callable(callee.run);
    return compileChange(compiler, receiver, callable(changes), result, args, site);
  }
  const run = callee.run;
  if (run === undefined) throw new Error(`${callee.name} has no implementation.`);
  return compilePlain(callable(run), receiver === undefined ? args : [compile(receiver), ...args], site);
}

function compilePlain(native: Native, args: readonly Eval[], site: Site): Eval {
  const [first, second, third] = args;
  if (first === undefined) {
    return (run) => {
      run.at = site;
      return native(run);
    };
  }
  if (second === undefined) {
    return (run, frame) => {
      const a = first(run, frame);
      run.at = site;
      return native(run, a);
    };
  }
  if (third === undefined) {
    return (run, frame) => {
      const a = first(run, frame);
      const b = second(run, frame);
      run.at = site;
      return native(run, a, b);
    };
  }
  if (args.length === 3) {
    return (run, frame) => {
      const a = first(run, frame);
      const b = second(run, frame);
      const c = third(run, frame);
      run.at = site;
      return native(run, a, b, c);
    };
  }
  return (run, frame) => {
    const values: unknown[] = [];
    for (const argument of args) values.push(argument(run, frame));
    run.at = site;
    return native(run, ...values);
  };
}

/** A method that changes the variable on which it is called (crm §5.4); a temporary just returns. */
function compileChange(
  compiler: Compiler,
  receiver: Code,
  changes: Native,
  result: Native | undefined,
  args: readonly Eval[],
  site: Site,
): Eval {
  const empty = emptyOf(receiver.type);
  const apply = (run: Run, frame: Frame, old: unknown): { next: unknown; result: unknown } => {
    const self = old ?? empty ?? null;
    const values = args.map((argument) => argument(run, frame));
    run.at = site;
    const answer = result?.(run, self, ...values);
    const next = changes(run, self, ...values);
    return { next, result: result === undefined ? next : answer };
  };
  if (!isPlace(receiver)) {
    const value = compiler.expression(receiver);
    return (run, frame) => apply(run, frame, value(run, frame)).result;
  }
  if (receiver.kind === 'local') return compileLocalChange(receiver, apply);
  const modify = compileModify(compiler, receiver);
  return (run, frame) => {
    let answer: unknown;
    modify(run, frame, (old) => {
      const { next, result: value } = apply(run, frame, old);
      answer = value;
      return next;
    });
    return answer;
  };
}

type Apply = (run: Run, frame: Frame, old: unknown) => { next: unknown; result: unknown };

const compileLocalChange =
  ({ slot }: Extract<Place, { kind: 'local' }>, apply: Apply): Eval =>
  (run, frame) => {
    const { next, result } = apply(run, frame, frame[slot]);
    frame[slot] = next;
    return result;
  };
