import type { Diagnostic, Span } from '../diagnostic.ts';
import type { EnumMembers } from '../library/superoffice/from-tables.ts';
import type { Expression, Name } from '../syntax/ast.ts';
import { checkCall, checkMethodCall } from './check-call.ts';
import type { CheckContext } from './check-context.ts';
import { checkAssignment, checkChain, checkIncrement, checkUnary } from './check-operator.ts';
import { readProperty } from './carrier-property.ts';
import { convert } from './convert.ts';
import { forgetSized } from './hints/sized-hints.ts';
import { reportUnknown, unknown } from './suggest.ts';
import { isLValue, type BoundExpression, type LValue } from './types/bound-tree.ts';
import { isUnknown, unknownType, type Type } from './types/types.ts';
import { reportUnknownName } from './unknown-name.ts';

export const nothing: BoundExpression = { kind: 'nothing', type: unknownType };

/** The type and meaning of an expression. What is wrong is reported, and nothing more follows from it. */
export function checkExpression(context: CheckContext, expression: Expression): BoundExpression {
  const code = checkKind(context, expression);
  context.observer?.expression(expression, code);
  return code;
}

function checkKind(context: CheckContext, expression: Expression): BoundExpression {
  switch (expression.kind) {
    case 'integer':
    case 'long':
    case 'float':
    case 'string':
      return checkLiteral(context, expression.kind, expression.text, expression.span);
    case 'bool':
      return { kind: 'constant', type: context.types.Bool, value: expression.value };
    case 'this':
      return checkThis(context, expression.span);
    case 'name':
      return checkName(context, expression.text, expression.span);
    case 'member':
      return checkMember(context, expression);
    case 'index':
      return checkIndex(context, expression);
    case 'call':
      return checkCall(context, expression);
    case 'methodCall':
      return checkMethodCall(context, expression);
    case 'unary':
      return checkUnary(context, expression);
    case 'increment':
      return checkIncrement(context, expression);
    case 'chain':
      return checkChain(context, expression);
    case 'assignment':
      return checkAssignment(context, expression);
  }
}

/** As `checkExpression`, where a value is needed: a call of a Void function has none. */
export function checkValue(context: CheckContext, expression: Expression): BoundExpression {
  const code = checkExpression(context, expression);
  if (code.type.kind !== 'void') return code;
  context.problems.error(
    'void-value',
    'This returns nothing (Void), so there is no value here.',
    expression.span,
  );
  return nothing;
}

function checkLiteral(
  context: CheckContext,
  kind: 'integer' | 'long' | 'float' | 'string',
  text: string,
  span: Span,
): BoundExpression {
  if (kind === 'string') return { kind: 'constant', type: context.types.String, value: text };
  if (kind === 'float') return { kind: 'constant', type: context.types.Float, value: Number(text) };
  if (kind === 'long') {
    const value = BigInt(text);
    if (value > 9223372036854775807n) {
      context.problems.error('number-too-large', `${text} does not fit into 64 bits.`, span);
    }
    return { kind: 'constant', type: context.types.Long, value: BigInt.asIntN(64, value) };
  }
  const value = Number(text);
  if (value > 2147483647) {
    const message = `${text} does not fit into an Integer of 32 bits. Write ${text}L for a Long.`;
    const fix = { label: 'Add "L"', start: span.end, end: span.end, text: 'L' };
    context.problems.error('number-too-large', message, span, fix);
  }
  return { kind: 'constant', type: context.types.Integer, value: value | 0 };
}

function checkThis(context: CheckContext, span: Span): BoundExpression {
  const { owner } = context.state;
  if (owner !== undefined) return { kind: 'local', type: owner, slot: 0 };
  context.problems.error(
    'this-outside',
    '"this" stands for the struct, so it only means something in its methods.',
    span,
  );
  return nothing;
}

/** local, parameter, own member (crm Q15), variable of the script. */
function checkName(context: CheckContext, text: string, span: Span): BoundExpression {
  const variable = context.scope.find(text);
  if (variable !== undefined && !variable.global) {
    return { kind: 'local', type: variable.type, slot: variable.slot };
  }
  const field = context.state.owner?.byName.get(text);
  if (field !== undefined && context.state.owner !== undefined) {
    context.problems.hint('missing-this', `Write this.${text}.`, span, {
      label: 'Add "this."',
      start: span.start,
      end: span.start,
      text: 'this.',
    });
    const object: BoundExpression = { kind: 'local', type: context.state.owner, slot: 0 };
    return { kind: 'field', type: field.type, object, index: field.index, name: text };
  }
  if (variable !== undefined) return { kind: 'global', type: variable.type, slot: variable.slot };
  reportUnknownName(context, text, span);
  return nothing;
}

function checkMember(context: CheckContext, node: Extract<Expression, { kind: 'member' }>): BoundExpression {
  const { object: written, name } = node;
  if (written.kind === 'name' && context.scope.find(written.text) === undefined) {
    const found = context.library.enumOf(written.text);
    if (found !== undefined) return checkEnumMember(context, written.text, found, name);
  }
  const object = checkValue(context, written);
  if (isUnknown(object.type)) return nothing;
  if (context.ambiguous.has(object.type.name)) return nothing;
  if (object.type.kind !== 'struct') {
    const property = readProperty(context, object, node);
    if (property !== undefined) return property;
    const methods = context.library.methodsOf(object.type);
    return reportMember(context, object.type, name, methods, () => methods.keys());
  }
  const field = object.type.byName.get(name.text);
  if (field !== undefined) {
    return { kind: 'field', type: field.type, object, index: field.index, name: name.text };
  }
  const { methods, byName } = object.type;
  return reportMember(context, object.type, name, methods, () => byName.keys());
}

