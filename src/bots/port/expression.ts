import { isSame, type Expression, type Type } from '../../crmscript/bound-tree.ts';
import { portCall, portMethodCall } from './calls.ts';
import { portAssignment, portChain, portIncrement, portUnary } from './operators.ts';
import { bound, call, level, literal, piece, property, receiver, type Piece } from './piece.ts';
import type { Porter } from './porter.ts';
import { emptyText } from './types.ts';

/** An expression in TypeScript, as the checker understood it. */
export function portExpression(p: Porter, node: Expression): Piece {
  switch (node.kind) {
    case 'integer':
      return { ...piece(String(Number(node.text))), isPlain: true };
    case 'long':
      return { ...piece(`${String(BigInt(node.text))}n`), isPlain: true };
    case 'float':
      return { ...piece(node.text), isPlain: true };
    case 'string':
      return literal(node.text);
    case 'bool':
      return { ...piece(String(node.value)), isPlain: true };
    case 'this':
      return { ...piece('this'), isPlain: true };
    case 'name':
      return portName(p, node);
    case 'member':
      return portMember(p, node);
    case 'index':
      return portIndex(p, node);
    case 'call':
      return portCall(p, node);
    case 'methodCall':
      return portMethodCall(p, node);
    case 'unary':
      return portUnary(p, node);
    case 'increment':
      return portIncrement(p, node, false);
    case 'chain':
      return portChain(p, node);
    case 'assignment':
      return portAssignment(p, node, false);
  }
}

/** A value that is not null: null acts as 0 or as an empty text. */
export function notNull(one: Piece, type: Type | undefined): Piece {
  if (one.nullable !== true || type === undefined) return one;
  const empty = emptyText(type);
  return empty === 'null' ? one : piece(`${bound(one, level.and)} ?? ${empty}`, level.nullish);
}

/** The value of an expression, not null. */
export const portValue = (p: Porter, node: Expression): Piece =>
  notNull(portExpression(p, node), p.typeOf(node));

/** The value as one of another type, which the checker let it be taken for. */
export function portAs(p: Porter, node: Expression, to: Type, keepsNull = false): Piece {
  const from = p.typeOf(node);
  const written = portExpression(p, node);
  if (from === undefined || isSame(from, to)) return keepsNull ? written : notNull(written, from);
  return widened(p, node, notNull(written, from), from, to);
}

/** `Integer` as `Long`, `Long` as `Float`, a number as `Byte`. */
export function widened(p: Porter, node: Expression, one: Piece, from: Type, to: Type): Piece {
  if (to.name === 'Long' && from.name !== 'Long') {
    return /^\d+$/.test(one.text) ? piece(`${one.text}n`) : call(`BigInt(${one.text})`);
  }
  if (to.name === 'Float' && from.name === 'Long') return call(`Number(${one.text})`);
  if (to.name === 'Byte') return piece(`${bound(one, level.equality)} & 255`, level.bits);
  if (to.kind === 'generic') return p.missing(node.span, 'port-generic', { what: 'Generic' });
  return one;
}

function portName(p: Porter, node: Extract<Expression, { kind: 'name' }>): Piece {
  const code = p.tree.codeOf(node);
  if (code?.kind === 'field') return { ...piece(`this.${node.text}`, level.call), isPlain: true };
  const variable = p.tree.variableOf(node);
  const text = variable === undefined ? node.text : p.names.variable(variable);
  return {
    ...piece(text),
    isPlain: true,
    ...(p.is('nullable', variable) && { nullable: true }),
    ...(p.is('text', variable) && { isText: true }),
  };
}

function portMember(p: Porter, node: Extract<Expression, { kind: 'member' }>): Piece {
  const code = p.tree.codeOf(node);
  if (code?.kind === 'constant') return { ...piece(String(code.value)), isPlain: true };
  if (code?.kind !== 'field') return p.missing(node.span, 'port-carrier', { what: p.textOf(node.span) });
  const object = portExpression(p, node.object);
  return {
    ...piece(property(receiver(object), node.name.text), level.call),
    ...(object.isPlain && { isPlain: true }),
  };
}

/** The lengths that the dimensions of an array are known to have. */
function sizesOf(p: Porter, node: Expression): readonly number[] | undefined {
  if (node.kind === 'index') return sizesOf(p, node.array)?.slice(1);
  const key = p.keyOfVariable(p.variableIn(node));
  return key === undefined ? undefined : p.facts.sizes(key);
}

/** Whether an index is certain to be in the array: a constant below its size, or the counter of a loop over it. */
function isInside(p: Porter, array: Expression, index: Expression, arrayText: string): boolean {
  const size = sizesOf(p, array)?.[0];
  if (index.kind === 'integer') {
    const splits =
      array.kind === 'methodCall' && array.name.text === 'split' && array.args[0]?.kind === 'string';
    return splits ? index.text === '0' : size !== undefined && Number(index.text) < size;
  }
  const variable = p.variableIn(index);
  return (
    variable !== undefined &&
    p.bounds.some(
      (known) =>
        known.variable === variable &&
        (typeof known.below === 'number'
          ? size !== undefined && known.below <= size
          : known.below === arrayText),
    )
  );
}

function portIndex(p: Porter, node: Extract<Expression, { kind: 'index' }>): Piece {
  const array = portExpression(p, node.array);
  const index = portValue(p, node.index);
  const plain = array.isPlain && index.isPlain ? { isPlain: true as const } : {};
  if (isInside(p, node.array, node.index, array.text))
    return { ...call(`${receiver(array)}[${index.text}]`), ...plain };
  return { ...call(`${p.need('itemAt')}(${array.text}, ${index.text})`), ...plain };
}

/** What can be assigned to, as a text; undefined for what is only a value. */
export function portPlace(p: Porter, node: Expression): Piece | undefined {
  const code = p.tree.codeOf(node);
  if (code === undefined) return undefined;
  if (node.kind === 'name') {
    p.mark('assigned', p.tree.variableOf(node));
    const { isText, ...place } = portName(p, node);
    return isText === true ? { ...place, isText } : place;
  }
  if (node.kind === 'member') return code.kind === 'field' ? portMember(p, node) : undefined;
  if (node.kind !== 'index' || code.kind !== 'element') return undefined;
  const array = portExpression(p, node.array);
  const index = portValue(p, node.index);
  if (isInside(p, node.array, node.index, array.text)) return call(`${receiver(array)}[${index.text}]`);
  return call(`${receiver(array)}[${p.need('checkedIndex')}(${array.text}, ${index.text})]`);
}
