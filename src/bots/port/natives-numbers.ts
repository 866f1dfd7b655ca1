import { rankOf } from '../../crmscript/bound-tree.ts';
import { portExpression } from './expression.ts';
import { argument, finding, helper, itself, type Native, type NativeTable } from './native.ts';
import { divisor, equality } from './operators.ts';
import { bound, call, level, piece, receiver, type Piece } from './piece.ts';
import { isDate } from './types.ts';

/** A value as a text: within another text `${value}` does. */
const asText: Native = (_p, { self }) => ({
  ...call(`String(${self.text})`),
  within: { embedded: `\${${self.text}}` },
});

/** Whether there is a value: the variable that is asked keeps null from then on. */
export const isNull: Native = (p, { selfNode, selfType }) => {
  if (selfNode === undefined) return piece('false');
  const variable = p.variableIn(selfNode);
  p.mark('nullable', variable);
  const own = p.tree.codeOf(selfNode);
  if (own?.kind === 'call') p.facts.add('returnsNull', p.keyOfRoutine(own.callee));
  const written = portExpression(p, selfNode);
  if (selfType !== undefined && isDate(selfType)) return call(`Number.isNaN(${receiver(written)}.getTime())`);
  if (variable !== undefined) return equality(written, '===', piece('null'));
  const text = bound(written, level.equality);
  return { ...piece(`${text} == null`, level.equality), negated: `${text} != null` };
};

const hex = (one: Piece): Piece => call(`(${bound(one, level.additive)} >>> 0).toString(16)`);

const given: Native = (p, { nodes: [node] }) =>
  node === undefined ? piece('null') : portExpression(p, node);
const nothing: Native = () => ({ ...piece('null'), nullable: true });
const round =
  (name: 'floor' | 'round'): Native =>
  (_p, { self }) =>
    call(`Math.${name}(${self.text})`);
const abs: Native = (_p, { self }) => call(`Math.abs(${self.text})`);
const isSet: Native = (_p, { self }) => equality(self, '!==', piece('0'));

export const numberNatives: NativeTable = {
  'Integer.toString': asText,
  'Integer.toBool': isSet,
  'Integer.abs': abs,
  'Integer.toHex()': (_p, { self }) => hex(self),
  'Integer.toHex(Integer)': (_p, { args: [first] }) => hex(first ?? piece('0')),
  'Integer.isNull': isNull,
  'new Integer()': nothing,
  'new Integer(Integer)': given,
  'new Integer(String)': finding('toInteger'),
  'Long.toString': asText,
  'Long.isNull': isNull,
  'Long.getHighInteger': (_p, { self }) =>
    call(`Number(BigInt.asIntN(32, ${bound(self, level.additive)} >> 32n))`),
  'Long.getLowInteger': (_p, { self }) => call(`Number(BigInt.asIntN(32, ${self.text}))`),
  'new Long()': nothing,
  'new Long(Long)': given,
  'new Long(Integer)': (_p, { args: [first] }) => call(`BigInt(${first?.text ?? '0'})`),
  'Float.toString': helper('toDecimals'),
  'Float.abs': abs,
  'Float.floor': round('floor'),
  'Float.round': round('round'),
  'Float.isNull': isNull,
  'new Float()': nothing,
  'new Float(Float)': given,
  'new Float(Integer)': given,
  'new Float(String)': finding('toFloat'),
  'new Float(Long)': (_p, { args: [first] }) => call(`Number(${first?.text ?? '0'})`),
  'Bool.toInteger': (_p, { self }) => call(`Number(${self.text})`),
  'Bool.toString': asText,
  'new Bool()': () => piece('false'),
  'new Bool(Bool)': argument,
  'Byte.toHex()': (_p, { self }) => call(`${receiver(self)}.toString(16)`),
  'Byte.toHex(Integer)': (_p, { self, args: [first] }) =>
    call(`${receiver(self)}.toString(16).padStart(${first?.text ?? '0'}, '0')`),
  'Byte.toString': asText,
  'Byte.toInteger': itself,
  'Byte.toBool': isSet,
  'new Byte()': () => piece('0'),
  'new Byte(Integer)': (_p, { args: [first], nodes: [node] }) => {
    const small = node?.kind === 'integer' && Number(node.text) < 256;
    const one = first ?? piece('0');
    return small ? one : piece(`${bound(one, level.equality)} & 255`, level.bits);
  },
  'new Byte(Byte)': argument,
  modulo: (p, { args: [a = piece('0'), b = piece('0')] }) =>
    piece(`${bound(a, level.multiplicative)} % ${bound(divisor(p, b), level.unary)}`, level.multiplicative),
  pow: (_p, { args: [a = piece('0'), b = piece('0')] }) => call(`Math.pow(${a.text}, ${b.text})`),
  rand: (_p, { args: [low = piece('0'), high = piece('0')] }) => {
    const span =
      low.text === '0'
        ? `${bound(high, level.additive)} + 1`
        : `${bound(high, level.additive)} - ${bound(low, level.multiplicative)} + 1`;
    const drawn = `Math.floor(Math.random() * (${span}))`;
    return low.text === '0' ? call(drawn) : piece(`${bound(low, level.additive)} + ${drawn}`, level.additive);
  },
  toHex: (_p, { args: [first] }) => hex(first ?? piece('0')),
};

/** How elements of a type are put in order; undefined where the default does, null where they have none. */
export function orderOf(type: { readonly name: string; readonly kind: string }): string | undefined | null {
  if (rankOf(type as never) > 0 && type.name !== 'Long') return '(a, b) => a - b';
  if (type.name === 'Byte' || type.name === 'Time') return '(a, b) => a - b';
  if (type.name === 'Bool') return '(a, b) => Number(a) - Number(b)';
  if (type.name === 'Date' || type.name === 'DateTime') return '(a, b) => a.getTime() - b.getTime()';
  if (type.name === 'Long') return '(a, b) => (a < b ? -1 : a > b ? 1 : 0)';
  return type.name === 'String' ? undefined : null;
}
