import {
  isSame,
  rankOf,
  type ArithmeticOperator,
  type BinaryOperator,
  type ComparisonOperator,
  type Expression,
  type Type,
} from '../../crmscript/bound-tree.ts';
import { notNull, portAs, portExpression, portPlace, portValue } from './expression.ts';
import { bound, call, joined, level, piece, rawOf, type Piece } from './piece.ts';
import type { Porter } from './porter.ts';
import { isDate, startsNull } from './types.ts';
import { isWide, markWide } from './wide.ts';

type Of<Kind extends Expression['kind']> = Extract<Expression, { kind: Kind }>;

/** A piece that has been read so far, with its type. */
type Operand = {
  readonly piece: Piece;
  readonly type: Type | undefined;
  readonly wide: boolean;
  readonly node?: Expression;
};

const operandOf = (p: Porter, node: Expression): Operand => ({
  piece: portExpression(p, node),
  type: p.typeOf(node),
  wide: isWide(p, node),
  node,
});

/** Operators of one level, from left to right. */
export function portChain(p: Porter, node: Of<'chain'>): Piece {
  if (p.typeOf(node)?.name === 'String') return portTexts(p, node);
  let left = operandOf(p, node.first);
  for (const { operator, operand } of node.rest) {
    const right = operandOf(p, operand);
    left = joinedBy(p, operator, left, right);
  }
  return left.piece;
}

/** Texts one after the other: what a chain of `+` that stands in another joins, too. */
function portTexts(p: Porter, node: Of<'chain'>): Piece {
  const parts = [node.first, ...node.rest.map(({ operand }) => operand)];
  return joined(parts.map((part) => portValue(p, part)));
}

function joinedBy(p: Porter, operator: BinaryOperator, left: Operand, right: Operand): Operand {
  const a = notNull(left.piece, left.type);
  const b = notNull(right.piece, right.type);
  switch (operator) {
    case '&&':
      return { piece: binary(a, '&&', b, level.and), type: left.type, wide: false };
    case '||':
      return { piece: binary(a, '||', b, level.or), type: left.type, wide: false };
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
      return arithmetic(p, operator, { ...left, piece: a }, { ...right, piece: b });
    default:
      return {
        piece: comparison(operator, { ...left, piece: a }, { ...right, piece: b }),
        type: undefined,
        wide: false,
      };
  }
}

const binary = (a: Piece, operator: string, b: Piece, own: number): Piece =>
  piece(`${bound(a, own)} ${operator} ${bound(b, own + 1)}`, own);

/** The wider of two types of numbers. */
function common(left: Type | undefined, right: Type | undefined): Type | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return rankOf(left) >= rankOf(right) ? left : right;
}

/** A number as the type that it is calculated in: 64 bits are a BigInt. */
function inType(one: Operand, type: Type | undefined): Piece {
  if (type === undefined || one.type === undefined || isSame(one.type, type)) return one.piece;
  if (type.name === 'Long' && one.type.name !== 'Long')
    return /^\d+$/.test(one.piece.text) ? piece(`${one.piece.text}n`) : call(`BigInt(${one.piece.text})`);
  if (type.name === 'Float' && one.type.name === 'Long') return call(`Number(${one.piece.text})`);
  return one.piece;
}

const isZero = (text: string): boolean => !/^-?\d/.test(text) || /^[0.]*n?$/.test(text);

/** A divisor, which fails with CRMScript's words where it is zero. */
export const divisor = (p: Porter, one: Piece): Piece =>
  isZero(one.text) ? call(`${p.need('nonZero')}(${one.text})`) : one;

function arithmetic(p: Porter, operator: ArithmeticOperator, left: Operand, right: Operand): Operand {
  const type = common(left.type, right.type);
  const a = inType(left, type);
  const b = operator === '/' || operator === '%' ? divisor(p, inType(right, type)) : inType(right, type);
  const grown = operator === '*' && (grows(p, left, right) || Number(a.text) * Number(b.text) > 2147483647);
  const wide = type?.name !== 'Float' && (left.wide || right.wide || grown);
  return { piece: calculated(operator, a, b, type, wide), type, wide };
}

/** A product of results of functions: a factorial, a power. */
const grows = (p: Porter, left: Operand, right: Operand): boolean =>
  [left, right].some(({ node }) => node?.kind === 'call' && p.tree.codeOf(node)?.kind === 'call');

/** One step of arithmetic. Integers stay in 32 bits and Longs in 64 where they may get so large. */
export function calculated(
  operator: string,
  a: Piece,
  b: Piece,
  type: Type | undefined,
  wide: boolean,
): Piece {
  const additive = operator === '+' || operator === '-';
  const plain = binary(a, operator, b, additive ? level.additive : level.multiplicative);
  if (type?.name === 'Integer') {
    if (operator === '/') return call(`Math.trunc(${plain.text})`);
    if (!wide || operator === '%') return plain;
    if (operator === '*') return call(`Math.imul(${a.text}, ${b.text})`);
    return piece(`(${plain.text}) | 0`, level.bits);
  }
  return type?.name === 'Long' && wide && operator !== '%' ? call(`BigInt.asIntN(64, ${plain.text})`) : plain;
}

const same: Readonly<Record<string, string>> = { '==': '===', '!=': '!==' };

