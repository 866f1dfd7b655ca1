import { isPlace } from '../analysis/check-expression.ts';
import type { Code, Site } from '../analysis/tree.ts';
import type { Type } from '../analysis/types.ts';
import type { NativeImplementation } from '../library.ts';
import { isCalm, mustHoldAny } from './calm.ts';
import { compileList, hold, holdSlot, type List } from './compile-list.ts';
import { checkElement, compileModify, type Change } from './compile-place.ts';
import type { Compiler } from './compiler.ts';
import { looking, owning, type Native } from './native-texts.ts';
import type { Eval, Run } from './run-state.ts';

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
  const { callee, receiver, site, type } = code;
  const { raw, changes, nests, blind } = callee.native;
  const compile = (argument: Code): Eval => {
    const value = compiler.expression(argument);
    return raw === true ? value : withoutNull(value, argument);
  };
  if (changes !== undefined && receiver !== undefined) {
    const operands = [receiver, ...code.args];
    const result = callee.run && owning(callable(callee.run), operands, type);
    const made = callable(changes);
    const change = blind === true ? made : looking(owning(made, operands, receiver.type), operands);
    return compileChange(
      compiler,
      receiver,
      change,
      result,
      compileList(compiler, code.args, compile),
      code.args,
      site,
    );
  }
  if (callee.run === undefined) throw new Error(`${callee.name} has no implementation.`);
  const operands = receiver === undefined ? code.args : [receiver, ...code.args];
  const list = () => compileList(compiler, operands, (operand) => compile(operand));
  const owned = owning(callable(callee.run), operands, type);
  const native = blind === true ? owned : looking(owned, operands);
  if (nests === true) return compileNesting(native, list(), site);
  if (mustHoldAny(operands)) return compileListed(native, list(), site);
  return compilePlain(native, operands.map(compile), site);
}

const compileListed =
  (native: Native, list: List, site: Site): Eval =>
  (run, frame) => {
    const values = list(run, frame);
    run.at = site;
    run.pending = 0;
    return native(run, ...values);
  };

/** One that may call the script or run others: what it was given is held meanwhile, its texts by the host. */
const compileNesting =
  (native: Native, list: List, site: Site): Eval =>
  (run, frame) => {
    const values = list(run, frame);
    run.at = site;
    run.pending = 0;
    const { memory } = run;
    const { pinned } = memory;
    run.held.push(values);
    for (const value of values) if (typeof value === 'string') memory.pinned += 2 * value.length;
    const result = native(run, ...values);
    run.held.pop();
    memory.pinned = pinned;
    return result;
  };

function compilePlain(native: Native, args: readonly Eval[], site: Site): Eval {
  const [first, second, third] = args;
  if (first === undefined) {
    return (run) => {
      run.at = site;
      run.pending = 0;
      return native(run);
    };
  }
  if (second === undefined) {
    return (run, frame) => {
      const a = first(run, frame);
      run.at = site;
      run.pending = 0;
      return native(run, a);
    };
  }
  if (third === undefined) {
    return (run, frame) => {
      const a = first(run, frame);
      const b = second(run, frame);
      run.at = site;
      run.pending = 0;
      return native(run, a, b);
    };
  }
  if (args.length === 3) {
    return (run, frame) => {
      const a = first(run, frame);
      const b = second(run, frame);
      const c = third(run, frame);
      run.at = site;
      run.pending = 0;
      return native(run, a, b, c);
    };
  }
  return (run, frame) => {
    const values: unknown[] = [];
    for (const argument of args) values.push(argument(run, frame));
    run.at = site;
    run.pending = 0;
    return native(run, ...values);
  };
}

/** A method that changes the variable on which it is called (crm §5.4); a temporary just returns. */
function compileChange(
  compiler: Compiler,
  receiver: Code,
  changes: Native,
  result: Native | undefined,
  list: List,
  args: readonly Code[],
  site: Site,
): Eval {
  const empty = emptyOf(receiver.type) ?? null;
  const apply = (run: Run, old: unknown, values: readonly unknown[]): { next: unknown; answer: unknown } => {
    const self = old ?? empty;
    run.at = site;
    run.pending = 0;
    const answer = result?.(run, self, ...values);
    const next = changes(run, self, ...values);
    return { next, answer: result === undefined ? next : answer };
  };
  if (!isPlace(receiver)) {
    const value = compiler.expression(receiver);
    return (run, frame) => {
      hold(run, frame, value);
      const values = list(run, frame);
      return apply(run, run.held.pop(), values).answer;
    };
  }
  const isCalmList = args.every((argument) => isCalm(argument));
  const change: Change = (run, frame, slots, at, element) => {
    if (!isCalmList) holdSlot(run, slots, at);
    const values = list(run, frame);
    const { next, answer } = apply(run, isCalmList ? slots[at] : run.held.pop(), values);
    checkElement(run, slots, at, element);
    slots[at] = next;
    return answer;
  };
  return compileModify(compiler, receiver, isCalmList, change);
}
