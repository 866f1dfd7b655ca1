import { untyped } from '../../analysis/foreign-types.ts';
import type { Expression } from '../../syntax/ast.ts';
import type { Token } from '../../syntax/token.ts';
import type { Edit } from '../edited-text.ts';
import type { Fix, Place } from '../place.ts';
import type { Answer, Rules, WordRules } from '../rule.ts';

/*
 * Values that CRMScript has not. Where a statement or two say the same, the change that writes them is offered; else a name
 * stands for the value, and nothing more is said about the statement.
 */

/** Stands in the text for what cannot be read. */
const unread = 'unread';

/** What stands before the value that begins at an index, when it goes into a variable. */
type Target = {
  readonly name: string;
  readonly declared: boolean;
  readonly end: number;
  readonly type: Token;
};

function targetBefore(place: Place, from: number): Target | undefined {
  const [name, type] = [place.at(from - 2), place.at(from - 3)];
  if (place.at(from - 1).text !== '=' || name.kind !== 'name') return undefined;
  if (from - 2 === place.first) return { name: name.text, declared: false, end: name.end, type };
  const declared = from - 2 > place.first && (type.kind === 'name' || type.text === ']');
  return declared ? { name: name.text, declared, end: name.end, type } : undefined;
}

/** True when another statement can stand beside this one: not where it is the body of an `if` without braces. */
function standsInBlock(place: Place): boolean {
  const { text, kind } = place.at(place.first - 1);
  return place.first === 0 || (kind === 'operator' && (text === ';' || text === '{' || text === '}'));
}

type Element = { readonly key: string | undefined; readonly value: Expression; readonly text: string };

const noArrays = 'CRMScript has no array literals. Declare the array and add elements with pushBack().';
const noObjects = 'CRMScript has no object or list literals. Declare a variable and fill it.';

/** `[1, 2]`, `{1, 2}` and `{"a": "b"}` */
function list(place: Place): Answer | undefined {
  const { token, index } = place;
  if (token.kind !== 'operator' || (token.text !== '[' && token.text !== '{')) return undefined;
  const past = place.pastPair(index);
  const found = {
    code: 'not-crmscript',
    message: token.text === '[' ? noArrays : noObjects,
    span: token,
  } as const;
  if (past < 0 || hasStatement(place, index, past)) return found;
  const target = targetBefore(place, index);
  const elements =
    target?.declared === true && place.is(';', past) && standsInBlock(place)
      ? elementsOf(place, past)
      : undefined;
  const fix = elements && target && filling(place, target, elements, past);
  return {
    ...found,
    ...(fix && { fix }),
    repair: [{ start: token.start, end: place.at(past - 1).end, text: unread }],
    isGuess: true,
  };
}

/** What stands in the braces are statements, not values. */
function hasStatement(place: Place, from: number, past: number): boolean {
  for (let at = from; at < past; at++) if (place.is(';', at)) return true;
  return false;
}

function elementsOf(place: Place, past: number): readonly Element[] | undefined {
  const elements: Element[] = [];
  let at = place.index + 1;
  while (at < past - 1) {
    const first = place.expression(at);
    if (first === undefined) return undefined;
    let [key, value]: [string | undefined, typeof first] = [undefined, first];
    if (place.at(first.past).text === ':') {
      const second = place.expression(first.past + 1);
      if (second === undefined) return undefined;
      const written = place.written(at, first.past);
      key = first.node.kind === 'name' ? `"${written}"` : first.node.kind === 'string' ? written : '';
      value = second;
    }
    const text = place.slice(value.node.span, value.node.span);
    const plain = key !== undefined && (value.node.kind === 'integer' || value.node.kind === 'bool');
    elements.push({ key, value: value.node, text: plain ? `"${text}"` : text });
    if (value.past === past - 1) return elements;
    if (!place.is(',', value.past)) return undefined;
    at = value.past + 1;
  }
  return elements;
}

