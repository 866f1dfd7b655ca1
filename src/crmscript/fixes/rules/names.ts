import { typeHere } from '../habits/foreign-types.ts';
import { nearest } from '../../nearest.ts';
import type { Edit } from '../edited-text.ts';
import { describe, type FaultSite } from '../fault-site.ts';
import type { Answer, Fault, Rules } from '../rule.ts';

/* Types and names that are declared. */

/** Where the type begins behind which a name stands right before an index; -1 where none is declared there. */
function declarationAt(site: FaultSite, name: number): number {
  let at = name - 1;
  while (site.is(']', at)) {
    while (at > 0 && !site.is('[', at)) at -= 1;
    at -= 1;
  }
  return site.isName(name) && site.isName(at) ? at : -1;
}

/** `String String s`, `String s s` and `print print("a")`: one of two equal names is left out. */
function twice(site: FaultSite): Answer | undefined {
  const { token, index } = site;
  if (token.kind === 'name' && site.isName(index - 1) && site.isName(index - 2)) {
    const [first, second] = [site.at(index - 2), site.at(index - 1)];
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
  for (let at = site.first; at <= index && at < site.first + 40; at++) {
    const [first, second] = [site.at(at), site.at(at + 1)];
    if (
      first.kind !== 'name' ||
      second.kind !== 'name' ||
      first.text !== second.text ||
      first.line !== second.line
    )
      continue;
    if (!site.is('(', at + 2)) continue;
    const fix = { label: `Remove "${first.text}"`, start: first.start, end: second.start, text: '' };
    return { code: 'twice', message: `"${first.text}" stands here twice.`, span: second, fix };
  }
  return undefined;
}

/** `Integer a = 1, b = 2;` and `1,5` */
function comma(site: FaultSite): Answer | undefined {
  const { token, previous, index } = site;
  if (token.text !== ',' || token.kind !== 'operator') return undefined;
  const behind = site.peek(1);
  if (
    previous.kind === 'integer' &&
    behind.kind === 'integer' &&
    previous.end === token.start &&
    token.end === behind.start
  ) {
    const written = `${site.slice(previous, previous)}.${site.slice(behind, behind)}`;
    const fix = site.writing('.', index, index + 1, `Write ${written}`);
    return { code: 'number', message: `The decimals stand behind a point: ${written}.`, span: previous, fix };
  }
  let name = site.first + 1;
  while (name < index && !site.isName(name)) name += 1;
  const type = declarationAt(site, name);
  if (type !== site.first) return undefined;
  const written = site.written(type, name);
  const repair: Edit[] = [];
  let text = '';
  let at = index;
  while (site.is(',', at) && site.isName(at + 1)) {
    const past = endOfVariable(site, at + 1);
    text += `; ${written} ${site.written(at + 1, past)}`;
    repair.push({ start: site.at(at).start, end: site.at(at + 1).start, text: `; ${written} ` });
    at = past;
  }
  const found = { code: 'comma-declaration', span: token } as const;
  const message = `A declaration declares one variable. Write ${site.at(type).text} ${site.at(name).text}; and the next one after it.`;
  if (repair.length === 0) return { ...found, message };
  const fix = { label: 'Write one declaration each', start: token.start, end: site.at(at - 1).end, text };
  return { ...found, message, fix, repair };
}

/** Past a variable with its value, up to the comma or what ends the statement. */
function endOfVariable(site: FaultSite, index: number): number {
  let depth = 0;
  for (let at = index + 1; ; at++) {
    const { kind, text, line } = site.at(at);
    if (
      kind === 'end' ||
      (depth === 0 && line !== site.at(at - 1).line && (kind === 'name' || kind === 'keyword'))
    )
      return at;
    if (kind !== 'operator') continue;
    if (text === '(' || text === '[') depth += 1;
    if (text === ')' || text === ']') depth -= 1;
    if (depth < 0 || ';{}'.includes(text) || (depth === 0 && text === ',')) return at;
  }
}

/** `String a[5]`: the brackets belong to the type. */
function brackets(site: FaultSite): Answer | undefined {
  const { token, index } = site;
  const type = declarationAt(site, index - 1);
  if (token.text !== '[' || type < 0) return undefined;
  let past = index;
  while (site.is('[', past) && site.pastPair(past) > 0) past = site.pastPair(past);
  if (past === index) return undefined;
  const name = site.at(index - 1);
  const written = `${site.written(type, index - 1)}${site.written(index, past)} ${name.text}`;
  const fix = {
    label: `Write ${written}`,
    start: site.at(type).start,
    end: site.at(past - 1).end,
    text: written,
  };
  const repair = [
    { start: name.start, end: name.start, text: `${site.written(index, past)} ` },
    { start: token.start, end: site.at(past - 1).end, text: '' },
  ];
  const message = `The brackets belong to the type: write ${written}.`;
  return { code: 'brackets-after-name', message, span: token, fix, repair };
}

const values: ReadonlySet<string> = new Set(['integer', 'long', 'float', 'string']);

/** `Integer a 5;` */
function equals(site: FaultSite): Answer | undefined {
  const { token, index } = site;
  if (!values.has(token.kind) || declarationAt(site, index - 1) < 0 || !site.onLine()) return undefined;
  const message = `Expected "=" between the name and its value.`;
  return { code: 'expected', message, span: token, fix: site.adding(' =') };
}

/** `Integer my count = 1;` */
function space(site: FaultSite): Answer | undefined {
  const { token: second, previous: first, index } = site;
  const fits = second.kind === 'name' && site.isName(index - 2) && index - site.first === 2 && site.onLine();
  if (!fits || (!site.is('=', index + 1) && !site.is(';', index + 1))) return undefined;
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
function head(site: FaultSite): Answer | undefined {
  const { token, index } = site;
  const type = declarationAt(site, index - 1);
  if (type !== site.first) return undefined;
  const name = site.at(index - 1);
  if (token.text === '{') {
    if (nearest(site.at(type).text, ['struct']) !== undefined) {
      const message = `There is no "${site.at(type).text}". Did you mean "struct"?`;
      return { code: 'misspelt-keyword', message, span: site.at(type), fix: site.writing('struct', type) };
    }
    const message = `A function has parentheses behind its name, also without parameters: ${site.at(type).text} ${name.text}().`;
    return { code: 'expected', message, span: token, fix: site.adding('()') };
  }
  const message = `Expected "(" before the parameters, but found ${describe(token)}.`;
  const pair =
    site.isName() && site.isName(index + 1) && (site.is(',', index + 2) || site.is(')', index + 2));
  if (pair || (site.is(')') && site.is('{', index + 1)))
    return { code: 'expected', message, span: token, fix: site.adding('(') };
  const isMerged =
    site.isName() &&
    (site.is(')', index + 1) || site.is(',', index + 1)) &&
    site.at(index + 1).line === token.line;
  // Where the name ends and the first parameter begins nobody can say.
  return isMerged ? { code: 'expected', message, span: token, mayDeclare: true } : undefined;
}

/** A word of the language in the place of a name. */
function reserved(site: FaultSite, { message }: Fault): Answer | undefined {
  const { token, index, first } = site;
  if (token.kind !== 'keyword' || !site.onLine() || index === 0) return undefined;
  const declares = site.isName(index - 1) || site.is(']', index - 1);
  const isName = site.is('=', index + 1) || (site.is(';', index + 1) && token.text === 'in');
  if (!declares || !isName || index === first) return undefined;
  const text = `"${token.text}" is a word of the language and cannot be a name.`;
  const name = `${token.text}_`;
  const repair: Edit[] = [];
  // Where it is used it is the same mistake.
  for (let at = index; at < site.length && at < index + 2000; at++) {
    const used = site.at(at);
    if (
      at === index ||
      (token.text === 'in' && used.kind === 'keyword' && used.text === 'in' && !isForeachIn(site, at))
    ) {
      repair.push({ start: used.start, end: used.end, text: name });
    }
  }
  return message === ''
    ? undefined
    : { code: 'reserved', message: text, span: token, repair, poisons: [name] };
}

const isForeachIn = (site: FaultSite, index: number): boolean =>
  site.isName(index - 1) && (site.isName(index - 2) || site.is(']', index - 2));

/** `List<String> names;` reads as two comparisons, or ends at a comma. */
function generic(site: FaultSite): Answer | undefined {
  const { first } = site;
  const at = (index: number) => site.at(first + index);
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
  const past = site.pastStatement(first);
  // What makes the object goes with the type.
  const isMade =
    at(last + 2).text === '=' &&
    (at(last + 3).text === 'new' || at(last + 3).text === 'unread') &&
    site.is(';', past - 1);
  const isPlain = at(last + 2).text === ';' || at(last + 2).text === '=';
  const end = isMade ? site.at(past - 1).start : close.end;
  const fix = {
    label: `Write ${text}`,
    start: list.start,
    end,
    text: isMade ? `${text} ${name.text}` : text,
  };
  const repair = [{ start: list.start, end: site.at(past - 1).end, text: ';' }];
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
export const genericWord = (site: FaultSite): Answer | undefined =>
  site.index === site.first ? generic(site) : undefined;

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
