import { argument, finding, helper, itself, method, type Native, type NativeTable } from './native.ts';
import { isNull } from './natives-numbers.ts';
import { equality } from './operators.ts';
import { bound, call, level, literal, piece, rawOf, receiver, type Piece } from './piece.ts';
import { portPlace } from './expression.ts';

const lower = (one: Piece): Piece => {
  const raw = rawOf(one);
  return raw === undefined ? call(`${receiver(one)}.toLowerCase()`) : literal(raw.toLowerCase());
};

/** The same method, of both texts in small letters. */
const caseBlind =
  (name: string): Native =>
  (_p, { self, args: [first = literal('')] }) =>
    call(`${receiver(lower(self))}.${name}(${lower(first).text})`);

const test =
  (pattern: string): Native =>
  (_p, { self }) =>
    call(`${pattern}.test(${self.text})`);

/** `helper` where a part of the call may be empty, else what TypeScript has. */
const unlessEmpty =
  (name: string, other: Native): Native =>
  (p, given) => {
    const [first] = given.args;
    const raw = rawOf(first);
    return raw === undefined || raw === '' ? other(p, given) : method(name)(p, given);
  };

const substitute: Native = (p, given) => {
  const [from, to] = given.args.map(rawOf);
  const isPlain = from !== undefined && from !== '' && to?.includes('$') === false;
  return isPlain ? method('replaceAll')(p, given) : helper('replaceText')(p, given);
};

/** A character of a loop over the text stands by itself; any other place has to be looked at. */
const subString: Native = (p, given) => {
  const [from, length] = given.nodes;
  const variable = p.variableIn(from);
  const isInside =
    variable !== undefined &&
    p.bounds.some((known) => known.variable === variable && known.below === given.self.text);
  if (!isInside) return helper('subString')(p, given);
  const [at = piece('0'), count = piece('1')] = given.args;
  if (length?.kind === 'integer' && length.text === '1')
    return call(`${receiver(given.self)}.charAt(${at.text})`);
  return call(
    `${receiver(given.self)}.slice(${at.text}, ${bound(at, level.additive)} + ${bound(count, level.multiplicative)})`,
  );
};

/** Numbers that events give are always there. */
const toInteger: Native = (p, given) => {
  const { self } = given;
  if (/\.inputValues\b/.test(self.text))
    return call(`Number(${self.text.replace(/^\(?(.*?) \?\? ''\)?$/, '$1')})`);
  return finding('toInteger')(p, given);
};

/** Adds to the variable that it is called on. */
const append: Native = (p, given) => {
  const [added = literal('')] = given.args;
  const place = given.selfNode && portPlace(p, given.selfNode);
  if (place === undefined) return added;
  const text = given.parameters[0]?.type.name === 'Byte' ? call(`String.fromCharCode(${added.text})`) : added;
  if (place.nullable !== true) return piece(`${place.text} += ${text.text}`, level.assignment);
  return piece(`${place.text} = (${place.text} ?? '') + ${bound(text, level.additive)}`, level.assignment);
};

const bytes: Native = (p, { self }) =>
  p.usesHttp ? { ...self, isText: true } : call(`${p.need('bytesOf')}(${self.text})`);

const ofBytes: Native = (p, { args: [first = literal('')], nodes: [node] }) => {
  if (first.isText === true) {
    p.mark('text', p.variableIn(node));
    const { isText: _, ...text } = first;
    return text;
  }
  return call(`${p.need('textOfBytes')}(${first.text})`);
};

/** fetch reads and writes UTF-8, so texts need not be made ready for it. */
const utf8 =
  (name: 'utf8Encode' | 'utf8Decode'): Native =>
  (p, given) => {
    if (!p.usesHttp) return helper(name)(p, given);
    p.note(given.span, 'port-utf8', { what: name });
    return given.self;
  };

const last =
  (name: 'textBefore' | 'textAfter'): Native =>
  (p, { self, args: [pattern = literal('')] }) =>
    call(`${p.need(name)}(${self.text}, ${pattern.text}, ${receiver(self)}.lastIndexOf(${pattern.text}))`);

export const textNatives: NativeTable = {
  'String.getLength': (_p, { self }) => call(`${receiver(self)}.length`),
  'String.isNull': isNull,
  'String.isEmpty': (_p, { self }) => equality(self, '===', literal('')),
  'String.toLower': method('toLowerCase'),
  'String.toUpper': method('toUpperCase'),
  'String.isLower': test('/^\\p{Ll}+$/u'),
  'String.isUpper': test('/^\\p{Lu}+$/u'),
  'String.isAlpha': test('/^\\p{L}+$/u'),
  'String.isDigit': test('/^[0-9]+$/'),
  'String.isAlphanumeric': test('/^[\\p{L}0-9]+$/u'),
  'String.isNumber': test('/^\\s*[+-]?\\d/'),
  'String.isValidEmail': test("/^[\\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+$/"),
  'String.equals': (_p, { self, args: [other = literal('')] }) => equality(self, '===', other),
  'String.equalsIgnoreCase': (_p, { self, args: [other = literal('')] }) =>
    equality(lower(self), '===', lower(other)),
  'String.compare': helper('compareTexts'),
  'String.caseCompare': (p, { self, args: [other = literal('')] }) =>
    call(`${p.need('compareTexts')}(${lower(self).text}, ${lower(other).text})`),
  'String.toBool': test('/^(?:1|true)$/i'),
  'String.toInteger': toInteger,
  'String.toLong': finding('toLong'),
  'String.toFloat': finding('toFloat'),
  'String.toString': itself,
  'String.toByteArray': bytes,
  'new String()': () => ({ ...piece('null'), nullable: true }),
  'new String(String)': argument,
  'new String(Byte[])': ofBytes,
  'String.beginsWith': method('startsWith'),
  'String.endsWith': method('endsWith'),
  'String.caseBeginsWith': caseBlind('startsWith'),
  'String.caseEndsWith': caseBlind('endsWith'),
  'String.find': method('indexOf'),
  'String.findCase': caseBlind('indexOf'),
  'String.findLast': method('lastIndexOf'),
  'String.subString': subString,
  'String.before': helper('textBefore'),
  'String.until': helper('textBefore'),
  'String.after': helper('textAfter'),
  'String.beforeLast': last('textBefore'),
  'String.afterLast': last('textAfter'),
  'String.split': unlessEmpty('split', helper('splitText')),
  'String.substitute': substitute,
  'String.append': append,
  'String.utf8Encode': utf8('utf8Encode'),
  'String.utf8Decode': utf8('utf8Decode'),
};