/** The declaration without its value, and a statement for each that was in it; undefined where the type is open. */
function filling(place: Place, target: Target, elements: readonly Element[], past: number): Fix | undefined {
  const pairs = elements.length > 0 && elements.every(({ key }) => key !== undefined);
  const { end } = place.at(past - 1);
  if (elements.some(({ key }) => (key === undefined) === pairs || key === '')) return undefined;
  const isOpen = untyped.has(target.type.text);
  if (pairs && target.type.text !== 'Map' && !isOpen) return undefined;
  const call = ({ key, text }: Element): string =>
    `; ${target.name}.${pairs ? `insert(${key ?? ''}, ` : 'pushBack('}${text})`;
  const label =
    elements.length === 0
      ? 'Leave the value out'
      : pairs
        ? 'Add the pairs with insert()'
        : 'Add the elements with pushBack()';
  const text = elements.map(call).join('');
  if (!isOpen) return { label, start: target.end, end, text };
  const type = pairs ? 'Map' : elementType(elements);
  return type === undefined
    ? undefined
    : { label, start: target.type.start, end, text: `${type} ${target.name}${text}` };
}

const writtenTypes: Readonly<Record<string, string>> = {
  integer: 'Integer',
  string: 'String',
  float: 'Float',
  bool: 'Bool',
  long: 'Long',
};

/** The type of an array whose elements are all written. */
function elementType(elements: readonly Element[]): string | undefined {
  const kinds = new Set(elements.map(({ value }) => value.kind));
  const [kind = ''] = kinds;
  const type = writtenTypes[kind];
  return kinds.size === 1 && type !== undefined ? `${type}[]` : undefined;
}

/** `new Map()`, `new Integer[5]` */
function made(place: Place): Answer | undefined {
  const { token, index } = place;
  const type = place.peek(1);
  if (type.kind !== 'name' || !isValuePlace(place)) return undefined;
  const isThrown = place.is('throw', index - 1);
  let past = index + 2;
  const called = place.is('(', past);
  const args = called ? place.pastPair(past) : -1;
  const hasArgs = called && args - past > 2;
  if (args > 0) past = args;
  if (isThrown && hasArgs) return thrown(place, index, index + 2);
  const brackets = past;
  while (place.is('[', past) && place.pastPair(past) > 0) past = place.pastPair(past);
  const isArray = past > brackets;
  const filled = place.is('{', past);
  const end = filled && place.pastPair(past) > 0 ? place.pastPair(past) : past;
  const target = targetBefore(place, index);
  const declared = `${type.text}${place.written(brackets, past)} ${target?.name ?? 'x'}`;
  const message = `CRMScript has no "new". Declaring a variable creates the object: ${declared};`;
  const declaration =
    target?.declared === true && !filled
      ? declaring(place, target, { type, declared, past, isAlone: !hasArgs || isArray })
      : undefined;
  const bare: Fix | undefined = hasArgs
    ? { label: 'Remove "new"', start: token.start, end: type.start, text: '' }
    : undefined;
  const fix = declaration ?? bare;
  const repair: Edit = { start: token.start, end: place.at(end - 1).end, text: unread };
  return {
    code: 'not-crmscript',
    message,
    span: token,
    ...(fix && { fix }),
    repair: [repair],
    isGuess: true,
  };
}

/** Behind an operator or a word, or where a statement begins. */
const isValuePlace = (place: Place): boolean =>
  place.index === place.first ||
  place.previous.kind === 'keyword' ||
  (place.previous.kind === 'operator' && place.previous.text !== '.');

type Made = {
  readonly type: Token;
  readonly declared: string;
  readonly past: number;
  readonly isAlone: boolean;
};

/** The declaration alone, where that is all that `new` does. */
function declaring(place: Place, target: Target, { type, declared, past, isAlone }: Made): Fix | undefined {
  const { end } = place.at(past - 1);
  const isOpen = untyped.has(target.type.text);
  const label = 'Remove "new"';
  if (!isAlone) {
    const value = place.slice(type, place.at(past - 1));
    return isOpen ? { label, start: target.type.start, end, text: `${declared} = ${value}` } : undefined;
  }
  const first = place.at(place.first);
  const sized = declared.includes('[');
  if (!isOpen && !sized) return { label, start: target.end, end, text: '' };
  if (sized && first.text !== type.text && !isOpen) return undefined;
  return { label, start: isOpen ? target.type.start : first.start, end, text: declared };
}

/** `throw new Exception("text")`: what is thrown is the text. `open` is the parenthesis. */
export function thrown(place: Place, from: number, open: number): Answer | undefined {
  const past = place.pastPair(open);
  if (past < 0) return undefined;
  const text = place.expression(open + 1);
  const written = text === undefined ? '""' : place.written(open + 1, text.past);
  const fix = place.writing(written, from, past, 'Throw the text');
  const message = 'There are no exceptions to make: throw a text.';
  return { code: 'not-crmscript', message, span: place.at(from), fix };
}

/** `throw Exception("text")` */
function exception(place: Place): Answer | undefined {
  const { index, first } = place;
  const named = /(Exception|Error)$/.test(place.at(index).text);
  return named && index === first + 1 && place.is('throw', first) && place.is('(', index + 1)
    ? thrown(place, index, index + 1)
    : undefined;
}

/** `await f()`: a call returns when it is done. */
function awaited(place: Place): Answer | undefined {
  if (place.peek(1).kind !== 'name' || place.is('=', place.index + 2) || place.is(';', place.index + 2))
    return undefined;
  const message = 'CRMScript has no "await": a call returns when it is done.';
  return { code: 'not-crmscript', message, span: place.token, fix: place.removing(place.index, true) };
}

/** `(a, b) => …`, `() => …` and, as an argument, `a => …` */
function lambda(place: Place): Answer | undefined {
  const { index } = place;
  for (let open = index; open >= place.first && index - open < 20; open--) {
    const { text, kind } = place.at(open);
    const named =
      kind === 'name' &&
      place.at(open + 1).text === '=>' &&
      /^[(,]$/.test(place.at(open - 1).text) &&
      isInCall(place, open);
    const past = text === '(' ? place.pastPair(open) : open + 1;
    if (!named && (text !== '(' || past < 0 || place.at(past).text !== '=>')) continue;
    const message = 'CRMScript has no functions as values. Write a loop, or a function with a name.';
    const repair = [{ start: place.at(open).start, end: endOfValue(place, past), text: unread }];
    return { code: 'not-crmscript', message, span: place.at(open), repair, isGuess: true };
  }
  return undefined;
}

function isInCall(place: Place, index: number): boolean {
  let depth = 0;
  for (let at = index - 1; at >= place.first; at--) {
    if (place.is(')', at)) depth += 1;
    if (place.is('(', at)) depth -= 1;
    if (depth < 0) return place.isName(at - 1);
  }
  return false;
}

/** Where a value ends that is not read: before a comma, a semicolon or a bracket that was open before it. */
function endOfValue(place: Place, from: number): number {
  let depth = 0;
  for (let at = from; ; at++) {
    const { kind, text } = place.at(at);
    if (kind === 'end') return place.at(at - 1).end;
    if (kind !== 'operator') continue;
    if (text === '(' || text === '[' || text === '{') depth += 1;
    else if (text === ')' || text === ']' || text === '}') depth -= 1;
    if (depth < 0 || (depth === 0 && (text === ',' || text === ';'))) return place.at(at - 1).end;
  }
}

export const valueWords: WordRules = new Map([
  ['new', made],
  ['await', awaited],
]);

export const exceptionWord = exception;

export const valueRules: Rules = [
  { codes: ['expected', 'expected-expression', 'unexpected'], rule: lambda },
  { codes: ['expected-expression'], rule: list },
];
