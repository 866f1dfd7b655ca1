import type { Type } from '../../crmscript/bound-tree.ts';
import { nameOfFunction } from './calls.ts';
import { helper, method, type Native, type NativeTable } from './native.ts';
import { orderOf } from './natives-numbers.ts';
import { call, level, literal, piece, receiver, type Piece } from './piece.ts';
import type { NativeCall } from './calls.ts';
import type { Porter } from './porter.ts';
import { defaultText } from './defaults.ts';

const elementOf = ({ selfType }: NativeCall): Type | undefined =>
  selfType?.kind === 'array' ? selfType.element : undefined;

/** An array from which something is taken may be shorter than it was declared. */
function shrinks(p: Porter, { selfNode }: NativeCall): void {
  p.mark('shrunk', p.variableIn(selfNode));
}

/** Takes or reads an element of a list that must not be empty. */
const ofFilled =
  (what: string, access: string, shrinking: boolean): Native =>
  (p, given) => {
    if (shrinking) shrinks(p, given);
    return call(`${p.need('notEmpty')}(${given.self.text}, '${what}')${access}`);
  };

const added =
  (name: 'push' | 'unshift'): Native =>
  (p, given) => {
    const [node] = given.nodes;
    const element = elementOf(given);
    const value =
      node === undefined
        ? element === undefined
          ? 'null'
          : defaultText(p, element)
        : (given.args[0]?.text ?? '');
    return call(`${receiver(given.self)}.${name}(${value})`);
  };

const sort: Native = (p, given) => {
  const element = elementOf(given);
  const self = receiver(given.self);
  if (element?.kind === 'struct') {
    const compare = element.methods
      .get('compare')
      ?.find(({ parameters, returns }) => parameters.length === 1 && returns.name === 'Bool');
    if (compare === undefined) return piece(self);
    const name = nameOfFunction(p, compare);
    return call(`${self}.sort((a, b) => Number(a.${name}(b)) - Number(b.${name}(a)))`);
  }
  const order = element === undefined ? null : orderOf(element);
  if (order === null) return piece(self);
  return call(`${self}.sort(${order ?? ''})`);
};

/** How an element is written when a list is joined, where JavaScript would write it in another way. */
function written(p: Porter, type: Type | undefined): string | undefined {
  if (type === undefined) return undefined;
  if (type.name === 'DateTime') return p.need('formatDateTime');
  if (type.name === 'Date') return p.need('formatDate');
  if (type.name === 'Time') return p.need('formatTime');
  if (type.kind === 'struct') return type.methods.has('toString') ? undefined : "() => '[complex]'";
  const simple = ['String', 'Integer', 'Long', 'Float', 'Bool', 'Byte'].includes(type.name);
  return simple ? undefined : "() => '[complex]'";
}

const join: Native = (p, given) => {
  const as = written(p, elementOf(given));
  const [delimiter = literal('')] = given.args;
  return call(`${receiver(given.self)}${as === undefined ? '' : `.map(${as})`}.join(${delimiter.text})`);
};

const insert: Native = (p, given) => {
  const [at] = given.nodes;
  const [, value = piece('null')] = given.args;
  if (at?.kind === 'integer' && at.text === '0')
    return call(`${receiver(given.self)}.unshift(${value.text})`);
  return helper('insertAt')(p, given);
};

const clear: Native = (p, given) => {
  shrinks(p, given);
  return piece(`${receiver(given.self)}.length = 0`, level.assignment);
};

/** Lists of texts and numbers are JSON as they are; others have dates or objects in them. */
const isPlain = (type: Type | undefined): boolean =>
  type !== undefined && ['String', 'Integer', 'Float', 'Bool', 'Byte'].includes(type.name);

const toJsonString: Native = (p, given) =>
  isPlain(elementOf(given))
    ? call(`JSON.stringify(${given.self.text})`)
    : call(`${p.need('toJson')}(${given.self.text})`);

const fromJsonString: Native = (p, given) =>
  isPlain(elementOf(given))
    ? call(`${receiver(given.self)}.push(...${p.need('readJson')}(${given.args[0]?.text ?? ''}))`)
    : p.missing(given.span, 'port-missing', { what: 'fromJsonString' });

const length: Native = (_p, { self }) => call(`${receiver(self)}.length`);

const indexed: Native = (p, { self, args: [at = piece('0')] }): Piece =>
  call(`${p.need('itemAt')}(${self.text}, ${at.text})`);

export const listNatives: NativeTable = {
  '[].length': length,
  '[].pushBack': added('push'),
  '[].pushFront': added('unshift'),
  '[].popBack': ofFilled('popBack', '.pop()!', true),
  '[].popFront': ofFilled('popFront', '.shift()!', true),
  '[].first': ofFilled('first', '[0]', false),
  '[].last': ofFilled('last', '.at(-1)!', false),
  '[].insert': insert,
  '[].clear': clear,
  '[].sort': sort,
  '[].buildString': join,
  '[].toJsonString': toJsonString,
  '[].fromJsonString': fromJsonString,
  '{}.toJsonString': (p, { self }) => call(`${p.need('toJson')}(${self.text})`),
  'Vector.size': length,
  'Vector.pushBack': method('push'),
  'Vector.get': indexed,
  'Vector.set': (p, { self, args: [at = piece('0'), value = literal('')] }) =>
    piece(
      `${receiver(self)}[${p.need('checkedIndex')}(${self.text}, ${at.text})] = ${value.text}`,
      level.assignment,
    ),
  'Vector.removeAt': (p, { self, args: [at = piece('0')] }) =>
    call(`${receiver(self)}.splice(${p.need('checkedIndex')}(${self.text}, ${at.text}), 1)`),
  'Vector.buildString': method('join'),
  'Vector.toStringArray': (_p, { self }) => piece(`[...${self.text}]`),
  'Vector.toIntegerArray': (p, { self }) =>
    call(`${receiver(self)}.map((text) => ${p.need('toInteger')}(text) ?? 0)`),
  'Vector.parseString': (p, given) => {
    const [text = literal(''), delimiter = literal('')] = given.args;
    const place = given.place();
    const parts = `${p.need('splitText')}(${text.text}, ${delimiter.text})`;
    return place === undefined ? call(parts) : piece(`${place.text} = ${parts}`, level.assignment);
  },
  'new Vector': (_p, { nodes: [node], args: [first] }) =>
    node === undefined ? piece('[]') : call(`${receiver(first ?? piece('[]'))}.map(String)`),
};
