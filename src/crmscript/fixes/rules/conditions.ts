import type { Edit } from '../edited-text.ts';
import { describe, type Place } from '../place.ts';
import type { Answer, Fault, Rules } from '../rule.ts';
import type { Token } from '../../syntax/token.ts';
import { operatorHere } from './operators.ts';

/* Heads of `if` and `while`: parentheses and operators that are left out. */

const joints: ReadonlySet<string> = new Set(['&&', '||', '==', '!=', '<', '>', '<=', '>=']);

/** `if a == 1 {` and `if (a) && (b) {`: the condition does not stand in parentheses. */
function bare(place: Place, word: number): Answer | undefined {
  const from = word + 1;
  const past = endOfCondition(place, from);
  if (past <= from) return undefined;
  const compared = comparisons(place, from, past);
  const written = writtenHere(place, from, past, compared);
  const isHalf = place.is(')', past) && written === place.written(from, past) && !isThen(place, past + 1);
  const closes = place.is(')', past) ? past + 1 : past;
  const end = isThen(place, closes) ? closes + 1 : closes;
  const { start } = place.at(from);
  const fix = isHalf
    ? { label: 'Add "("', start, end: start, text: '(' }
    : { label: 'Add parentheses', start, end: place.at(end - 1).end, text: `(${written})` };
  const how = compared.size === 0 ? 'stands in parentheses' : 'stands in parentheses and compares with ==';
  const { text } = place.at(word);
  const message = `The condition after "${text}" ${how}: ${text} (${written}).`;
  const repair: Edit[] = isHalf
    ? [fix]
    : [
        ...edits(place, from, past, compared),
        { start: place.at(past - 1).end, end: place.at(end - 1).end, text: ')' },
      ];
  return { code: 'expected', message, span: place.at(from), fix, repair, isGuess: true, isOfItsOwn: true };
}

const isThen = (place: Place, index: number): boolean => {
  const { kind, text } = place.at(index);
  const goesOn = place.at(index + 1).kind === 'operator' && !place.is('{', index + 1);
  return kind === 'name' && text.toLowerCase() === 'then' && !goesOn;
};

/** Before what the condition governs: a brace, `then`, a parenthesis that closes nothing, or another statement. */
function endOfCondition(place: Place, from: number): number {
  let depth = 0;
  for (let at = from; at < from + 400; at++) {
    const { kind, text, line } = place.at(at);
    if (kind === 'end' || text === '{' || text === '}' || text === ';') return at;
    if (depth === 0 && at > from && (isThen(place, at) || line !== place.at(at - 1).line)) return at;
    if (depth === 0 && at > from && endsOperand(place.at(at - 1)) && beginsStatement(place, at)) return at;
    if (kind !== 'operator') continue;
    if (text === '(' || text === '[') depth += 1;
    else if (text === ')' || text === ']') depth -= 1;
    if (depth < 0) return at;
  }
  return from;
}

const endsOperand = ({ kind, text }: Token): boolean =>
  (kind !== 'operator' && kind !== 'foreign') || text === ')' || text === ']';

/** A name behind a value, which is no operator in words. */
const beginsStatement = (place: Place, index: number): boolean => {
  const token = place.at(index);
  if (token.kind === 'keyword') return !['true', 'false', 'this'].includes(token.text);
  return (
    token.kind === 'name' &&
    operatorHere(token) === undefined &&
    operatorHere(place.at(index - 1)) === undefined &&
    place.at(index - 1).text.toLowerCase() !== 'not'
  );
};

/** Where the places of `=` are that `==` is meant by: a call's answer may well be kept. */
function comparisons(place: Place, from: number, past: number): ReadonlySet<number> {
  const found = new Set<number>();
  for (let at = from; at < past; at++) {
    if (!place.is('=', at)) continue;
    const value = place.expression(at + 1)?.node.kind;
    if (value !== 'call' && value !== 'methodCall') found.add(at);
  }
  return found;
}