function comparison(operator: ComparisonOperator, left: Operand, right: Operand): Piece {
  const type =
    left.type !== undefined && right.type !== undefined && rankOf(left.type) > 0
      ? common(left.type, right.type)
      : left.type;
  const a = inType(left, type);
  const b = inType(right, type);
  const equal = same[operator];
  const found = contains(operator, a, b);
  if (found !== undefined) return found;
  if (equal === undefined) return binary(a, operator, b, level.relational);
  const moment = (one: Piece): Piece =>
    type !== undefined && isDate(type) ? call(`${bound(one, level.call)}.getTime()`) : one;
  return equality(moment(a), equal, moment(b));
}

/** A text found anywhere, or nowhere: what `indexOf` is compared with. */
function contains(operator: string, a: Piece, b: Piece): Piece | undefined {
  const found = /^(.*)\.indexOf\((?:[^()]|\([^()]*\))*\)$/.test(a.text)
    ? a.text.replace(/\.indexOf\((?=(?:[^()]|\([^()]*\))*\)$)/, '.includes(')
    : undefined;
  if (found === undefined) return undefined;
  const compared = `${operator} ${b.text}`;
  if (['>= 0', '> -1', '!= -1'].includes(compared)) return call(found);
  return ['< 0', '== -1'].includes(compared) ? piece(`!${found}`, level.unary) : undefined;
}

/** A number that is written as a text to be compared with one is compared as a number. */
const numberIn = (one: Piece): string | undefined => /^String\((.*)\)$/.exec(one.text)?.[1];

/** `a === b`, which knows how it is denied. */
export function equality(a: Piece, operator: string, b: Piece): Piece {
  const number = numberIn(a);
  const raw = rawOf(b);
  if (
    number !== undefined &&
    raw !== undefined &&
    /^(?:0|[1-9]\d{0,8})$/.test(raw) &&
    /^[\w.]+$/.test(number)
  )
    return equality(piece(number), operator, piece(raw));
  const denied = operator === '===' ? '!==' : '===';
  return { ...binary(a, operator, b, level.equality), negated: binary(a, denied, b, level.equality).text };
}

export function portUnary(p: Porter, node: Of<'unary'>): Piece {
  const code = p.tree.codeOf(node);
  if (code?.kind === 'constant')
    return piece(String(code.value) + (code.type.name === 'Long' ? 'n' : ''), level.unary);
  const operand = portValue(p, node.operand);
  if (node.operator === '-') {
    const text = operand.text.startsWith('-') ? `(${operand.text})` : bound(operand, level.unary);
    return piece(`-${text}`, level.unary);
  }
  if (operand.negated !== undefined)
    return { ...piece(operand.negated, level.equality), negated: operand.text };
  return piece(`!${bound(operand, level.unary)}`, level.unary);
}

/** `alone`: the statement is nothing else, so nobody asks for the value. */
export function portIncrement(p: Porter, node: Of<'increment'>, alone: boolean): Piece {
  const place = portPlace(p, node.target);
  if (place === undefined) return p.missing(node.span, 'port-missing', { what: p.textOf(node.span) });
  const type = p.typeOf(node.target);
  if (!alone || (place.nullable !== true && !isWide(p, node.target)))
    return piece(`${place.text}${node.operator}`, level.unary);
  const one = piece(type?.name === 'Long' ? '1n' : '1');
  const next = calculated(node.operator.charAt(0), notNull(place, type), one, type, isWide(p, node.target));
  return piece(`${place.text} = ${next.text}`, level.assignment);
}

export function portAssignment(p: Porter, node: Of<'assignment'>, alone: boolean): Piece {
  const type = p.typeOf(node.target);
  const place = portPlace(p, node.target);
  if (place === undefined || type === undefined)
    return p.missing(node.span, 'port-carrier', { what: p.textOf(node.span) });
  markWide(p, node.target, node);
  if (node.operator === '=') {
    const value = portGiven(p, node.value, type, place);
    return piece(`${place.text} = ${value.text}`, level.assignment);
  }
  const value = portAs(p, node.value, type);
  return updated(p, node, place, value, type, alone);
}

/** A value that may be null, where somebody asks: what it comes from keeps null from then on. */
export function keptNull(p: Porter, value: Expression, given: Piece): Piece {
  const variable = p.variableIn(value);
  if (variable !== undefined && startsNull(variable.type)) p.mark('nullable', variable);
  if (given.nullable !== true || variable !== undefined) return given;
  return piece(`${bound(given, level.and)} ?? null`, level.nullish);
}

/** What is put into a place: null stays null where somebody asks for it, bytes stay a text. */
export function portGiven(p: Porter, value: Expression, type: Type, place: Piece): Piece {
  const given = portAs(p, value, type, place.nullable === true);
  return place.nullable === true ? keptNull(p, value, given) : given;
}

function updated(
  p: Porter,
  node: Of<'assignment'>,
  place: Piece,
  value: Piece,
  type: Type,
  alone: boolean,
): Piece {
  const operator = node.operator.charAt(0);
  const isText = type.name === 'String';
  const wide = !isText && isWide(p, node.target);
  const divided = operator === '/' || operator === '%' ? divisor(p, value) : value;
  const whole = operator === '/' && type.name === 'Integer';
  if (
    place.nullable !== true &&
    !whole &&
    (!wide || type.name === 'Float') &&
    (place.isPlain || alone || isText)
  ) {
    return piece(`${place.text} ${node.operator} ${divided.text}`, level.assignment);
  }
  const old = notNull(place, type);
  const next = isText ? joined([old, value]) : calculated(operator, old, divided, type, wide);
  return piece(`${place.text} = ${next.text}`, level.assignment);
}