type Methods = { get(name: string): readonly { readonly parameters: readonly unknown[] }[] | undefined };

/** A field that is not there: maybe a method without its parentheses, or by the name that it has elsewhere. */
function reportMember(
  context: CheckContext,
  type: Type,
  { text, span }: Name,
  methods: Methods,
  candidates: () => Iterable<string>,
): BoundExpression {
  const among = `member ${type.name}`;
  const names = () => [...candidates()].filter((name) => methods.get(name) !== undefined);
  const other = context.guesses.sameLetters(text, names, among);
  const own = methods.get(text) === undefined ? other : text;
  const called = own ?? context.habits?.['unknown-member'].methodOf(type, text) ?? text;
  const found = methods.get(called);
  const message = `${type.name} has no field "${text}".`;
  if (found === undefined) {
    const meant = context.guesses.near(text, candidates, among);
    reportUnknown(context.problems, 'unknown-member', unknown(message, text, meant), span, { of: type.name });
    return nothing;
  }
  const bare = found.some(({ parameters }) => parameters.length === 0);
  const call = `${called}(${bare ? '' : '…'})`;
  const report = {
    message: `${message} Call the method: ${call}.`,
    ...(bare && { meant: call }),
    written: text,
  };
  reportUnknown(context.problems, 'unknown-member', report, span, { of: type.name });
  return nothing;
}

function checkIndex(context: CheckContext, node: Extract<Expression, { kind: 'index' }>): BoundExpression {
  const array = checkValue(context, node.array);
  const written = checkValue(context, node.index);
  forgetSized(context, node.array);
  if (isUnknown(array.type)) return nothing;
  if (array.type.kind !== 'array') {
    reportNoArray(context, node, array.type);
    return nothing;
  }
  const index = convert(
    context,
    written,
    context.types.Integer,
    node.index.span,
    'as an index, which is an Integer',
  );
  return { kind: 'element', type: array.type.element, array, index, site: context.site(node.span) };
}

const getters: ReadonlyMap<string, string> = new Map([
  ['String', 'subString(index, 1)'],
  ['Map', 'get(…)'],
  ['Vector', 'get(…)'],
]);
const setters: ReadonlyMap<string, string> = new Map([
  ['Map', 'insert(key, value)'],
  ['Vector', 'set(index, value)'],
]);

function reportNoArray(
  context: CheckContext,
  node: Extract<Expression, { kind: 'index' }>,
  type: Type,
): void {
  const assigned = context.assigning === node;
  const method = (assigned ? setters : getters).get(type.name);
  const advice = method === undefined ? '' : ` Use ${method}.`;
  const [of, index] = [context.textOf(node.array.span), context.textOf(node.index.span)];
  const text = type.name === 'String' ? `${of}.subString(${index}, 1)` : `${of}.get(${index})`;
  const { start, end } = node.span;
  const fix = advice === '' ? undefined : { label: `Write ${text}`, start, end, text };
  context.problems.error(
    'not-an-array',
    `Only arrays have elements; this is ${type.name}.${advice}`,
    node.span,
    assigned ? undefined : fix,
    { given: type.name },
  );
}

/** `NSUDefType.Contact` is an Integer (crm §7.3). */
function checkEnumMember(
  context: CheckContext,
  type: string,
  { members, counted }: EnumMembers,
  name: Name,
): BoundExpression {
  const value = members.get(name.text);
  if (value === undefined) {
    const meant = context.guesses.near(name.text, () => members.keys(), `member ${type}`);
    const report = unknown(`${type} has no member "${name.text}".`, name.text, meant);
    reportUnknown(context.problems, 'unknown-member', report, name.span, { of: type });
    return nothing;
  }
  if (counted) {
    const message = `The numbers of ${type} are not documented. Here ${name.text} is ${String(value)}, its place in the list.`;
    context.problems.hint('enum-number', message, name.span);
  }
  return { kind: 'constant', type: context.types.Integer, value };
}

/** What something is to be put into. */
export function checkTarget(context: CheckContext, target: Expression): BoundExpression {
  context.assigning = target;
  const code = checkValue(context, target);
  context.assigning = undefined;
  return code;
}

/** The place that a target names, or undefined with a report; `compare` is the change where a comparison may be meant. */
export function placeOf(
  context: CheckContext,
  target: Expression,
  code: BoundExpression,
  what: string,
  compare?: Diagnostic['fix'],
): LValue | undefined {
  if (target.kind === 'this') {
    context.problems.error('not-assignable', '"this" cannot be changed.', target.span);
    return undefined;
  }
  if (isLValue(code)) return code;
  if (!isUnknown(code.type)) {
    context.problems.error(
      'not-assignable',
      `Only a variable, a field or an element can ${what}.${compare === undefined ? '' : ' To compare, write == instead of =.'}`,
      target.span,
      compare,
    );
  }
  return undefined;
}
