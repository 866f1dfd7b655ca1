import { typeHere } from '../../analysis/foreign-types.ts';
import { nearest } from '../../nearest.ts';
import type { Edit } from '../edited-text.ts';
import { describe, type Place } from '../place.ts';
import type { Answer, Fault, Rules } from '../rule.ts';

/* Types and names that are declared. */

/** Where the type begins behind which a name stands right before an index; -1 where none is declared there. */
function declarationAt(place: Place, name: number): number {
  let at = name - 1;
  while (place.is(']', at)) {
    while (at > 0 && !place.is('[', at)) at -= 1;
    at -= 1;
  }
  return place.isName(name) && place.isName(at) ? at : -1;
}

/** `String String s`, `String s s` and `print print("a")`: one of two equal names is left out. */
function twice(place: Place): Answer | undefined {
  const { token, index } = place;
  if (token.kind === 'name' && place.isName(index - 1) && place.isName(index - 2)) {
    const [first, second] = [place.at(index - 2), place.at(index - 1)];
    const isFirst = first.text === second.text;
    if (!isFirst && second.text !== token.text) return undefined;
    const start = isFirst ? first.start : second.start;
    const end = isFirst ? second.start : token.start;
    const fix = { label: `Remove "${second.text}"`, start, end, text: '' };
    return {
      code: 'twice',
      message: `"${second.text}" stands here twice.`,
      span: isFirst ? second : token,
      fix,
    };
  }
  for (let at = place.first; at <= index && at < place.first + 40; at++) {
    const [first, second] = [place.at(at), place.at(at + 1)];
    if (
      first.kind !== 'name' ||
      second.kind !== 'name' ||
      first.text !== second.text ||
      first.line !== second.line
    )
      continue;
    if (!place.is('(', at + 2)) continue;
    const fix = { label: `Remove "${first.text}"`, start: first.start, end: second.start, text: '' };
    return { code: 'twice', message: `"${first.text}" stands here twice.`, span: second, fix };
  }
  return undefined;
}

/** `Integer a = 1, b = 2;` and `1,5` */
function comma(place: Place): Answer | undefined {
  const { token, previous, index } = place;
  if (token.text !== ',' || token.kind !== 'operator') return undefined;
  const behind = place.peek(1);
  if (
    previous.kind === 'integer' &&
    behind.kind === 'integer' &&
    previous.end === token.start &&
    token.end === behind.start
  ) {
    const written = `${place.slice(previous, previous)}.${place.slice(behind, behind)}`;
    const fix = place.writing('.', index, index + 1, `Write ${written}`);
    return { code: 'number', message: `The decimals stand behind a point: ${written}.`, span: previous, fix };
  }
  let name = place.first + 1;
  while (name < index && !place.isName(name)) name += 1;
  const type = declarationAt(place, name);
  if (type !== place.first) return undefined;
  const written = place.written(type, name);
  const repair: Edit[] = [];
  let text = '';
  let at = index;
  while (place.is(',', at) && place.isName(at + 1)) {
    const past = endOfVariable(place, at + 1);
    text += `; ${written} ${place.written(at + 1, past)}`;
    repair.push({ start: place.at(at).start, end: place.at(at + 1).start, text: `; ${written} ` });
    at = past;
  }
  const found = { code: 'comma-declaration', span: token } as const;
  const message = `A declaration declares one variable. Write ${place.at(type).text} ${place.at(name).text}; and the next one after it.`;
  if (repair.length === 0) return { ...found, message };
  const fix = { label: 'Write one declaration each', start: token.start, end: place.at(at - 1).end, text };
  return { ...found, message, fix, repair };
}

/** Past a variable with its value, up to the comma or what ends the statement. */
function endOfVariable(place: Place, index: number): number {
  let depth = 0;
  for (let at = index + 1; ; at++) {
    const { kind, text, line } = place.at(at);
    if (
      kind === 'end' ||
      (depth === 0 && line !== place.at(at - 1).line && (kind === 'name' || kind === 'keyword'))
    )
      return at;
    if (kind !== 'operator') continue;
    if (text === '(' || text === '[') depth += 1;
    if (text === ')' || text === ']') depth -= 1;
    if (depth < 0 || ';{}'.includes(text) || (depth === 0 && text === ',')) return at;
  }
}

/** `String a[5]`: the brackets belong to the type. */
function brackets(place: Place): Answer | undefined {
  const { token, index } = place;
  const type = declarationAt(place, index - 1);
  if (token.text !== '[' || type < 0) return undefined;
  let past = index;
  while (place.is('[', past) && place.pastPair(past) > 0) past = place.pastPair(past);
  if (past === index) return undefined;
  const name = place.at(index - 1);
  const written = `${place.written(type, index - 1)}${place.written(index, past)} ${name.text}`;
  const fix = {
    label: `Write ${written}`,
    start: place.at(type).start,
    end: place.at(past - 1).end,
    text: written,
  };
  const repair = [
    { start: name.start, end: name.start, text: `${place.written(index, past)} ` },
    { start: token.start, end: place.at(past - 1).end, text: '' },
  ];
  const message = `The brackets belong to the type: write ${written}.`;
  return { code: 'brackets-after-name', message, span: token, fix, repair };
}

const values: ReadonlySet<string> = new Set(['integer', 'long', 'float', 'string']);

/** `Integer a 5;` */
function equals(place: Place): Answer | undefined {
  const { token, index } = place;
  if (!values.has(token.kind) || declarationAt(place, index - 1) < 0 || !place.onLine()) return undefined;
  const message = `Expected "=" between the name and its value.`;
  return { code: 'expected', message, span: token, fix: place.adding(' =') };
}

