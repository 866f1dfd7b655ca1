import { describe, type FaultSite } from '../fault-site.ts';
import type { Edit } from '../edited-text.ts';
import type { Answer, Fault, Rules } from '../rule.ts';

/* Heads of `for` and `foreach`. */

const betweens: ReadonlySet<string> = new Set(['in', ':', 'of']);

/** The index of the `for` or `foreach` in whose head a place lies; -1 where it lies in none. */
function loopAround(site: FaultSite): number {
  let depth = 0;
  for (let at = site.index - 1; at >= site.first && site.index - at < 400; at--) {
    if (site.is(')', at)) depth += 1;
    if (site.is('(', at)) depth -= 1;
    if (site.is('for', at) || site.is('foreach', at)) return depth <= 0 ? at : -1;
    if (site.is('{', at) || site.is('}', at)) return -1;
  }
  return -1;
}

/** `for (String s in list)`, `for (x in list)`, `for each (…)`: the loop over an array is called `foreach`. */
function meantForeach(site: FaultSite): Answer | undefined {
  const word = loopAround(site);
  if (!site.is('for', word)) return undefined;
  if (site.at(word + 1).text === 'each' && site.is('(', word + 2)) {
    const fix = site.writing('foreach', word, word + 2);
    return { code: 'not-crmscript', message: 'Write "foreach" in one word.', span: site.at(word + 1), fix };
  }
  if (!site.is('(', word + 1) || !site.isName(word + 2)) return undefined;
  let at = word + 3;
  while (site.is('[', at) || site.is(']', at)) at += 1;
  if (site.isName(at) && !betweens.has(site.at(at).text)) at += 1;
  const between = site.at(at);
  if (!betweens.has(between.text) || between.kind === 'string' || site.is('=', at + 1)) return undefined;
  const start = site.at(word);
  const here: Edit[] = [
    { start: start.start, end: start.end, text: 'foreach' },
    { start: between.start, end: between.end, text: 'in' },
  ];
  if (at === word + 3) {
    // The checker, who knows the type of the elements, says all of it.
    const name = site.at(word + 2).start;
    return {
      isSilent: true,
      repair: [
        here[0] as Edit,
        { start: name, end: name, text: 'var ' },
        ...(between.text === 'in' ? [] : here.slice(1)),
      ],
    };
  }
  const text = `foreach (${site.written(word + 2, at)} in`;
  const fix = { label: 'Write foreach', start: start.start, end: between.end, text };
  const message = 'The loop over an array is called "foreach": foreach (String s in list) { … }';
  return {
    code: 'not-crmscript',
    message,
    span: start,
    fix,
    repair: between.text === 'in' ? here.slice(0, 1) : here,
  };
}

/** The `(` of a head. Where it is missing, so is the `)`, maybe: then both are added by one change. */
function open(site: FaultSite, { purpose }: Fault): Answer | undefined {
  if (purpose !== 'after "for"' && purpose !== 'after "foreach"') return undefined;
  let at = site.index;
  while (!['{', '}', ')'].includes(site.at(at).text) && site.at(at).kind !== 'end' && at < site.index + 100)
    at += 1;
  if (!site.is('{', at) || at === site.index)
    return {
      span: site.token,
      fix: { ...site.adding('('), start: site.token.start, end: site.token.start },
    };
  const { start } = site.token;
  const { end } = site.at(at - 1);
  const fix = { label: 'Add parentheses', start, end, text: `(${site.source.slice(start, end)})` };
  return {
    fix,
    repair: [
      { start, end: start, text: '(' },
      { start: end, end, text: ')' },
    ],
  };
}

/** A comma where a semicolon stands between the parts. */
function comma(site: FaultSite, { purpose }: Fault): Answer | undefined {
  const { token, index } = site;
  if (token.text !== ',' || token.kind !== 'operator') return undefined;
  if (purpose === 'after the head of the loop') {
    const message = 'A "for" does one thing after each turn. Put the others at the end of its body.';
    return {
      code: 'for-separator',
      message,
      span: token,
      repair: [cut(site, index, endOfPart(site, index))],
      isGuess: true,
    };
  }
  if (purpose !== 'after the start of the loop' && purpose !== 'after the condition of the loop')
    return undefined;
  const next = site.at(index + 2);
  const start = loopAround(site);
  const declares = site.isName(start + 2) && (site.isName(start + 3) || site.is('[', start + 3));
  if (
    purpose === 'after the start of the loop' &&
    declares &&
    site.isName(index + 1) &&
    next.kind === 'operator' &&
    ['=', ',', ';'].includes(next.text)
  ) {
    const message = `A "for" declares one variable. Declare the others before the loop: ${site.at(start + 2).text} ${site.at(index + 1).text};`;
    const past = endOfPart(site, index);
    const poisons = [];
    for (let at = index; at < past; at++) if (site.isName(at)) poisons.push(site.at(at).text);
    return {
      code: 'comma-declaration',
      message,
      span: token,
      repair: [cut(site, index, past)],
      poisons,
      isOfItsOwn: true,
    };
  }
  if (semicolonsAhead(site) === 2) {
    const message = 'A "for" does one thing at its start. Put the others before the loop.';
    return {
      code: 'for-separator',
      message,
      span: token,
      repair: [cut(site, index, endOfPart(site, index))],
      isGuess: true,
    };
  }
  const fix = semicolons(site);
  return {
    code: 'for-separator',
    message: 'The parts of a "for" are separated by ";".',
    span: token,
    ...(fix && { fix }),
  };
}

