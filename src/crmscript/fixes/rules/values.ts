import { untyped } from '../habits/foreign-types.ts';
import type { Expression } from '../../syntax/ast.ts';
import type { Token } from '../../syntax/token.ts';
import type { Edit } from '../edited-text.ts';
import type { Fix, FaultSite } from '../fault-site.ts';
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

function targetBefore(site: FaultSite, from: number): Target | undefined {
  const [name, type] = [site.at(from - 2), site.at(from - 3)];
  if (site.at(from - 1).text !== '=' || name.kind !== 'name') return undefined;
  if (from - 2 === site.first) return { name: name.text, declared: false, end: name.end, type };
  const declared = from - 2 > site.first && (type.kind === 'name' || type.text === ']');
  return declared ? { name: name.text, declared, end: name.end, type } : undefined;
}

/** True when another statement can stand beside this one: not where it is the body of an `if` without braces. */
function standsInBlock(site: FaultSite): boolean {
  const { text, kind } = site.at(site.first - 1);
  return site.first === 0 || (kind === 'operator' && (text === ';' || text === '{' || text === '}'));
}

type Element = { readonly key: string | undefined; readonly value: Expression; readonly text: string };

const noArrays = 'CRMScript has no array literals. Declare the array and add elements with pushBack().';
const noObjects = 'CRMScript has no object or list literals. Declare a variable and fill it.';

/** `[1, 2]`, `{1, 2}` and `{"a": "b"}` */
function list(site: FaultSite): Answer | undefined {
  const { token, index } = site;
  if (token.kind !== 'operator' || (token.text !== '[' && token.text !== '{')) return undefined;
  const past = site.pastPair(index);
  const found = {
    code: 'not-crmscript',
    message: token.text === '[' ? noArrays : noObjects,
    span: token,
  } as const;
  if (past < 0 || hasStatement(site, index, past)) return found;
  const target = targetBefore(site, index);
  const elements =
    target?.declared === true && site.is(';', past) && standsInBlock(site)
      ? elementsOf(site, past)
      : undefined;
  const fix = elements && target && filling(site, target, elements, past);
  return {
    ...found,
    ...(fix && { fix }),
    repair: [{ start: token.start, end: site.at(past - 1).end, text: unread }],
    isGuess: true,
  };
}

/** What stands in the braces are statements, not values. */
function hasStatement(site: FaultSite, from: number, past: number): boolean {
  for (let at = from; at < past; at++) if (site.is(';', at)) return true;
  return false;
}

function elementsOf(site: FaultSite, past: number): readonly Element[] | undefined {
  const elements: Element[] = [];
  let at = site.index + 1;
  while (at < past - 1) {
    const first = site.expression(at);
    if (first === undefined) return undefined;
    let [key, value]: [string | undefined, typeof first] = [undefined, first];
    if (site.at(first.past).text === ':') {
      const second = site.expression(first.past + 1);
      if (second === undefined) return undefined;
      const written = site.written(at, first.past);
      key = first.node.kind === 'name' ? `"${written}"` : first.node.kind === 'string' ? written : '';
      value = second;
    }
    const text = site.slice(value.node.span, value.node.span);
    const plain = key !== undefined && (value.node.kind === 'integer' || value.node.kind === 'bool');
    elements.push({ key, value: value.node, text: plain ? `"${text}"` : text });
    if (value.past === past - 1) return elements;
    if (!site.is(',', value.past)) return undefined;
    at = value.past + 1;
  }
  return elements;
}

