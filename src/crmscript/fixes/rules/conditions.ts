import type { Edit } from '../edited-text.ts';
import { describe, type FaultSite } from '../fault-site.ts';
import type { Answer, Fault, Rules } from '../rule.ts';
import type { Token } from '../../syntax/token.ts';
import { operatorHere } from './operators.ts';

/* Heads of `if` and `while`: parentheses and operators that are left out. */

const joints: ReadonlySet<string> = new Set(['&&', '||', '==', '!=', '<', '>', '<=', '>=']);

/** `if a == 1 {` and `if (a) && (b) {`: the condition does not stand in parentheses. */
function bare(site: FaultSite, word: number): Answer | undefined {
  const from = word + 1;
  const past = endOfCondition(site, from);
  if (past <= from) return undefined;
  const compared = comparisons(site, from, past);
  const written = writtenHere(site, from, past, compared);
  const isHalf = site.is(')', past) && written === site.written(from, past) && !isThen(site, past + 1);
  const closes = site.is(')', past) ? past + 1 : past;
  const end = isThen(site, closes) ? closes + 1 : closes;
  const { start } = site.at(from);
  const fix = isHalf
    ? { label: 'Add "("', start, end: start, text: '(' }
    : { label: 'Add parentheses', start, end: site.at(end - 1).end, text: `(${written})` };
  const how = compared.size === 0 ? 'stands in parentheses' : 'stands in parentheses and compares with ==';
  const { text } = site.at(word);
  const message = `The condition after "${text}" ${how}: ${text} (${written}).`;
  const repair: Edit[] = isHalf
    ? [fix]
    : [
        ...edits(site, from, past, compared),
        { start: site.at(past - 1).end, end: site.at(end - 1).end, text: ')' },
      ];
  return { code: 'expected', message, span: site.at(from), fix, repair, isGuess: true, isOfItsOwn: true };
}

const isThen = (site: FaultSite, index: number): boolean => {
  const { kind, text } = site.at(index);
  const goesOn = site.at(index + 1).kind === 'operator' && !site.is('{', index + 1);
  return kind === 'name' && text.toLowerCase() === 'then' && !goesOn;
};

/** Before what the condition governs: a brace, `then`, a parenthesis that closes nothing, or another statement. */
function endOfCondition(site: FaultSite, from: number): number {
  let depth = 0;
  for (let at = from; at < from + 400; at++) {
    const { kind, text, line } = site.at(at);
    if (kind === 'end' || text === '{' || text === '}' || text === ';') return at;
    if (depth === 0 && at > from && (isThen(site, at) || line !== site.at(at - 1).line)) return at;
    if (depth === 0 && at > from && endsOperand(site.at(at - 1)) && beginsStatement(site, at)) return at;
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
const beginsStatement = (site: FaultSite, index: number): boolean => {
  const token = site.at(index);
  if (token.kind === 'keyword') return !['true', 'false', 'this'].includes(token.text);
  return (
    token.kind === 'name' &&
    operatorHere(token) === undefined &&
    operatorHere(site.at(index - 1)) === undefined &&
    site.at(index - 1).text.toLowerCase() !== 'not'
  );
};

/** Where the places of `=` are that `==` is meant by: a call's answer may well be kept. */
function comparisons(site: FaultSite, from: number, past: number): ReadonlySet<number> {
  const found = new Set<number>();
  for (let at = from; at < past; at++) {
    if (!site.is('=', at)) continue;
    const value = site.expression(at + 1)?.node.kind;
    if (value !== 'call' && value !== 'methodCall') found.add(at);
  }
  return found;
}

/** The condition with the operators of this language. */
function writtenHere(site: FaultSite, from: number, past: number, compared: ReadonlySet<number>): string {
  const { start } = site.at(from);
  const { end } = site.at(past - 1);
  let text = '';
  let at = start;
  for (const edit of replacements(site, from, past, compared)) {
    text += site.source.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + site.source.slice(at, end);
}

function edits(site: FaultSite, from: number, past: number, compared: ReadonlySet<number>): Edit[] {
  const { start } = site.at(from);
  return [{ start, end: start, text: '(' }, ...replacements(site, from, past, compared)];
}

function* replacements(
  site: FaultSite,
  from: number,
  past: number,
  compared: ReadonlySet<number>,
): Generator<Edit> {
  for (let index = from; index < past; index++) {
    const token = site.at(index);
    const isNot =
      token.kind === 'name' &&
      token.text.toLowerCase() === 'not' &&
      (index === from ||
        !endsOperand(site.at(index - 1)) ||
        operatorHere(site.at(index - 1)) !== undefined) &&
      index + 1 < past;
    const here = compared.has(index)
      ? '=='
      : isNot
        ? '!'
        : isOperand(site, index, from)
          ? undefined
          : operatorHere(token);
    if (here === undefined || token.text === '|') continue;
    yield { start: token.start, end: isNot ? site.at(index + 1).start : token.end, text: here };
  }
}

/** A name such as `mod` where a value stands. */
const isOperand = (site: FaultSite, index: number, from: number): boolean =>
  site.isName(index) && (index === from || !endsOperand(site.at(index - 1)) || site.is('.', index - 1));

function missing(site: FaultSite, { purpose }: Fault): Answer | undefined {
  const word = purpose === 'after "if"' ? 'if' : purpose === 'after "while"' ? 'while' : undefined;
  if (word === undefined) return undefined;
  if (site.is('{') || site.is(';') || site.token.kind === 'end') {
    const message = `Expected a condition in parentheses after "${word}".`;
    const at = site.previous.end;
    return { message, code: 'expected', repair: [{ start: at, end: at, text: ' (unread)' }], isGuess: true };
  }
  const found = bare(site, site.index - 1);
  return (
    found ?? {
      code: 'expected-expression',
      message: `Expected an expression, but found ${describe(site.token)}.`,
    }
  );
}

/** `if (a) && (b) {`, `if (a) or (b) {`: what was read as the body goes on with the condition. */
function goesOn(site: FaultSite): Answer | undefined {
  const { first } = site;
  const joint = site.at(first);
  const close = first - 1;
  const here = joint.kind === 'operator' ? joint.text : operatorHere(joint);
  if (!site.is(')', close) || !joints.has(here ?? '')) return undefined;
  let depth = 0;
  for (let at = close; at >= 0 && close - at < 400; at--) {
    if (site.is(')', at)) depth += 1;
    if (site.is('(', at)) depth -= 1;
    if (depth > 0) continue;
    return site.is('if', at - 1) || site.is('while', at - 1) ? bare(site, at - 1) : undefined;
  }
  return undefined;
}

/** `if () {` and `if (n 1) {` */
function inside(site: FaultSite): Answer | undefined {
  const { token, previous, index } = site;
  if (token.text === ')' && previous.text === '(' && /^(if|while)$/.test(site.at(index - 2).text)) {
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
export function operatorMissing(site: FaultSite, { purpose }: Fault): Answer | undefined {
  const inHead =
    purpose === 'after the condition' ||
    purpose === 'to close the parenthesis' ||
    purpose === 'after the head of the loop' ||
    purpose === 'after the array' ||
    purpose === 'after the condition of the loop';
  if (!inHead || !site.onLine() || !site.isOperand()) return undefined;
  const message = `Expected an operator, such as == or +, before ${describe(site.token)}.`;
  const { start } = site.token;
  return {
    code: 'expected-operator',
    message,
    span: site.token,
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
