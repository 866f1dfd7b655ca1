import type { Place } from '../place.ts';
import { describe } from '../place.ts';
import type { Answer, Rules } from '../rule.ts';

/* Heads of functions. */

const functionText = 'A function begins with the type that it returns: Integer twice(Integer n) { … }';

/** True when a `return` with a value stands in the braces at an index. */
export function givesBack(place: Place, open: number): boolean {
  const past = place.pastPair(open, 100_000);
  for (let at = open; at < past; at++) if (place.is('return', at) && !place.is(';', at + 1)) return true;
  return false;
}

/** The brace of a function whose parenthesis opens at an index; -1 where none follows. */
function bodyBehind(place: Place, open: number): number {
  const past = place.pastPair(open);
  return past > 0 && place.is('{', past) ? past : -1;
}

/** Every parameter between the parentheses has a type and a name. */
function isTyped(place: Place, open: number): boolean {
  const past = place.pastPair(open);
  if (past - open === 2) return true;
  for (let at = open + 1; at < past - 1;) {
    if (!place.isName(at)) return false;
    at += 1;
    while (place.is('[', at) && place.is(']', at + 1)) at += 2;
    if (!place.isName(at)) return false;
    at += 1;
    if (at < past - 1 && !place.is(',', at)) return false;
    at += 1;
  }
  return true;
}

/** `name(…) { … }`: the type in front is missing. It is Void where nothing is given back. `word` is what stands in its place. */
export function untypedFunction(
  place: Place,
  message: string,
  word: number,
  name: number,
): Answer | undefined {
  const open = name + 1;
  const found = { code: 'function-type', message, span: place.at(word), isOfItsOwn: true } as const;
  const body = place.is('(', open) ? bodyBehind(place, open) : -1;
  const typed = body > 0 && isTyped(place, open);
  const isInFront = word === name;
  const start = place.at(word).start;
  const end = isInFront ? start : place.at(word).end;
  const text = isInFront ? 'Void ' : 'Void';
  if (typed && !givesBack(place, body)) return { ...found, fix: { label: 'Write "Void"', start, end, text } };
  // What it returns and takes nobody knows: it is read without its head, and calls of it are not judged.
  if (body < 0) return { ...found, poisons: [place.at(name).text] };
  const { end: close } = place.at(body - 1);
  return {
    ...found,
    repair: typed
      ? [{ start, end, text: isInFront ? 'unread ' : 'unread' }]
      : [{ start, end: close, text: '' }],
    poisons: namesIn(place, name, body),
    isGuess: true,
  };
}

function namesIn(place: Place, from: number, past: number): string[] {
  const names: string[] = [];
  for (let at = from; at < past; at++) if (place.isName(at)) names.push(place.at(at).text);
  return names;
}

/** `function f() { … }`, and `function Integer f() { … }`. */
export function functionWord(place: Place): Answer | undefined {
  const { token, index } = place;
  const typed = place.isName(index + 2) || place.is('[', index + 2);
  if (!typed) return untypedFunction(place, functionText, index, index + 1);
  const fix = place.removing(index, true);
  return {
    code: 'not-crmscript',
    message: functionText,
    span: token,
    fix: { ...fix, label: `Remove "${token.text}"` },
  };
}

/** `String a[]` among parameters */
function brackets(place: Place): Answer | undefined {
  const { index, token } = place;
  if (token.text !== '[' || !place.is(']', index + 1) || !place.isName(index - 1)) return undefined;
  const [type, name] = [place.at(index - 2), place.at(index - 1)];
  const written = `${place.slice(type, type)}[] ${name.text}`;
  const fix = { label: `Write ${written}`, start: type.start, end: place.at(index + 1).end, text: written };
  return {
    code: 'brackets-after-name',
    message: `The brackets belong to the type: write ${written}.`,
    span: token,
    fix,
  };
}

/** `Integer a = 1` among parameters */
function defaultValue(place: Place): Answer | undefined {
  if (!place.is('=')) return undefined;
  const value = place.expression(place.index + 1);
  if (value === undefined) return undefined;
  const { end: start } = place.previous;
  const fix = { label: 'Remove the default', start, end: place.at(value.past - 1).end, text: '' };
  const message = 'A parameter has no default value. Write a second function with fewer parameters.';
  return { code: 'default-parameter', message, span: place.token, fix };
}

function commaBetween(place: Place): Answer | undefined {
  if (!place.isName()) return undefined;
  const message = `Expected "," between two parameters, but found ${describe(place.token)}.`;
  return { message, span: place.token, fix: place.adding(',') };
}

/** `Void f(a)`, `Integer& a`, `Integer... a`, `Integer a,)` */
function parameter(place: Place): Answer | undefined {
  const { token, previous, index } = place;
  if (token.kind === 'foreign' && previous.kind === 'name') {
    const message =
      token.text === '...'
        ? 'The number of parameters is fixed. For any number of values, take an array.'
        : `A parameter takes no "${token.text}". Arrays, structs and objects are handed over by reference as they are.`;
    return { code: 'not-crmscript', message, span: token, fix: place.removing() };
  }
  if (token.text === ')' && previous.text === ',') {
    const fix = { ...place.removing(index - 1) };
    return {
      code: 'expected-name',
      message: 'Expected another parameter after the comma.',
      span: token,
      fix,
    };
  }
  if (
    (token.text !== ',' && token.text !== ')') ||
    previous.kind !== 'name' ||
    !/^[(,]$/.test(place.at(index - 2).text)
  )
    return undefined;
  const isType = /^[A-Z]/.test(previous.text);
  const message = isType
    ? `A parameter has a type and a name; "${previous.text}" stands alone.`
    : `The parameter "${previous.text}" needs a type before its name.`;
  const repair = [{ start: previous.start, end: previous.start, text: 'unread ' }];
  const found = {
    code: 'parameter-type',
    message,
    span: previous,
    isGuess: true,
    poisons: [previous.text, place.at(place.first + 1).text],
  } as const;
  return isType
    ? { ...found, repair: [{ start: previous.end, end: previous.end, text: ' unread' }], mayDeclare: true }
    : { ...found, repair };
}

/** `Void f(…);` and `Void f(…); { … }` */
function body(place: Place): Answer | undefined {
  const { token, index } = place;
  if (token.text !== ';' || !place.is(')', index - 1)) return undefined;
  const found = { code: 'function-body', span: token } as const;
  if (place.is('{', index + 1))
    return { ...found, message: 'No ";" stands between a function and its body.', fix: place.removing() };
  const message = 'A function needs a body in braces; it cannot be announced beforehand.';
  return { ...found, message, fix: place.writing(' { }', index, index + 1, 'Write { }') };
}

export const functionRules: Rules = [
  {
    codes: ['expected-name', 'expected'],
    rule: (place, fault) =>
      isParameter(place) && (fault.code === 'expected-name' || fault.purpose === 'after the parameters')
        ? parameter(place)
        : undefined,
  },
  {
    codes: ['expected'],
    rule: (place, { purpose }) =>
      purpose === 'after the parameters'
        ? (brackets(place) ?? defaultValue(place) ?? commaBetween(place))
        : undefined,
  },
  {
    codes: ['expected'],
    rule: (place, { purpose }) => (purpose === 'to open the block' ? body(place) : undefined),
  },
];

/** Among the parameters of a head: behind a type, a name and a parenthesis. */
function isParameter(place: Place): boolean {
  for (let at = place.index - 1; at > place.first; at--) {
    if (place.is(')', at)) return false;
    if (place.is('(', at)) return place.isName(at - 1) && at - 1 > place.first;
  }
  return false;
}