/** The declaration without its value, and a statement for each that was in it; undefined where the type is open. */
function filling(
  site: FaultSite,
  target: Target,
  elements: readonly Element[],
  past: number,
): Fix | undefined {
  const pairs = elements.length > 0 && elements.every(({ key }) => key !== undefined);
  const { end } = site.at(past - 1);
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
function made(site: FaultSite): Answer | undefined {
  const { token, index } = site;
  const type = site.peek(1);
  if (type.kind !== 'name' || !isValuePlace(site)) return undefined;
  const isThrown = site.is('throw', index - 1);
  let past = index + 2;
  const called = site.is('(', past);
  const args = called ? site.pastPair(past) : -1;
  const hasArgs = called && args - past > 2;
  if (args > 0) past = args;
  if (isThrown && hasArgs) return thrown(site, index, index + 2);
  const brackets = past;
  while (site.is('[', past) && site.pastPair(past) > 0) past = site.pastPair(past);
  const isArray = past > brackets;
  const filled = site.is('{', past);
  const end = filled && site.pastPair(past) > 0 ? site.pastPair(past) : past;
  const target = targetBefore(site, index);
  const declared = `${type.text}${site.written(brackets, past)} ${target?.name ?? 'x'}`;
  const message = `CRMScript has no "new". Declaring a variable creates the object: ${declared};`;
  const declaration =
    target?.declared === true && !filled
      ? declaring(site, target, { type, declared, past, isAlone: !hasArgs || isArray })
      : undefined;
  const bare: Fix | undefined = hasArgs
    ? { label: 'Remove "new"', start: token.start, end: type.start, text: '' }
    : undefined;
  const fix = declaration ?? bare;
  const repair: Edit = { start: token.start, end: site.at(end - 1).end, text: unread };
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
const isValuePlace = (site: FaultSite): boolean =>
  site.index === site.first ||
  site.previous.kind === 'keyword' ||
  (site.previous.kind === 'operator' && site.previous.text !== '.');

type Made = {
  readonly type: Token;
  readonly declared: string;
  readonly past: number;
  readonly isAlone: boolean;
};

/** The declaration alone, where that is all that `new` does. */
function declaring(
  site: FaultSite,
  target: Target,
  { type, declared, past, isAlone }: Made,
): Fix | undefined {
  const { end } = site.at(past - 1);
  const isOpen = untyped.has(target.type.text);
  const label = 'Remove "new"';
  if (!isAlone) {
    const value = site.slice(type, site.at(past - 1));
    return isOpen ? { label, start: target.type.start, end, text: `${declared} = ${value}` } : undefined;
  }
  const first = site.at(site.first);
  const sized = declared.includes('[');
  if (!isOpen && !sized) return { label, start: target.end, end, text: '' };
  if (sized && first.text !== type.text && !isOpen) return undefined;
  return { label, start: isOpen ? target.type.start : first.start, end, text: declared };
}

/** `throw new Exception("text")`: what is thrown is the text. `open` is the parenthesis. */
export function thrown(site: FaultSite, from: number, open: number): Answer | undefined {
  const past = site.pastPair(open);
  if (past < 0) return undefined;
  const text = site.expression(open + 1);
  const written = text === undefined ? '""' : site.written(open + 1, text.past);
  const fix = site.writing(written, from, past, 'Throw the text');
  const message = 'There are no exceptions to make: throw a text.';
  return { code: 'not-crmscript', message, span: site.at(from), fix };
}

/** `throw Exception("text")` */
function exception(site: FaultSite): Answer | undefined {
  const { index, first } = site;
  const named = /(Exception|Error)$/.test(site.at(index).text);
  return named && index === first + 1 && site.is('throw', first) && site.is('(', index + 1)
    ? thrown(site, index, index + 1)
    : undefined;
}

/** `await f()`: a call returns when it is done. */
function awaited(site: FaultSite): Answer | undefined {
  if (site.peek(1).kind !== 'name' || site.is('=', site.index + 2) || site.is(';', site.index + 2))
    return undefined;
  const message = 'CRMScript has no "await": a call returns when it is done.';
  return { code: 'not-crmscript', message, span: site.token, fix: site.removing(site.index, true) };
}

/** `(a, b) => …`, `() => …` and, as an argument, `a => …` */
function lambda(site: FaultSite): Answer | undefined {
  const { index } = site;
  for (let open = index; open >= site.first && index - open < 20; open--) {
    const { text, kind } = site.at(open);
    const named =
      kind === 'name' &&
      site.at(open + 1).text === '=>' &&
      /^[(,]$/.test(site.at(open - 1).text) &&
      isInCall(site, open);
    const past = text === '(' ? site.pastPair(open) : open + 1;
    if (!named && (text !== '(' || past < 0 || site.at(past).text !== '=>')) continue;
    const message = 'CRMScript has no functions as values. Write a loop, or a function with a name.';
    const repair = [{ start: site.at(open).start, end: endOfValue(site, past), text: unread }];
    return { code: 'not-crmscript', message, span: site.at(open), repair, isGuess: true };
  }
  return undefined;
}

function isInCall(site: FaultSite, index: number): boolean {
  let depth = 0;
  for (let at = index - 1; at >= site.first; at--) {
    if (site.is(')', at)) depth += 1;
    if (site.is('(', at)) depth -= 1;
    if (depth < 0) return site.isName(at - 1);
  }
  return false;
}

/** Where a value ends that is not read: before a comma, a semicolon or a bracket that was open before it. */
function endOfValue(site: FaultSite, from: number): number {
  let depth = 0;
  for (let at = from; ; at++) {
    const { kind, text } = site.at(at);
    if (kind === 'end') return site.at(at - 1).end;
    if (kind !== 'operator') continue;
    if (text === '(' || text === '[' || text === '{') depth += 1;
    else if (text === ')' || text === ']' || text === '}') depth -= 1;
    if (depth < 0 || (depth === 0 && (text === ',' || text === ';'))) return site.at(at - 1).end;
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
