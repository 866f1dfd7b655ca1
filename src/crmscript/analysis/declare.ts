import type { FunctionDeclaration, Item, StructDeclaration } from '../syntax/ast.ts';
import type { CheckContext } from './check-context.ts';
import { checkType, checkVariableType } from './check-type.ts';
import { refuseReserved } from './reserved.ts';
import { refuseRecursion } from './struct-cycles.ts';
import { signatureOf, type FunctionSymbol } from './types/symbols.ts';
import { isSame, type StructType, type Type } from './types/types.ts';

/** Declares the structs and functions of all items, so that those further down are known (crm Q16). */
export function declare(context: CheckContext, items: readonly Item[]): void {
  const structs: [StructDeclaration, StructType][] = [];
  items.forEach((item, order) => {
    if (item.kind === 'variable') context.laterGlobals.add(item.name.text);
    if (item.kind === 'struct') structs.push([item, declareStruct(context, item, order)]);
  });
  for (const [declaration, type] of structs) declareMembers(context, declaration, type);
  items.forEach((item, order) => {
    context.order = order;
    if (item.kind === 'function') declareFunction(context, item, order);
  });
  refuseRecursion(context, structs);
}

function declareStruct(context: CheckContext, node: StructDeclaration, order: number): StructType {
  const { text, span } = node.name;
  const type: StructType = {
    kind: 'struct',
    name: text,
    fields: [],
    byName: new Map(),
    methods: new Map(),
    order,
    frameSize: 1,
  };
  if (context.library.type(text) !== undefined) {
    context.problems.error('duplicate', `"${text}" is a type of CRMScript and cannot be declared.`, span);
  } else if (context.structs.has(text)) {
    context.problems.error('duplicate', `A struct "${text}" is already declared.`, span);
    context.ambiguous.add(text);
  } else {
    refuseReserved(context, node.name, 'struct');
    context.structs.set(text, type);
  }
  return type;
}

function declareMembers(context: CheckContext, node: StructDeclaration, type: StructType): void {
  context.order = type.order;
  for (const field of node.fields) {
    if (type.byName.has(field.name.text)) {
      context.problems.error(
        'duplicate',
        `The struct already has a field "${field.name.text}".`,
        field.name.span,
      );
      continue;
    }
    const symbol = {
      name: field.name.text,
      type: checkVariableType(context, field.type),
      index: type.fields.length,
      initial: undefined,
      span: field.span,
    };
    type.fields.push(symbol);
    type.byName.set(symbol.name, symbol);
  }
  node.methods.forEach((method, index) => {
    // Methods stand between their struct and the next item in the order of the text.
    const order = type.order + (index + 1) / (node.methods.length + 1);
    const symbol = symbolOf(context, method, order, type);
    add(context, type.methods, symbol, 'method');
  });
}

function symbolOf(
  context: CheckContext,
  declaration: FunctionDeclaration,
  order: number,
  owner: StructType | undefined,
): FunctionSymbol {
  const name = declaration.name.text;
  return {
    name: owner === undefined ? name : `${owner.name}.${name}`,
    variables: [],
    blocks: [],
    parameters: declaration.parameters.map((parameter) => ({
      name: parameter.name.text,
      type: checkVariableType(context, parameter.type, parameter.name),
    })),
    returns: checkType(context, declaration.type),
    owner,
    declaration,
    order,
    body: undefined,
    frameSize: 0,
  };
}

/** A call is compared with every function of its name, so there is an end to them. */
const mostOverloads = 100;

function add(
  context: CheckContext,
  table: Map<string, FunctionSymbol[]>,
  symbol: FunctionSymbol,
  what: string,
): void {
  const { text, span } = symbol.declaration.name;
  const others = table.get(text) ?? [];
  if (others.length >= mostOverloads) {
    const message = `There are ${String(others.length)} ${what}s "${text}" already. Call this one something else.`;
    context.problems.error('too-many-overloads', message, span);
    return;
  }
  if (others.some((other) => hasSameParameters(other.parameters, symbol.parameters))) {
    const types = symbol.parameters.map(({ type }) => type);
    context.problems.error('duplicate', `A ${what} ${signatureOf(text, types)} is already declared.`, span);
    return;
  }
  if (others.push(symbol) === 1) table.set(text, others);
}

type Parameters = readonly { readonly type: Type }[];
const hasSameParameters = (a: Parameters, b: Parameters): boolean =>
  a.length === b.length &&
  a.every(({ type }, index) => {
    const other = b[index];
    return other !== undefined && isSame(type, other.type);
  });

function declareFunction(context: CheckContext, node: FunctionDeclaration, order: number): void {
  refuseReserved(context, node.name, 'function');
  const symbol = symbolOf(context, node, order, undefined);
  add(context, context.functions, symbol, 'function');
  const builtIn = context.library.functionsOf(node.name.text);
  if (builtIn.some((other) => hasSameParameters(other.parameters, symbol.parameters))) {
    const types = symbol.parameters.map(({ type }) => type);
    context.problems.warning(
      'redefined-function',
      `${signatureOf(node.name.text, types)} is a function of CRMScript. Here yours is used; SuperOffice may refuse it.`,
      node.name.span,
    );
  }
}
