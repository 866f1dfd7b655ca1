import { isLValue, type BoundExpression, type LValue, type Site } from '../analysis/types/bound-tree.ts';
import type { Type } from '../analysis/types/types.ts';
import type { NativeImplementation } from '../analysis/types/native.ts';
import { isPure, mustHoldAny } from './pure.ts';
import { compileList, holdSlot, type List } from './compile-list.ts';
import { checkElement, compileModify, type ValueChange } from './compile-lvalue.ts';
import type { Compiler } from './compiler.ts';
import { looking, owning, type Native } from './native-texts.ts';
import type { Eval, Run } from '../run/run-state.ts';
import { nameCall } from '../run/cost-by-site.ts';

/** The implementations take what their signatures say, which the checker has made sure of. */
const callable = (native: NativeImplementation): Native => native as unknown as Native;

/** Nulls act as "" and 0, so natives need not know about them. */
function withoutNull(value: Eval, code: BoundExpression): Eval {
  if (code.kind === 'constant' || code.kind === 'concat' || code.kind === 'arithmetic') return value;
  const empty = emptyOf(code.type);
  if (empty === undefined) return value;
  return (run, frame) => value(run, frame) ?? empty;
}

const compileArgument =
  (compiler: Compiler, raw: boolean) =>
  (argument: BoundExpression): Eval => {
    const value = compiler.expression(argument);
    return raw ? value : withoutNull(value, argument);
  };

function emptyOf(type: Type): unknown {
  if (type.name === 'String') return '';
  if (type.name === 'Integer' || type.name === 'Float') return 0;
  return type.name === 'Long' ? 0n : undefined;
}

export function compileNative(compiler: Compiler, code: Extract<BoundExpression, { kind: 'native' }>): Eval {
  const { callee, receiver, site, type } = code;
  nameCall(site, callee.name);
  const { raw, changes, nests, blind } = callee.native;
  const compile = compileArgument(compiler, raw === true);
  if (changes !== undefined && receiver !== undefined) {
    const { links, root } = chainOf(code);
    const made = links.map((link) => compileLink(compiler, link));
    return isLValue(root) ? compileChange(compiler, root, made) : compileOnTemporary(compiler, root, made);
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

type Changing = Extract<BoundExpression, { kind: 'native' }>;

/** One call that changes the variable on which it is called. */
type Link = {
  readonly list: List;
  readonly isCalm: boolean;
  readonly apply: (run: Run, old: unknown, values: readonly unknown[]) => Changed;
};
type Changed = { readonly next: unknown; readonly answer: unknown };

/**
 * The calls that change one variable, first to last: a method that returns a reference to itself hands the
 * variable on to the call behind it (`itself`); a copy ends the chain.
 */
function chainOf(last: Changing): { readonly links: readonly Changing[]; readonly root: BoundExpression } {
  const links = [last];
  let root = last.receiver as BoundExpression;
  while (root.kind === 'native' && root.callee.native.itself === true && root.receiver !== undefined) {
    links.push(root);
    root = root.receiver;
  }
  return { links: links.reverse(), root };
}

function compileLink(compiler: Compiler, { callee, receiver, args, site, type }: Changing): Link {
  const { raw, changes, blind } = callee.native;
  const self = receiver as BoundExpression;
  const operands = [self, ...args];
  const result = callee.run && owning(callable(callee.run), operands, type);
  const made = owning(callable(changes as NativeImplementation), operands, self.type);
  const change = blind === true ? made : looking(made, operands);
  const empty = emptyOf(self.type) ?? null;
  return {
    list: compileList(compiler, args, compileArgument(compiler, raw === true)),
    isCalm: args.every((argument) => isPure(argument)),
    apply: (run, old, values) => {
      run.at = site;
      run.pending = 0;
      const answer = result?.(run, old ?? empty, ...values);
      const next = change(run, old ?? empty, ...values);
      return { next, answer: result === undefined ? next : answer };
    },
  };
}

/** Methods that change the variable on which they are called (crm §5.4). */
function compileChange(compiler: Compiler, place: LValue, links: readonly Link[]): Eval {
  const changes = links.map(changeOf);
  const inTurn: ValueChange = (run, frame, slots, at, element) => {
    let answer: unknown;
    for (const change of changes) answer = change(run, frame, slots, at, element);
    return answer;
  };
  const [only] = changes.length === 1 ? changes : [inTurn];
  const isCalmAll = links.every((link) => link.isCalm);
  return compileModify(compiler, place, isCalmAll, only ?? inTurn);
}

const changeOf =
  ({ list, isCalm: isCalmList, apply }: Link): ValueChange =>
  (run, frame, slots, at, element) => {
    if (!isCalmList) holdSlot(run, slots, at);
    const values = list(run, frame);
    const { next, answer } = apply(run, isCalmList ? slots[at] : run.held.pop(), values);
    checkElement(run, slots, at, element);
    slots[at] = next;
    return answer;
  };

/** The same on what is in no variable: they just return. */
function compileOnTemporary(compiler: Compiler, root: BoundExpression, links: readonly Link[]): Eval {
  const value = compiler.expression(root);
  return (run, frame) => {
    let answer = value(run, frame);
    for (const { list, apply } of links) {
      run.held.push(answer);
      const values = list(run, frame);
      answer = apply(run, run.held.pop(), values).answer;
    }
    return answer;
  };
}