/** `Integer my count = 1;` */
function space(place: Place): Answer | undefined {
  const { token: second, previous: first, index } = place;
  const fits =
    second.kind === 'name' && place.isName(index - 2) && index - place.first === 2 && place.onLine();
  if (!fits || (!place.is('=', index + 1) && !place.is(';', index + 1))) return undefined;
  const text = first.text + second.text.charAt(0).toUpperCase() + second.text.slice(1);
  const fix = { label: `Write ${text}`, start: first.start, end: second.end, text };
  return {
    code: 'unexpected',
    message: `A name is one word, such as ${text}.`,
    span: first,
    fix,
    isGuess: true,
  };
}

/** A head of a function whose parentheses are missing, and a misspelt `struct`. */
function head(place: Place): Answer | undefined {
  const { token, index } = place;
  const type = declarationAt(place, index - 1);
  if (type !== place.first) return undefined;
  const name = place.at(index - 1);
  if (token.text === '{') {
    if (nearest(place.at(type).text, ['struct']) !== undefined) {
      const message = `There is no "${place.at(type).text}". Did you mean "struct"?`;
      return { code: 'misspelt-keyword', message, span: place.at(type), fix: place.writing('struct', type) };
    }
    const message = `A function has parentheses behind its name, also without parameters: ${place.at(type).text} ${name.text}().`;
    return { code: 'expected', message, span: token, fix: place.adding('()') };
  }
  const message = `Expected "(" before the parameters, but found ${describe(token)}.`;
  const pair =
    place.isName() && place.isName(index + 1) && (place.is(',', index + 2) || place.is(')', index + 2));
  if (pair || (place.is(')') && place.is('{', index + 1)))
    return { code: 'expected', message, span: token, fix: place.adding('(') };
  const isMerged =
    place.isName() &&
    (place.is(')', index + 1) || place.is(',', index + 1)) &&
    place.at(index + 1).line === token.line;
  // Where the name ends and the first parameter begins nobody can say.
  return isMerged ? { code: 'expected', message, span: token, mayDeclare: true } : undefined;
}

/** A word of the language in the place of a name. */
function reserved(place: Place, { message }: Fault): Answer | undefined {
  const { token, index, first } = place;
  if (token.kind !== 'keyword' || !place.onLine() || index === 0) return undefined;
  const declares = place.isName(index - 1) || place.is(']', index - 1);
  const isName = place.is('=', index + 1) || (place.is(';', index + 1) && token.text === 'in');
  if (!declares || !isName || index === first) return undefined;
  const text = `"${token.text}" is a word of the language and cannot be a name.`;
  const name = `${token.text}_`;
  const repair: Edit[] = [];
  // Where it is used it is the same mistake.
  for (let at = index; at < place.length && at < index + 2000; at++) {
    const used = place.at(at);
    if (
      at === index ||
      (token.text === 'in' && used.kind === 'keyword' && used.text === 'in' && !isForeachIn(place, at))
    ) {
      repair.push({ start: used.start, end: used.end, text: name });
    }
  }
  return message === ''
    ? undefined
    : { code: 'reserved', message: text, span: token, repair, poisons: [name] };
}

const isForeachIn = (place: Place, index: number): boolean =>
  place.isName(index - 1) && (place.isName(index - 2) || place.is(']', index - 2));

/** `List<String> names;` reads as two comparisons, or ends at a comma. */
function generic(place: Place): Answer | undefined {
  const { first } = place;
  const at = (index: number) => place.at(first + index);
  const isPair = at(3).text === ',' && at(4).kind === 'name';
  const last = isPair ? 5 : 3;
  const [list, element, close, name] = [at(0), at(2), at(last), at(last + 1)];
  if (
    list.kind !== 'name' ||
    at(1).text !== '<' ||
    element.kind !== 'name' ||
    close.text !== '>' ||
    name.kind !== 'name'
  )
    return undefined;
  const text = isPair ? 'Map' : `${typeHere(element.text) ?? element.text}[]`;
  const message = `CRMScript has no types with "<". ${isPair ? 'A Map goes from a String to a String' : `An array is ${text}`}.`;
  const past = place.pastStatement(first);
  // What makes the object goes with the type.
  const isMade =
    at(last + 2).text === '=' &&
    (at(last + 3).text === 'new' || at(last + 3).text === 'unread') &&
    place.is(';', past - 1);
  const isPlain = at(last + 2).text === ';' || at(last + 2).text === '=';
  const end = isMade ? place.at(past - 1).start : close.end;
  const fix = {
    label: `Write ${text}`,
    start: list.start,
    end,
    text: isMade ? `${text} ${name.text}` : text,
  };
  const repair = [{ start: list.start, end: place.at(past - 1).end, text: ';' }];
  return {
    code: 'not-crmscript',
    message,
    span: list,
    ...(isPlain && { fix }),
    repair,
    isGuess: true,
    poisons: [name.text],
  };
}

/** The same, where a statement begins. */
export const genericWord = (place: Place): Answer | undefined =>
  place.index === place.first ? generic(place) : undefined;

const ended = ['unexpected', 'missing-semicolon'] as const;

export const nameRules: Rules = [
  { codes: ['expected', 'expected-name', 'unexpected', 'expected-expression'], rule: twice },
  {
    codes: ['stray-keyword', 'unexpected', 'expected-name', 'expected', 'expected-expression'],
    rule: reserved,
  },
  { codes: ['unexpected'], rule: head },
  { codes: ['unexpected'], rule: space },
  { codes: ended, rule: comma },
  { codes: ['unexpected', 'expected'], rule: brackets },
  { codes: ['unexpected', 'expected'], rule: equals },
];
