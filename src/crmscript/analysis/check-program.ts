import type { Diagnostic, Span } from '../diagnostic.ts';
import type { FunctionDeclaration, Item, StructDeclaration, Tree } from '../syntax/ast.ts';
import type { Problems } from '../syntax/problems.ts';
import { CheckContext, type RoutineState } from './check-context.ts';
import { checkValue } from './check-expression.ts';
import { checkBlock, checkItems } from './check-statement.ts';
import { convert } from './convert.ts';
import { declare } from './declare.ts';
import { warnOfEmptyBodies } from './hints/empty-body.ts';
import type { LinkedLibrary } from './link.ts';
import { returnsAlways } from './returns.ts';
import type { FunctionSymbol, Scope } from './types/symbols.ts';
import type { BoundStatement, Routine } from './types/bound-tree.ts';
import type { BoundProgram } from './bound-program.ts';
import { isUnknown, type StructType, type Type } from './types/types.ts';
import type { CheckObserver } from './check-observer.ts';
import type { Habits } from './habits.ts';

type Include = (id: string, span: Span) => Tree | undefined;

/**
 * Checks a script and everything that it includes: names, types, overloads, control flow. The program is
 * only fit to run when no error has been reported.
 */
export function checkProgram(
  tree: Tree,
  library: LinkedLibrary,
  problems: Problems,
  include: Include,
  observer?: CheckObserver,
  habits?: Habits,
): BoundProgram {
  const main: Routine = { name: '(script)', variables: [], blocks: [] };
  const context = new CheckContext(library, problems, main, include);
  context.observer = observer;
  context.habits = habits;
  observer?.begin(context);
  context.read(tree);
  const items = merge(context, tree.items);
  declare(context, items);
  warnOfEmptyBodies(context, items);
  const globals = context.scope;
  const body: BoundStatement[] = [];
  items.forEach((item, order) => {
    context.order = order;
    if (item.kind === 'function') checkFunction(context, globals, item);
    else if (item.kind === 'struct') checkStruct(context, globals, item);
    else body.push(...checkItems(context, [item]));
  });
  return {
    body,
    main,
    frameSize: context.state.slots,
    globals: context.globals,
    structs: [...context.structs.values()],
    functions: [...context.functions.values()].flat(),
    sites: context.sites,
    names: { library, functions: context.functions, structs: context.structs },
  };
}

/** The items of the script with those of its includes in their places (crm §3.2). */
function merge(context: CheckContext, items: readonly Item[]): Item[] {
  const merged: Item[] = [];
  for (const item of items) {
    if (item.kind !== 'include') merged.push(item);
    else {
      const included = context.include(item.id, item.span)?.items ?? [];
      for (const inner of merge(context, included)) merged.push(inner);
    }
  }
  return merged;
}

function checkFunction(context: CheckContext, globals: Scope, node: FunctionDeclaration): void {
  const symbol = context.functions.get(node.name.text)?.find(({ declaration }) => declaration === node);
  if (symbol !== undefined) checkBodyOf(context, globals, symbol);
}

function checkBodyOf(context: CheckContext, globals: Scope, symbol: FunctionSymbol): void {
  const { declaration: node, owner, returns } = symbol;
  const state: RoutineState = {
    routine: symbol,
    returns,
    owner,
    slots: owner === undefined ? 0 : 1,
    loops: 0,
    unknown: undefined,
  };
  context.inRoutine(state, globals, () => {
    if (owner !== undefined) {
      symbol.variables.push({ name: 'this', type: owner, slot: 0, global: false, from: 0, to: Infinity });
    }
    node.parameters.forEach((parameter, index) => {
      const type = symbol.parameters[index]?.type;
      if (type !== undefined) context.declare(parameter.name, type);
    });
    symbol.body = checkBlock(context, node.body);
  });
  symbol.frameSize = state.slots;
  // A broken function says more than enough already.
  const ends = !context.problems.hasErrors && symbol.body !== undefined && !returnsAlways(symbol.body);
  if (ends && returns.kind !== 'void' && !isUnknown(returns)) {
    const message = `"${node.name.text}" can end without "return"; it then returns an empty ${returns.name}.`;
    context.problems.warning('missing-return', message, node.name.span, returnAtEnd(context, node, returns));
  }
}

const empties: Readonly<Record<string, string>> = {
  Integer: '0',
  Long: '0L',
  Float: '0.0',
  String: '""',
  Bool: 'false',
};

/** The change that returns, before the brace at the end, what is returned anyway. */
function returnAtEnd(context: CheckContext, { body }: FunctionDeclaration, type: Type): Diagnostic['fix'] {
  const value = empties[type.name];
  const { file, start, column } = body.closeSpan;
  if (value === undefined || context.textOf(body.closeSpan) !== '}') return undefined;
  const before = context.textOf({ file, start: start - column + 1, end: start });
  const indent = before.trim() === '' ? before : undefined;
  const text = indent === undefined ? `return ${value}; ` : `  return ${value};\n${indent}`;
  return { label: `Add "return ${value};"`, start, end: start, text };
}

function checkStruct(context: CheckContext, globals: Scope, node: StructDeclaration): void {
  const type = context.structs.get(node.name.text);
  if (type === undefined) return;
  const { order } = context;
  const routine: Routine = { name: type.name, variables: [], blocks: [] };
  const state: RoutineState = {
    routine,
    returns: undefined,
    owner: undefined,
    slots: 1,
    loops: 0,
    unknown: undefined,
  };
  context.inRoutine(state, globals, () => {
    for (const field of node.fields) checkInitial(context, type, field);
  });
  type.frameSize = state.slots;
  const own = new Set(node.methods);
  for (const methods of type.methods.values()) {
    for (const method of methods) {
      if (!own.has(method.declaration)) continue;
      context.order = method.order;
      checkBodyOf(context, globals, method);
    }
  }
  context.order = order;
}

function checkInitial(
  context: CheckContext,
  type: StructType,
  field: StructDeclaration['fields'][number],
): void {
  const symbol = type.byName.get(field.name.text);
  // Of two fields with one name the first is the struct's.
  if (symbol?.span !== field.span || field.value === undefined) return;
  const code = checkValue(context, field.value);
  symbol.initial = convert(context, code, symbol.type, field.value.span, `to the field "${symbol.name}"`);
}
