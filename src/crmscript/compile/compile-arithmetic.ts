import type { BoundExpression, Site } from '../analysis/types/bound-tree.ts';
import type { Type } from '../analysis/types/types.ts';
import type { ArithmeticOperator } from '../syntax/ast.ts';
import { isPure, mustHold } from './pure.ts';
import type { Compiler } from './compiler.ts';
import { compileIntegerOperator } from './compile-integer.ts';
import { hold } from './compile-list.ts';
import type { Eval, Frame, Run } from '../run/run-state.ts';

type Operation = (run: Run, a: unknown, b: unknown, site: Site) => unknown;

const divideByZero = (run: Run, site: Site): never =>
  run.failAt(site, 'RunTimeException', 'Division by zero.');

const nonZero = (run: Run, value: number, site: Site): number =>
  value === 0 ? divideByZero(run, site) : value;
const nonZeroLong = (run: Run, value: bigint, site: Site): bigint =>
  value === 0n ? divideByZero(run, site) : value;
const long = (value: unknown): bigint => (value as bigint | null) ?? 0n;

/* Null acts as 0: numbers of the host turn it into 0 by themselves. Integers wrap at 32 bits (crm Q35). */
const integer: Readonly<Record<ArithmeticOperator, Operation>> = {
  '+': (_run, a, b) => ((a as number) + (b as number)) | 0,
  '-': (_run, a, b) => ((a as number) - (b as number)) | 0,
  '*': (_run, a, b) => Math.imul(a as number, b as number),
  '/': (run, a, b, site) => ((a as number) / nonZero(run, (b as number) | 0, site)) | 0,
  '%': (run, a, b, site) => ((a as number) % nonZero(run, (b as number) | 0, site)) | 0,
};

const float: Readonly<Record<ArithmeticOperator, Operation>> = {
  '+': (_run, a, b) => (a as number) + (b as number),
  '-': (_run, a, b) => (a as number) - (b as number),
  '*': (_run, a, b) => (a as number) * (b as number),
  '/': (run, a, b, site) => (a as number) / nonZero(run, Number(b), site),
  '%': (run, a, b, site) => (a as number) % nonZero(run, Number(b), site),
};

const longs: Readonly<Record<ArithmeticOperator, Operation>> = {
  '+': (_run, a, b) => BigInt.asIntN(64, long(a) + long(b)),
  '-': (_run, a, b) => BigInt.asIntN(64, long(a) - long(b)),
  '*': (_run, a, b) => BigInt.asIntN(64, long(a) * long(b)),
  '/': (run, a, b, site) => BigInt.asIntN(64, long(a) / nonZeroLong(run, long(b), site)),
  '%': (run, a, b, site) => BigInt.asIntN(64, long(a) % nonZeroLong(run, long(b), site)),
};

/** The operation on two values of a type: numbers, or `+` of texts. */
export function operationOf(type: Type, operator: ArithmeticOperator): Operation {
  if (type.name === 'String') return joinTexts;
  if (type.name === 'Integer') return integer[operator];
  return type.name === 'Long' ? longs[operator] : float[operator];
}

export function compileArithmetic(
  compiler: Compiler,
  code: Extract<BoundExpression, { kind: 'arithmetic' }>,
): Eval {
  const { type, operator, site } = code;
  const links = spine(code);
  if (links.length > 16) return compileLongChain(compiler, links, site);
  if (type.name === 'Integer') {
    const fast = compileIntegerOperator(compiler, operator, code.left, code.right);
    if (fast !== undefined) return fast;
  }
  if (type.name === 'String') return compileJoins(compiler, [code.left, code.right], site);
  const left = compiler.expression(code.left);
  const right = compiler.expression(code.right);
  if (type.name === 'Integer' && (operator === '/' || operator === '%')) {
    return compileDivision(left, right, operator, site);
  }
  if (type.name === 'Float') {
    if (operator === '+') return (run, frame) => (left(run, frame) as number) + (right(run, frame) as number);
    if (operator === '-') return (run, frame) => (left(run, frame) as number) - (right(run, frame) as number);
    if (operator === '*') return (run, frame) => (left(run, frame) as number) * (right(run, frame) as number);
  }
  const operate = operationOf(type, operator);
  return (run, frame) => operate(run, left(run, frame), right(run, frame), site);
}