/** The condition with the operators of this language. */
function writtenHere(place: Place, from: number, past: number, compared: ReadonlySet<number>): string {
  const { start } = place.at(from);
  const { end } = place.at(past - 1);
  let text = '';
  let at = start;
  for (const edit of replacements(place, from, past, compared)) {
    text += place.source.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + place.source.slice(at, end);
}

function edits(place: Place, from: number, past: number, compared: ReadonlySet<number>): Edit[] {
  const { start } = place.at(from);
  return [{ start, end: start, text: '(' }, ...replacements(place, from, past, compared)];
}

function* replacements(
  place: Place,
  from: number,
  past: number,
  compared: ReadonlySet<number>,
): Generator<Edit> {
  for (let index = from; index < past; index++) {
    const token = place.at(index);
    const isNot =
      token.kind === 'name' &&
      token.text.toLowerCase() === 'not' &&
      (index === from ||
        !endsOperand(place.at(index - 1)) ||
        operatorHere(place.at(index - 1)) !== undefined) &&
      index + 1 < past;
    const here = compared.has(index)
      ? '=='
      : isNot
        ? '!'
        : isOperand(place, index, from)
          ? undefined
          : operatorHere(token);
    if (here === undefined || token.text === '|') continue;
    yield { start: token.start, end: isNot ? place.at(index + 1).start : token.end, text: here };
  }
}

/** A name such as `mod` where a value stands. */
const isOperand = (place: Place, index: number, from: number): boolean =>
  place.isName(index) && (index === from || !endsOperand(place.at(index - 1)) || place.is('.', index - 1));

function missing(place: Place, { purpose }: Fault): Answer | undefined {
  const word = purpose === 'after "if"' ? 'if' : purpose === 'after "while"' ? 'while' : undefined;
  if (word === undefined) return undefined;
  if (place.is('{') || place.is(';') || place.token.kind === 'end') {
    const message = `Expected a condition in parentheses after "${word}".`;
    const at = place.previous.end;
    return { message, code: 'expected', repair: [{ start: at, end: at, text: ' (unread)' }], isGuess: true };
  }
  const found = bare(place, place.index - 1);
  return (
    found ?? {
      code: 'expected-expression',
      message: `Expected an expression, but found ${describe(place.token)}.`,
    }
  );
}

/** `if (a) && (b) {`, `if (a) or (b) {`: what was read as the body goes on with the condition. */
function goesOn(place: Place): Answer | undefined {
  const { first } = place;
  const joint = place.at(first);
  const close = first - 1;
  const here = joint.kind === 'operator' ? joint.text : operatorHere(joint);
  if (!place.is(')', close) || !joints.has(here ?? '')) return undefined;
  let depth = 0;
  for (let at = close; at >= 0 && close - at < 400; at--) {
    if (place.is(')', at)) depth += 1;
    if (place.is('(', at)) depth -= 1;
    if (depth > 0) continue;
    return place.is('if', at - 1) || place.is('while', at - 1) ? bare(place, at - 1) : undefined;
  }
  return undefined;
}

/** `if () {` and `if (n 1) {` */
function inside(place: Place): Answer | undefined {
  const { token, previous, index } = place;
  if (token.text === ')' && previous.text === '(' && /^(if|while)$/.test(place.at(index - 2).text)) {
    const message = 'Expected a condition between the parentheses.';
    return {
      code: 'expected-expression',
      message,
      span: token,
      repair: [{ start: token.start, end: token.start, text: 'unread' }],
      isGuess: true,
    };
  }
  return undefined;
}

/** Two values side by side, as in `if (n 1)`. */
export function operatorMissing(place: Place, { purpose }: Fault): Answer | undefined {
  const inHead =
    purpose === 'after the condition' ||
    purpose === 'to close the parenthesis' ||
    purpose === 'after the head of the loop' ||
    purpose === 'after the array' ||
    purpose === 'after the condition of the loop';
  if (!inHead || !place.onLine() || !place.isOperand()) return undefined;
  const message = `Expected an operator, such as == or +, before ${describe(place.token)}.`;
  const { start } = place.token;
  return {
    code: 'expected-operator',
    message,
    span: place.token,
    repair: [{ start, end: start, text: '+ ' }],
    isGuess: true,
  };
}

/** Before those about the statement that was read as the body. */
export const jointRules: Rules = [{ codes: ['expected-expression', 'unexpected'], rule: goesOn }];

export const conditionRules: Rules = [
  { codes: ['expected'], rule: missing },
  { codes: ['expected-expression'], rule: inside },
];
