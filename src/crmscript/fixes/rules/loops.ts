import { describe, type Place } from '../place.ts';
import type { Edit } from '../edited-text.ts';
import type { Answer, Fault, Rules } from '../rule.ts';

/* Heads of `for` and `foreach`. */

const betweens: ReadonlySet<string> = new Set(['in', ':', 'of']);

/** The index of the `for` or `foreach` in whose head a place lies; -1 where it lies in none. */
function loopAround(place: Place): number {
  let depth = 0;
  for (let at = place.index - 1; at >= place.first && place.index - at < 400; at--) {
    if (place.is(')', at)) depth += 1;
    if (place.is('(', at)) depth -= 1;
    if (place.is('for', at) || place.is('foreach', at)) return depth <= 0 ? at : -1;
    if (place.is('{', at) || place.is('}', at)) return -1;
  }
  return -1;
}

/** `for (String s in list)`, `for (x in list)`, `for each (…)`: the loop over an array is called `foreach`. */
function meantForeach(place: Place): Answer | undefined {
  const word = loopAround(place);
  if (!place.is('for', word)) return undefined;
  if (place.at(word + 1).text === 'each' && place.is('(', word + 2)) {
    const fix = place.writing('foreach', word, word + 2);
    return { code: 'not-crmscript', message: 'Write "foreach" in one word.', span: place.at(word + 1), fix };
  }
  if (!place.is('(', word + 1) || !place.isName(word + 2)) return undefined;
  let at = word + 3;
  while (place.is('[', at) || place.is(']', at)) at += 1;
  if (place.isName(at) && !betweens.has(place.at(at).text)) at += 1;
  const between = place.at(at);
  if (!betweens.has(between.text) || between.kind === 'string' || place.is('=', at + 1)) return undefined;
  const start = place.at(word);
  const here: Edit[] = [
    { start: start.start, end: start.end, text: 'foreach' },
    { start: between.start, end: between.end, text: 'in' },
  ];
  if (at === word + 3) {
    // The checker, who knows the type of the elements, says all of it.
    const name = place.at(word + 2).start;
    return {
      isSilent: true,
      repair: [
        here[0] as Edit,
        { start: name, end: name, text: 'var ' },
        ...(between.text === 'in' ? [] : here.slice(1)),
      ],
    };
  }
  const text = `foreach (${place.written(word + 2, at)} in`;
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
function open(place: Place, { purpose }: Fault): Answer | undefined {
  if (purpose !== 'after "for"' && purpose !== 'after "foreach"') return undefined;
  let at = place.index;
  while (
    !['{', '}', ')'].includes(place.at(at).text) &&
    place.at(at).kind !== 'end' &&
    at < place.index + 100
  )
    at += 1;
  if (!place.is('{', at) || at === place.index)
    return {
      span: place.token,
      fix: { ...place.adding('('), start: place.token.start, end: place.token.start },
    };
  const { start } = place.token;
  const { end } = place.at(at - 1);
  const fix = { label: 'Add parentheses', start, end, text: `(${place.source.slice(start, end)})` };
  return {
    fix,
    repair: [
      { start, end: start, text: '(' },
      { start: end, end, text: ')' },
    ],
  };
}

/** A comma where a semicolon stands between the parts. */
function comma(place: Place, { purpose }: Fault): Answer | undefined {
  const { token, index } = place;
  if (token.text !== ',' || token.kind !== 'operator') return undefined;
  if (purpose === 'after the head of the loop') {
    const message = 'A "for" does one thing after each turn. Put the others at the end of its body.';
    return {
      code: 'for-separator',
      message,
      span: token,
      repair: [cut(place, index, endOfPart(place, index))],
      isGuess: true,
    };
  }
  if (purpose !== 'after the start of the loop' && purpose !== 'after the condition of the loop')
    return undefined;
  const next = place.at(index + 2);
  const start = loopAround(place);
  const declares = place.isName(start + 2) && (place.isName(start + 3) || place.is('[', start + 3));
  if (
    purpose === 'after the start of the loop' &&
    declares &&
    place.isName(index + 1) &&
    next.kind === 'operator' &&
    ['=', ',', ';'].includes(next.text)
  ) {
    const message = `A "for" declares one variable. Declare the others before the loop: ${place.at(start + 2).text} ${place.at(index + 1).text};`;
    const past = endOfPart(place, index);
    const poisons = [];
    for (let at = index; at < past; at++) if (place.isName(at)) poisons.push(place.at(at).text);
    return {
      code: 'comma-declaration',
      message,
      span: token,
      repair: [cut(place, index, past)],
      poisons,
      isOfItsOwn: true,
    };
  }
  if (semicolonsAhead(place) === 2) {
    const message = 'A "for" does one thing at its start. Put the others before the loop.';
    return {
      code: 'for-separator',
      message,
      span: token,
      repair: [cut(place, index, endOfPart(place, index))],
      isGuess: true,
    };
  }
  const fix = semicolons(place);
  return {
    code: 'for-separator',
    message: 'The parts of a "for" are separated by ";".',
    span: token,
    ...(fix && { fix }),
  };
}

const cut = (place: Place, from: number, past: number): Edit => ({
  start: place.at(from).start,
  end: place.at(past - 1).end,
  text: '',
});

/** Before the semicolon or the parenthesis that ends a part of the head. */
function endOfPart(place: Place, index: number): number {
  let depth = 0;
  for (let at = index; ; at++) {
    const { kind, text } = place.at(at);
    if (kind === 'end' || text === '{' || text === '}') return at;
    if (kind !== 'operator') continue;
    if (text === '(') depth += 1;
    if (text === ')') depth -= 1;
    if (depth < 0 || (depth === 0 && text === ';')) return at;
  }
}

function semicolonsAhead(place: Place): number {
  let found = 0;
  for (let at = place.index + 1; at < place.index + 100; at++) {
    const { kind, text } = place.at(at);
    if (kind === 'end' || text === '{' || text === '}') break;
    if (kind === 'operator' && text === ';') found += 1;
  }
  return found;
}

/** The change that writes the commas from here to the end of the head as semicolons. */
function semicolons(place: Place) {
  let text = '';
  let { start } = place.token;
  let depth = 0;
  for (let index = place.index; index < place.index + 100; index++) {
    const token = place.at(index);
    if (token.kind === 'end') return undefined;
    if (token.text === '(') depth += 1;
    if (token.text === ')') depth -= 1;
    if (depth < 0) break;
    if (token.text !== ',' || depth > 0) continue;
    text += `${place.source.slice(start, token.start)};`;
    start = token.end;
  }
  return { label: 'Write ";"', start: place.token.start, end: start, text };
}

/** `for (…; …)` without its third part, and `for (…; …; …;)` */
function parts(place: Place, { purpose, code }: Fault): Answer | undefined {
  const { token, index } = place;
  if (code === 'for-condition') return { fix: place.adding(' true'), isGuess: true };
  if (purpose === 'after the condition of the loop' && token.text === ')') {
    const start = loopAround(place);
    const declared =
      place.isName(start + 2) && place.isName(start + 3) ? ` ${place.at(start + 3).text}++` : '';
    const message =
      'A "for" has three parts: start; condition; what comes after each turn. The last one is missing.';
    return { message, code: 'expected', span: token, fix: place.adding(`;${declared}`), isGuess: true };
  }
  if (purpose === 'after the head of the loop' && token.text === ';' && place.is(')', index + 1)) {
    const message = 'Nothing follows the third part of a "for": leave this ";" out.';
    return { code: 'unexpected', message, span: token, fix: place.removing() };
  }
  return undefined;
}

/** The variable of a `foreach` and the word behind it. */
function element(place: Place, { purpose, code }: Fault): Answer | undefined {
  const { token, index } = place;
  const word = loopAround(place);
  if (!place.is('foreach', word) || !place.is('(', word + 1)) return undefined;
  const isUntyped = code === 'expected-name' && index === word + 3 && place.isName(word + 2);
  if (isUntyped && betweens.has(token.text)) {
    const { start } = place.at(word + 2);
    return { isSilent: true, repair: [{ start, end: start, text: 'var ' }] };
  }
  if (index <= word + 3 && code === 'expected-name') {
    const message = `Expected a type and a name, as in "String s in list", but found ${describe(place.at(word + 2))}.`;
    return { code: 'expected', message, span: place.at(word + 2) };
  }
  if (purpose !== 'after the variable') return undefined;
  if (token.text === ':' || token.text === 'of') {
    const message = 'Write "in" between the variable and the array.';
    return { code: 'not-crmscript', message, span: token, fix: place.writing('in') };
  }
  if (token.text === ')') {
    const message = 'Expected "in" and the array after the variable, as in "String s in list".';
    return { message, code: 'expected', span: token };
  }
  if (place.at(word + 3).text === 'as') {
    const message = `Expected a type and a name, as in "String s in list", but found ${describe(place.at(word + 2))}.`;
    return { code: 'expected', message, span: place.at(word + 2) };
  }
  if (token.kind === 'name') {
    // What stands before the parenthesis is the array itself.
    const isLeftOut = place.is(')', index + 1) || place.is('.', index + 1) || place.is('(', index + 1);
    const message = `Expected "in" after the variable, but found "${token.text}".`;
    return {
      message,
      code: 'expected',
      span: token,
      fix: isLeftOut ? place.adding(' in') : place.writing('in'),
    };
  }
  return place.isOperand() ? { fix: place.adding('in') } : {};
}

export const loopRules: Rules = [
  { codes: ['expected', 'expected-name', 'unexpected', 'expected-expression'], rule: meantForeach },
  { codes: ['expected', 'expected-name'], rule: element },
  { codes: ['expected'], rule: open },
  { codes: ['expected'], rule: comma },
  { codes: ['expected', 'for-condition'], rule: parts },
];
