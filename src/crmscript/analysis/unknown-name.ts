import type { Span } from '../diagnostic.ts';
import type { Expression } from '../syntax/ast.ts';
import { nearest } from '../nearest.ts';
import type { CheckContext } from './check-context.ts';
import { reportUnknown, unknown, type Unknown } from './suggest.ts';
import { isUnknown, type Type } from './types/types.ts';

const constants = ['true', 'false'];

/** True where a name stands for nothing that the script declares. */
export const isFree = (context: CheckContext, name: string): boolean =>
  context.scope.find(name) === undefined && context.state.owner?.byName.has(name) !== true;

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
  if (context.structs.has(name) || context.library.type(name) !== undefined) {
    if (context.assigning !== undefined) {
      return { message: `Expected a name between the type "${name}" and the "=".` };
    }
    return { message: `"${name}" is a type, not a variable.` };
  }
  const habit = context.habits?.['unknown-name'].named(context, name);
  if (habit !== undefined) return habit;
  if (endedBefore(context, name)) {
    const message = `"${name}" is declared in a block that has ended here. Declare it before the block.`;
    return { message, written: name };
  }
  const meant = context.guesses.near(name, () => [...context.scope.visible(), ...constants]);
  const found = unknown(`There is no variable "${name}".`, name, meant);
  return name === context.textOf(span) ? found : { message: found.message };
}

/** True where a variable of that name stands in a block that has ended. */
export const endedBefore = ({ state }: CheckContext, name: string): boolean =>
  state.routine.variables.some((one) => one.name === name && one.to < Infinity);

const takesNothing = (context: CheckContext, name: string): boolean =>
  [...(context.functions.get(name) ?? []), ...context.library.functionsOf(name)].some(
    ({ parameters }) => parameters.length === 0,
  );

const jumps = ['break', 'continue', 'return'];

/** `brake;` and `exit;`: a statement of one name that means nothing. */
export function reportLoneName(context: CheckContext, name: string, span: Span): boolean {
  if (!isFree(context, name) || context.problems.poisoned.has(name)) return false;
  const report =
    context.habits?.['unknown-name'].alone(name) ??
    unknown(`There is no "${name}".`, name, nearest(name, jumps));
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
