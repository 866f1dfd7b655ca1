import type { Diagnostic, Span } from '../diagnostic.ts';
import type { Expression } from '../syntax/ast.ts';
import { nearest } from '../nearest.ts';
import type { CheckContext } from './check-context.ts';
import { reportUnknown, unknown, type Unknown } from './suggest.ts';
import { objectElsewhere } from './functions-elsewhere.ts';
import { isUnknown, type Type } from './types/types.ts';

const nulls: ReadonlySet<string> = new Set(['null', 'nil', 'undefined', 'NULL', 'Null', 'None']);
const caught: ReadonlySet<string> = new Set(['e', 'ex', 'err', 'exception', 'Error']);
const constants = ['true', 'false'];

/** True where a name stands for nothing that the script declares. */
export const isFree = (context: CheckContext, name: string): boolean =>
  context.scope.find(name) === undefined && context.state.owner?.byName.has(name) !== true;

/** True at what other languages write for "no value". */
export const isNull = (context: CheckContext, node: Expression): boolean =>
  node.kind === 'name' && nulls.has(node.text) && isFree(context, node.text);

const noNull = 'CRMScript has no null. A variable without a value is null; ask with isNull().';

export function reportNull(context: CheckContext, span: Span, fix?: Diagnostic['fix']): void {
  context.problems.error('unknown-name', noNull, span, fix);
}

/** `value == null` */
export function reportNullComparison(
  context: CheckContext,
  left: Span,
  right: Span,
  negated: boolean,
  type: Type,
): void {
  const asks = !isUnknown(type) && context.library.methodsOf(type).has('isNull');
  const text = `${negated ? '!' : ''}${context.textOf(left)}.isNull()`;
  const fix = { label: `Write ${text}`, start: left.start, end: right.end, text };
  reportNull(context, right, asks ? fix : undefined);
}

/** Says it once in each function, unless there is a name that was meant. */
export function reportUnknownName(context: CheckContext, name: string, span: Span): void {
  const report = describe(context, name, span);
  const known = (context.state.unknown ??= new Set());
  if (report.meant === undefined && known.has(name)) return;
  known.add(name);
  reportUnknown(context.problems, 'unknown-name', report, span);
  // Which name is missing behind a type nobody knows, so no unknown one is reported any more.
  if (context.assigning !== undefined && context.library.type(name) !== undefined) {
    context.problems.incomplete = true;
  }
}

function describe(context: CheckContext, name: string, span: Span): Unknown {
  if (context.laterGlobals.has(name)) {
    return {
      message: `"${name}" is declared further down. A variable must be declared before it is used.`,
      written: name,
    };
  }
  if (context.functions.has(name) || context.library.functionsOf(name).length > 0) {
    const message = `"${name}" is a function. Call it: ${name}(…).`;
    return takesNothing(context, name) ? { message, meant: `${name}()` } : { message };
  }
  if (nulls.has(name)) return { message: noNull };
  if (context.structs.has(name) || context.library.type(name) !== undefined) {
    if (context.assigning !== undefined) {
      return { message: `Expected a name between the type "${name}" and the "=".` };
    }
    return { message: `"${name}" is a type, not a variable.` };
  }
  if (caught.has(name) && context.scope.find('errorLocation') !== undefined) {
    return {
      message: `In a "catch", the text of the error is called "error".`,
      meant: 'error',
      written: name,
    };
  }
  if (context.state.routine.variables.some((one) => one.name === name && one.to < Infinity)) {
    const message = `"${name}" is declared in a block that has ended here. Declare it before the block.`;
    return { message, written: name };
  }
  const object = objectElsewhere.get(name);
  if (object !== undefined) return { message: `There is no "${name}" in CRMScript. ${object}` };
  const meant = context.guesses.near(name, () => [...context.scope.visible(), ...constants]);
  const found = unknown(`There is no variable "${name}".`, name, meant);
  return name === context.textOf(span) ? found : { message: found.message };
}

const takesNothing = (context: CheckContext, name: string): boolean =>
  [...(context.functions.get(name) ?? []), ...context.library.functionsOf(name)].some(
    ({ parameters }) => parameters.length === 0,
  );

const jumps = ['break', 'continue', 'return'];

/** `brake;` and `exit;`: a statement of one name that means nothing. */
export function reportLoneName(context: CheckContext, name: string, span: Span): boolean {
  if (!isFree(context, name) || context.problems.poisoned.has(name)) return false;
  const ends = name === 'exit' || name === 'quit' || name === 'stop';
  const report = ends
    ? {
        message: `There is no "${name}". To end the script, write exitWithMessage("…") or return.`,
        meant: 'return',
      }
    : unknown(`There is no "${name}".`, name, nearest(name, jumps));
  if (report.meant === undefined || context.functions.has(name)) return false;
  reportUnknown(context.problems, 'misspelt-keyword', report, span);
  return true;
}

/**
 * `count = 1;` where nothing is called so: the type is missing. The variable is taken as declared, so that
 * nothing more is said about it.
 */
export function declareInstead(
  context: CheckContext,
  target: Extract<Expression, { kind: 'name' }>,
  type: Type,
  value: string,
): boolean {
  const { text, span } = target;
  if (
    context.problems.incomplete ||
    !isFree(context, text) ||
    context.problems.poisoned.has(text) ||
    context.laterGlobals.has(text)
  )
    return false;
  const report = describe(context, text, span);
  if (report.meant !== undefined || report.written === undefined || isUnknown(type) || type.kind === 'void')
    return false;
  const { start } = span;
  const fix = { label: 'Declare it here', start, end: start, text: `${type.name} ` };
  const message = `${report.message} Declare it: ${type.name} ${text} = ${value.length > 30 ? '…' : value};`;
  context.problems.error('unknown-name', message, span, fix);
  context.declareSilently(text, type);
  return true;
}