const cut = (site: FaultSite, from: number, past: number): Edit => ({
  start: site.at(from).start,
  end: site.at(past - 1).end,
  text: '',
});

/** Before the semicolon or the parenthesis that ends a part of the head. */
function endOfPart(site: FaultSite, index: number): number {
  let depth = 0;
  for (let at = index; ; at++) {
    const { kind, text } = site.at(at);
    if (kind === 'end' || text === '{' || text === '}') return at;
    if (kind !== 'operator') continue;
    if (text === '(') depth += 1;
    if (text === ')') depth -= 1;
    if (depth < 0 || (depth === 0 && text === ';')) return at;
  }
}

function semicolonsAhead(site: FaultSite): number {
  let found = 0;
  for (let at = site.index + 1; at < site.index + 100; at++) {
    const { kind, text } = site.at(at);
    if (kind === 'end' || text === '{' || text === '}') break;
    if (kind === 'operator' && text === ';') found += 1;
  }
  return found;
}

/** The change that writes the commas from here to the end of the head as semicolons. */
function semicolons(site: FaultSite) {
  let text = '';
  let { start } = site.token;
  let depth = 0;
  for (let index = site.index; index < site.index + 100; index++) {
    const token = site.at(index);
    if (token.kind === 'end') return undefined;
    if (token.text === '(') depth += 1;
    if (token.text === ')') depth -= 1;
    if (depth < 0) break;
    if (token.text !== ',' || depth > 0) continue;
    text += `${site.source.slice(start, token.start)};`;
    start = token.end;
  }
  return { label: 'Write ";"', start: site.token.start, end: start, text };
}

/** `for (…; …)` without its third part, and `for (…; …; …;)` */
function parts(site: FaultSite, { purpose, code }: Fault): Answer | undefined {
  const { token, index } = site;
  if (code === 'for-condition') return { fix: site.adding(' true'), isGuess: true };
  if (purpose === 'after the condition of the loop' && token.text === ')') {
    const start = loopAround(site);
    const declared = site.isName(start + 2) && site.isName(start + 3) ? ` ${site.at(start + 3).text}++` : '';
    const message =
      'A "for" has three parts: start; condition; what comes after each turn. The last one is missing.';
    return { message, code: 'expected', span: token, fix: site.adding(`;${declared}`), isGuess: true };
  }
  if (purpose === 'after the head of the loop' && token.text === ';' && site.is(')', index + 1)) {
    const message = 'Nothing follows the third part of a "for": leave this ";" out.';
    return { code: 'unexpected', message, span: token, fix: site.removing() };
  }
  return undefined;
}

/** The variable of a `foreach` and the word behind it. */
function element(site: FaultSite, { purpose, code }: Fault): Answer | undefined {
  const { token, index } = site;
  const word = loopAround(site);
  if (!site.is('foreach', word) || !site.is('(', word + 1)) return undefined;
  const isUntyped = code === 'expected-name' && index === word + 3 && site.isName(word + 2);
  if (isUntyped && betweens.has(token.text)) {
    const { start } = site.at(word + 2);
    return { isSilent: true, repair: [{ start, end: start, text: 'var ' }] };
  }
  if (index <= word + 3 && code === 'expected-name') {
    const message = `Expected a type and a name, as in "String s in list", but found ${describe(site.at(word + 2))}.`;
    return { code: 'expected', message, span: site.at(word + 2) };
  }
  if (purpose !== 'after the variable') return undefined;
  if (token.text === ':' || token.text === 'of') {
    const message = 'Write "in" between the variable and the array.';
    return { code: 'not-crmscript', message, span: token, fix: site.writing('in') };
  }
  if (token.text === ')') {
    const message = 'Expected "in" and the array after the variable, as in "String s in list".';
    return { message, code: 'expected', span: token };
  }
  if (site.at(word + 3).text === 'as') {
    const message = `Expected a type and a name, as in "String s in list", but found ${describe(site.at(word + 2))}.`;
    return { code: 'expected', message, span: site.at(word + 2) };
  }
  if (token.kind === 'name') {
    // What stands before the parenthesis is the array itself.
    const isLeftOut = site.is(')', index + 1) || site.is('.', index + 1) || site.is('(', index + 1);
    const message = `Expected "in" after the variable, but found "${token.text}".`;
    return {
      message,
      code: 'expected',
      span: token,
      fix: isLeftOut ? site.adding(' in') : site.writing('in'),
    };
  }
  return site.isOperand() ? { fix: site.adding('in') } : {};
}

export const loopRules: Rules = [
  { codes: ['expected', 'expected-name', 'unexpected', 'expected-expression'], rule: meantForeach },
  { codes: ['expected', 'expected-name'], rule: element },
  { codes: ['expected'], rule: open },
  { codes: ['expected'], rule: comma },
  { codes: ['expected', 'for-condition'], rule: parts },
];