/** `/` and `%` of Integers, both written out. */
function compileDivision(left: Eval, right: Eval, operator: '/' | '%', site: Site): Eval {
  if (operator === '/') {
    return (run, frame) => {
      const a = left(run, frame) as number;
      const b = (right(run, frame) as number) | 0;
      return b === 0 ? divideByZero(run, site) : (a / b) | 0;
    };
  }
  return (run, frame) => {
    const a = left(run, frame) as number;
    const b = (right(run, frame) as number) | 0;
    return b === 0 ? divideByZero(run, site) : ((a | 0) % b) | 0;
  };
}

type Arithmetic = Extract<BoundExpression, { kind: 'arithmetic' }>;

/** `a + b + c …`, from the left: the operators of one long sum. */
function spine(code: Arithmetic): Arithmetic[] {
  const links: Arithmetic[] = [];
  let at: BoundExpression = code;
  while (at.kind === 'arithmetic' && at.type.name === code.type.name) {
    links.push(at);
    at = at.left;
  }
  return links.reverse();
}

/** A long sum is walked, so that it needs no deep host stack. */
function compileLongChain(compiler: Compiler, links: readonly Arithmetic[], site: Site): Eval {
  const [lowest] = links;
  if (lowest?.type.name === 'String') {
    return compileJoins(compiler, [lowest.left, ...links.map(({ right }) => right)], site);
  }
  const first = compiler.expression(
    links[0]?.left ?? { kind: 'nothing', type: { kind: 'unknown', name: '?' } },
  );
  const rest = links.map(({ type, operator, right }) => ({
    operate: operationOf(type, operator),
    right: compiler.expression(right),
  }));
  return (run, frame) => {
    let value = first(run, frame);
    for (const { operate, right } of rest) value = operate(run, value, right(run, frame), site);
    return value;
  };
}

function joinTexts(run: Run, a: unknown, b: unknown, site: Site): string {
  const left = (a as string | null) ?? '';
  const right = (b as string | null) ?? '';
  run.join(left.length, right.length, site);
  return left + right;
}

export function compileConcat(
  compiler: Compiler,
  { parts, site }: Extract<BoundExpression, { kind: 'concat' }>,
): Eval {
  return compileJoins(compiler, parts, site);
}

function compileJoins(compiler: Compiler, codes: readonly BoundExpression[], site: Site): Eval {
  const [firstCode, ...others] = codes;
  if (firstCode === undefined) return () => '';
  const first = compiler.expression(firstCode);
  const [only] = others;
  if (only !== undefined && others.length === 1 && !mustHold(firstCode, others)) {
    const second = compiler.expression(only);
    return (run, frame) => {
      const left = (first(run, frame) as string | null) ?? '';
      const right = (second(run, frame) as string | null) ?? '';
      run.join(left.length, right.length, site);
      return left + right;
    };
  }
  if (others.every((code) => isPure(code))) {
    const rest = others.map((code) => compiler.expression(code));
    return (run, frame) => {
      let text = first(run, frame);
      for (const value of rest) text = joinTexts(run, text, value(run, frame), site);
      return text;
    };
  }
  const rest = others.map((code) => compiler.expression(code));
  return (run, frame) => {
    hold(run, frame, first);
    for (const value of rest) joinHeld(run, frame, value, site);
    return run.held.pop();
  };
}

/** Joins one more part to the text that is held. */
function joinHeld(run: Run, frame: Frame, value: Eval, site: Site): void {
  const next = value(run, frame);
  run.held.push(joinTexts(run, run.held.pop(), next, site));
}

export function compileNegate(operand: Eval, type: Type): Eval {
  if (type.name === 'Integer') return (run, frame) => -(operand(run, frame) as number) | 0;
  if (type.name === 'Long') return (run, frame) => BigInt.asIntN(64, -long(operand(run, frame)));
  return (run, frame) => 0 - (operand(run, frame) as number);
}
