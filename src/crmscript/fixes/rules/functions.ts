import type { FaultSite } from '../fault-site.ts';
import { describe } from '../fault-site.ts';
import type { Answer, Rules } from '../rule.ts';

/* Heads of functions. */

const functionText = 'A function begins with the type that it returns: Integer twice(Integer n) { … }';

/** True when a `return` with a value stands in the braces at an index. */
export function givesBack(site: FaultSite, open: number): boolean {
  const past = site.pastPair(open, 100_000);
  for (let at = open; at < past; at++) if (site.is('return', at) && !site.is(';', at + 1)) return true;
  return false;
}

/** The brace of a function whose parenthesis opens at an index; -1 where none follows. */
function bodyBehind(site: FaultSite, open: number): number {
  const past = site.pastPair(open);
  return past > 0 && site.is('{', past) ? past : -1;
}

/** Every parameter between the parentheses has a type and a name. */
function isTyped(site: FaultSite, open: number): boolean {
  const past = site.pastPair(open);
  if (past - open === 2) return true;
  for (let at = open + 1; at < past - 1;) {
    if (!site.isName(at)) return false;
    at += 1;
    while (site.is('[', at) && site.is(']', at + 1)) at += 2;
    if (!site.isName(at)) return false;
    at += 1;
    if (at < past - 1 && !site.is(',', at)) return false;
    at += 1;
  }
  return true;
}

/** `name(…) { … }`: the type in front is missing. It is Void where nothing is given back. `word` is what stands in its place. */
export function untypedFunction(
  site: FaultSite,
  message: string,
  word: number,
  name: number,
): Answer | undefined {
  const open = name + 1;
  const found = { code: 'function-type', message, span: site.at(word), isOfItsOwn: true } as const;
  const body = site.is('(', open) ? bodyBehind(site, open) : -1;
  const typed = body > 0 && isTyped(site, open);
  const isInFront = word === name;
  const start = site.at(word).start;
  const end = isInFront ? start : site.at(word).end;
  const text = isInFront ? 'Void ' : 'Void';
  if (typed && !givesBack(site, body)) return { ...found, fix: { label: 'Write "Void"', start, end, text } };
  // What it returns and takes nobody knows: it is read without its head, and calls of it are not judged.
  if (body < 0) return { ...found, poisons: [site.at(name).text] };
  const { end: close } = site.at(body - 1);
  return {
    ...found,
    repair: typed
      ? [{ start, end, text: isInFront ? 'unread ' : 'unread' }]
      : [{ start, end: close, text: '' }],
    poisons: namesIn(site, name, body),
    isGuess: true,
  };
}

function namesIn(site: FaultSite, from: number, past: number): string[] {
  const names: string[] = [];
  for (let at = from; at < past; at++) if (site.isName(at)) names.push(site.at(at).text);
  return names;
}

/** `function f() { … }`, and `function Integer f() { … }`. */
export function functionWord(site: FaultSite): Answer | undefined {
  const { token, index } = site;
  const typed = site.isName(index + 2) || site.is('[', index + 2);
  if (!typed) return untypedFunction(site, functionText, index, index + 1);
  const fix = site.removing(index, true);
  return {
    code: 'not-crmscript',
    message: functionText,
    span: token,
    fix: { ...fix, label: `Remove "${token.text}"` },
  };
}

/** `String a[]` among parameters */
function brackets(site: FaultSite): Answer | undefined {
  const { index, token } = site;
  if (token.text !== '[' || !site.is(']', index + 1) || !site.isName(index - 1)) return undefined;
  const [type, name] = [site.at(index - 2), site.at(index - 1)];
  const written = `${site.slice(type, type)}[] ${name.text}`;
  const fix = { label: `Write ${written}`, start: type.start, end: site.at(index + 1).end, text: written };
  return {
    code: 'brackets-after-name',
    message: `The brackets belong to the type: write ${written}.`,
    span: token,
    fix,
  };
}

/** `Integer a = 1` among parameters */
function defaultValue(site: FaultSite): Answer | undefined {
  if (!site.is('=')) return undefined;
  const value = site.expression(site.index + 1);
  if (value === undefined) return undefined;
  const { end: start } = site.previous;
  const fix = { label: 'Remove the default', start, end: site.at(value.past - 1).end, text: '' };
  const message = 'A parameter has no default value. Write a second function with fewer parameters.';
  return { code: 'default-parameter', message, span: site.token, fix };
}

function commaBetween(site: FaultSite): Answer | undefined {
  if (!site.isName()) return undefined;
  const message = `Expected "," between two parameters, but found ${describe(site.token)}.`;
  return { message, span: site.token, fix: site.adding(',') };
}

/** `Void f(a)`, `Integer& a`, `Integer... a`, `Integer a,)` */
function parameter(site: FaultSite): Answer | undefined {
  const { token, previous, index } = site;
  if (token.kind === 'foreign' && previous.kind === 'name') {
    const message =
      token.text === '...'
        ? 'The number of parameters is fixed. For any number of values, take an array.'
        : `A parameter takes no "${token.text}". Arrays, structs and objects are handed over by reference as they are.`;
    return { code: 'not-crmscript', message, span: token, fix: site.removing() };
  }
  if (token.text === ')' && previous.text === ',') {
    const fix = { ...site.removing(index - 1) };
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
    !/^[(,]$/.test(site.at(index - 2).text)
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
    poisons: [previous.text, site.at(site.first + 1).text],
  } as const;
  return isType
    ? { ...found, repair: [{ start: previous.end, end: previous.end, text: ' unread' }], mayDeclare: true }
    : { ...found, repair };
}

/** `Void f(…);` and `Void f(…); { … }` */
function body(site: FaultSite): Answer | undefined {
  const { token, index } = site;
  if (token.text !== ';' || !site.is(')', index - 1)) return undefined;
  const found = { code: 'function-body', span: token } as const;
  if (site.is('{', index + 1))
    return { ...found, message: 'No ";" stands between a function and its body.', fix: site.removing() };
  const message = 'A function needs a body in braces; it cannot be announced beforehand.';
  return { ...found, message, fix: site.writing(' { }', index, index + 1, 'Write { }') };
}

export const functionRules: Rules = [
  {
    codes: ['expected-name', 'expected'],
    rule: (site, fault) =>
      isParameter(site) && (fault.code === 'expected-name' || fault.purpose === 'after the parameters')
        ? parameter(site)
        : undefined,
  },
  {
    codes: ['expected'],
    rule: (site, { purpose }) =>
      purpose === 'after the parameters'
        ? (brackets(site) ?? defaultValue(site) ?? commaBetween(site))
        : undefined,
  },
  {
    codes: ['expected'],
    rule: (site, { purpose }) => (purpose === 'to open the block' ? body(site) : undefined),
  },
];

/** Among the parameters of a head: behind a type, a name and a parenthesis. */
function isParameter(site: FaultSite): boolean {
  for (let at = site.index - 1; at > site.first; at--) {
    if (site.is(')', at)) return false;
    if (site.is('(', at)) return site.isName(at - 1) && at - 1 > site.first;
  }
  return false;
}
