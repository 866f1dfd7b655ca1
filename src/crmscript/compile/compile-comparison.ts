import type { BoundExpression, Site } from '../analysis/types/bound-tree.ts';
import type { ComparisonOperator } from '../syntax/ast.ts';
import { compareDates, workOfOrder } from '../library/dates/calendar.ts';
import { compileIntegerOperator } from './compile-integer.ts';
import { mustHold } from './pure.ts';
import { hold } from './compile-list.ts';
import type { Compiler } from './compiler.ts';
import type { Eval, Run } from '../run/run-state.ts';

/** Less than, equal to or greater than zero. */
type Order = (run: Run, a: unknown, b: unknown, site: Site) => number;

const numbers: Order = (_run, a, b) => Number(a) - Number(b);
const longs: Order = (_run, a, b) => {
  const left = (a as bigint | null) ?? 0n;
  const right = (b as bigint | null) ?? 0n;
  return left < right ? -1 : left > right ? 1 : 0;
};
function compareLong(run: Run, a: string, b: string, site: Site): void {
  run.at = site;
  run.look(a);
  run.look(b);
  run.work(Math.min(a.length, b.length));
}

/** By code units, which is what the host compares by; upper case comes first (crm §7.2). */
const texts: Order = (run, a, b, site) => {
  const left = (a as string | null) ?? '';
  const right = (b as string | null) ?? '';
  if (left.length > 1024 && right.length > 1024) compareLong(run, left, right, site);
  return left < right ? -1 : left > right ? 1 : 0;
};
const dates: Order = (run, a, b, site) => {
  run.at = site;
  run.work(workOfOrder);
  return compareDates(a, b);
};

const tests: Readonly<Record<ComparisonOperator, (order: number) => boolean>> = {
  '==': (order) => order === 0,
  '!=': (order) => order !== 0,
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
};

/** Comparison by the static type of the operands; null acts as 0 and "" (crm §5.2). */
export function compileComparison(compiler: Compiler, code: Comparison): Eval {
  const { operator, operands, site } = code;
  if (operands.name === 'Integer' || operands.name === 'Byte') {
    const fast = compileIntegerOperator(compiler, operator, code.left, code.right);
    if (fast !== undefined) return fast;
  }
  if (operands.name === 'Bool') return compileTruths(compiler, code);
  const left = compiler.expression(code.left);
  const right = compiler.expression(code.right);
  const order = orderOf(operands.name);
  const test = tests[operator];
  if (mustHold(code.left, [code.right])) {
    return (run, frame) => {
      hold(run, frame, left);
      const b = right(run, frame);
      return test(order(run, run.held.pop(), b, site));
    };
  }
  if (operands.name === 'String' && (operator === '==' || operator === '!=')) {
    return compileEquality(left, right, operator === '==', site);
  }
  return (run, frame) => test(order(run, left(run, frame), right(run, frame), site));
}

type Comparison = Extract<BoundExpression, { kind: 'compare' }>;

/** `a == b == c …`: each compares the answer of the one before. It is walked, so that it needs no deep host stack. */
function compileTruths(compiler: Compiler, code: Comparison): Eval {
  const links: Comparison[] = [];
  let at: BoundExpression = code;
  while (at.kind === 'compare' && at.operands.name === 'Bool') {
    links.push(at);
    at = at.left;
  }
  const first = compiler.expression(at);
  const rest = links.reverse().map(({ operator, right }) => ({
    right: compiler.expression(right),
    equal: operator === '==',
  }));
  const [only] = rest;
  if (only !== undefined && rest.length === 1) {
    const { right, equal } = only;
    if (equal) return (run, frame) => first(run, frame) === right(run, frame);
    return (run, frame) => first(run, frame) !== right(run, frame);
  }
  return (run, frame) => {
    let value = first(run, frame);
    for (const { right, equal } of rest) value = (value === right(run, frame)) === equal;
    return value;
  };
}

function orderOf(name: string): Order {
  if (name === 'String') return texts;
  if (name === 'Long') return longs;
  return name === 'Float' ? numbers : dates;
}

function compileEquality(left: Eval, right: Eval, equal: boolean, site: Site): Eval {
  return (run, frame) => {
    const a = (left(run, frame) as string | null) ?? '';
    const b = (right(run, frame) as string | null) ?? '';
    if (a.length > 1024 && a.length === b.length) compareLong(run, a, b, site);
    return (a === b) === equal;
  };
}
