import type { Expression, Item, Statement } from '../../syntax/ast.ts';
import type { CheckContext } from '../check-context.ts';
import { anyNode } from '../walk.ts';

/* Loops that hardly do what was meant: they count from one, run past the end, or never end (crm §16 #7). */

type Of<Kind extends Statement['kind']> = Extract<Statement, { kind: Kind }>;

const isName = (node: Expression, name: string): boolean => node.kind === 'name' && node.text === name;

/** `list.length()`, `text.getLength()`, `vector.size()`: how many elements there are. */
function counted(node: Expression): Expression | undefined {
  if (node.kind !== 'methodCall' || node.args.length > 0) return undefined;
  return ['length', 'getLength', 'size'].includes(node.name.text) ? node.object : undefined;
}

/** True where the element at `index`, as it is, is read or written: `list[i]`, `text.subString(i, 1)`. */
const takesElement = (body: Item, of: string, index: string, context: CheckContext): boolean =>
  anyNode(body, (node) => {
    if (node.kind === 'index') return isName(node.index, index) && context.textOf(node.array.span) === of;
    if (node.kind !== 'methodCall' || !['get', 'subString'].includes(node.name.text)) return false;
    const [first] = node.args;
    return first !== undefined && isName(first, index) && context.textOf(node.object.span) === of;
  });

/** `for (Integer i = 0; i <= list.length(); i++)` asks for an element behind the last. */
export function hintAtCounting(context: CheckContext, node: Of<'for'>): void {
  const { start, condition, body } = node;
  if (context.problems.hasErrors) return;
  if (start?.kind !== 'variable' || start.value === undefined || condition.kind !== 'chain') return;
  const [link] = condition.rest;
  if (link === undefined || condition.rest.length > 1 || !isName(condition.first, start.name.text)) return;
  const index = start.name.text;
  if (link.operator === '<=') {
    const list = counted(link.operand);
    const of = list && context.textOf(list.span);
    if (of === undefined || !takesElement(body, of, index, context)) return;
    const { start: from, end } = link.operatorSpan;
    const first = start.value.kind === 'integer' && start.value.text === '1';
    const text = first
      ? `0${context.textOf({ ...start.value.span, start: start.value.span.end, end: from })}<`
      : '<';
    const fix = {
      label: first ? 'Count from 0' : 'Write <',
      start: first ? start.value.span.start : from,
      end,
      text,
    };
    const message = first
      ? `The first element is the one at 0, and the last is the one at ${context.textOf(link.operand.span)} - 1.`
      : `This runs past the end: the last element is the one at ${context.textOf(link.operand.span)} - 1.`;
    context.problems.hint('past-the-end', message, link.operatorSpan, fix);
  } else if (link.operator === '>=' || link.operator === '>') {
    hintAtCountingDown(context, start.value, body, index);
  }
}

/** `for (Integer i = list.length(); i >= 0; i--)` begins behind the last element. */
function hintAtCountingDown(context: CheckContext, value: Expression, body: Statement, index: string): void {
  const list = counted(value);
  const of = list && context.textOf(list.span);
  if (of === undefined || !takesElement(body, of, index, context)) return;
  const { end } = value.span;
  const message = `This begins behind the end: the last element is the one at ${context.textOf(value.span)} - 1.`;
  context.problems.hint('past-the-end', message, value.span, {
    label: 'Add " - 1"',
    start: end,
    end,
    text: ' - 1',
  });
}

const leaves = (node: Item | Expression, inner: boolean): boolean => {
  if (node.kind === 'return' || node.kind === 'throw') return true;
  if (node.kind === 'break') return !inner;
  return node.kind === 'call' && node.callee.text === 'exitWithMessage';
};

/** True when something in the body ends the loop around it. */
function canLeave(body: Item): boolean {
  return anyNode(body, leaves);
}

/** `while (true)` that nothing leaves, and conditions of which nothing in the loop changes anything. */
export function hintAtEndless(context: CheckContext, node: Of<'while'> | Of<'for'>): void {
  const { condition, body } = node;
  if (context.problems.hasErrors || body.kind === 'empty') return;
  if (condition.kind === 'bool') {
    if (!condition.value || canLeave(body)) return;
    const message =
      'This loop looks endless: nothing in it leaves it. Write break or return where it is done.';
    context.problems.hint('endless-loop', message, node.span);
    return;
  }
  const names = comparedNames(condition);
  if (names === undefined || names.some((name) => context.scope.find(name) === undefined)) return;
  if (node.kind === 'for' && node.update !== undefined && changes(context, node.update, names)) return;
  if (changes(context, body, names) || canLeave(body)) return;
  const list = [...new Set(names)].map((name) => `"${name}"`).join(' or ');
  const message = `This loop looks endless: nothing in it changes ${list}.`;
  context.problems.hint('endless-loop', message, condition.span);
}

const plainKinds: ReadonlySet<string> = new Set([
  'name',
  'integer',
  'long',
  'float',
  'string',
  'bool',
  'chain',
  'unary',
]);

/** The variables of a condition that is made of nothing but variables and written values. */
function comparedNames(condition: Expression): readonly string[] | undefined {
  const names: string[] = [];
  const plain = !anyNode(condition, (node) => {
    if (node.kind === 'name') names.push(node.text);
    return !plainKinds.has(node.kind);
  });
  return plain && names.length > 0 ? names : undefined;
}

/** A value is assigned or counted, or a method is called on it; a call may change the script's own variables. */
const changes = (context: CheckContext, body: Item | Expression, names: readonly string[]): boolean =>
  anyNode(body, (node) => {
    if (node.kind === 'assignment' || node.kind === 'increment') {
      return node.target.kind === 'name' && names.includes(node.target.text);
    }
    if (node.kind === 'methodCall' && node.object.kind === 'name' && names.includes(node.object.text))
      return true;
    if (node.kind !== 'call' && node.kind !== 'methodCall') return false;
    const own = node.kind === 'methodCall' || context.functions.has(node.callee.text);
    return own && names.some((name) => context.scope.find(name)?.global === true);
  });
