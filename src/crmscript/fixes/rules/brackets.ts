import { beginners } from '../../syntax/recover.ts';
import { describe, type FaultSite } from '../fault-site.ts';
import type { Answer, Fault, Rules } from '../rule.ts';

/* Brackets, semicolons and points that are missing, or stand where nothing needs them. */

/** `a[0.toString()`: the bracket was meant to close behind the number. */
function numberMethod(site: FaultSite, { span }: Fault): Answer {
  const { index } = site;
  const point = index - 1;
  const number = site.at(point - 1);
  if (site.is('[', point - 2) && number.kind === 'integer') {
    const found = site.at(point);
    const fix = { label: 'Add "]"', start: number.end, end: number.end, text: ']' };
    return {
      code: 'expected',
      message: `Expected "]" after the index, but found ${describe(found)}.`,
      span: found,
      fix,
    };
  }
  const written = site.slice(span, span);
  const fix = {
    label: 'Put the number into parentheses',
    start: span.start,
    end: span.end,
    text: `(${written})`,
  };
  const message = `A method cannot be called on a written number. Write (${written}).${site.token.text}().`;
  return { message, fix };
}

/** `Integer[ a;` was going to be a declaration. */
function openType(site: FaultSite, { purpose }: Fault): Answer | undefined {
  if (
    purpose !== 'after the index' ||
    !site.is(';') ||
    site.index - site.first !== 3 ||
    !site.is('[', site.first + 1)
  )
    return undefined;
  const { end } = site.at(site.first + 1);
  const fix = { label: 'Add "]"', start: end, end, text: ']' };
  return {
    code: 'expected',
    message: 'Expected "]" after the "[" of the type.',
    span: site.previous,
    fix,
    isGuess: true,
  };
}

/** A text that the grammar needs here. */
function missing(site: FaultSite, { params }: Fault): Answer | undefined {
  const wanted = params?.['wanted'];
  if (typeof wanted !== 'string') return undefined;
  return { fix: site.adding(wanted) };
}

/** A bracket that closes nothing. */
function stray(site: FaultSite, { code }: Fault): Answer | undefined {
  const { token, previous, index } = site;
  if (token.kind !== 'operator' || (token.text !== ')' && token.text !== ']')) return undefined;
  // Behind another bracket it is one too many; else the one that opens it is missing somewhere.
  const isHead = index === site.first && previous.text === ')';
  if (code === 'expected-expression' && !isHead) return undefined;
  const doubled = isHead || previous.text === ')' || (token.text === ']' && previous.kind !== 'name');
  const removal = site.removing();
  const found = {
    code: 'stray-bracket',
    message: `This "${token.text}" closes nothing.`,
    span: token,
    isGuess: !isHead,
  } as const;
  return doubled ? { ...found, fix: removal } : { ...found, repair: [removal] };
}

/** The statement ends, and another one begins on its line. */
function semicolon(site: FaultSite, { code, message }: Fault): Answer | undefined {
  if (code === 'missing-semicolon') return { fix: site.adding(';') };
  const what = /^(.*) should end here/.exec(message)?.[1];
  if (what === undefined || !beginsOther(site)) return undefined;
  const { previous } = site;
  const span = { ...previous, start: previous.end, column: previous.column + previous.end - previous.start };
  const subject = what.charAt(0).toLowerCase() + what.slice(1);
  return {
    code: 'missing-semicolon',
    message: `Expected ";" at the end of ${subject}.`,
    span,
    fix: site.adding(';'),
  };
}

/** A declaration, a statement of a word of the language, or something that is done: `name(`, `name =` or `name.`. */
function beginsOther(site: FaultSite): boolean {
  const { token, index } = site;
  if (token.kind === 'keyword') return beginners.has(token.text);
  if (token.kind !== 'name') return false;
  const { kind, text } = site.at(index + 1);
  if (kind === 'name') return true;
  return kind === 'operator' && ['(', '=', '.', '++', '--', '+=', '['].includes(text);
}

/** `1 + * 2` and `"a".)` */
function doubled(site: FaultSite, { code }: Fault): Answer | undefined {
  const { token, previous, index } = site;
  if (code === 'expected-name') {
    if (previous.text !== '.' || token.kind === 'name') return undefined;
    if (token.kind === 'string') {
      const fix = site.writing('+', index - 1);
      return {
        code: 'not-crmscript',
        message: 'Texts are joined with "+".',
        span: previous,
        fix,
        isGuess: true,
      };
    }
    const isAlone = token.kind === 'operator' && token.text !== '(';
    return isAlone ? { fix: { ...site.removing(index - 1) }, isGuess: true } : undefined;
  }
  const isDoubled =
    previous.kind === 'operator' &&
    '+-*/%'.includes(previous.text) &&
    token.kind === 'operator' &&
    '+-*/%'.includes(token.text);
  const goesOn = site.at(index + 1).line === token.line && site.at(index + 1).kind !== 'operator';
  if (!isDoubled || !goesOn) return undefined;
  const fix = { label: `Remove "${previous.text}"`, start: previous.start, end: token.start, text: '' };
  return { fix, isGuess: true };
}

/** `print(`: nothing is there, and the parenthesis is missing too. */
function emptyCall(site: FaultSite): Answer | undefined {
  const { token, previous, index } = site;
  if (previous.text !== '(' || !site.isName(index - 2)) return undefined;
  const moved = token.line !== previous.line || token.kind === 'end';
  if (!moved && token.text !== ';' && token.text !== '{') return undefined;
  const message = `Expected ")" after the arguments, but found ${describe(token)}.`;
  const span =
    token.line === previous.line ? token : { ...previous, start: previous.end, column: previous.column + 1 };
  const closing = { label: 'Add ")"', start: previous.end, end: previous.end, text: ')' };
  const found = { code: 'expected', message, span, isGuess: true } as const;
  if (!moved) return { ...found, fix: closing };
  return { ...found, repair: [{ ...closing, text: ');' }] };
}

/** Something else stands in the place of a value: what is around it can be read all the same. */
function value(site: FaultSite): Answer | undefined {
  const { token, index, first } = site;
  if (index === first || token.kind === 'bad' || token.kind === 'foreign') return undefined;
  return { repair: [{ start: token.start, end: token.start, text: ' unread ' }], isGuess: true };
}

export const bracketRules: Rules = [
  { codes: ['number-method'], rule: numberMethod },
  { codes: ['expected'], rule: openType },
  { codes: ['expected-expression', 'expected-name'], rule: doubled },
  { codes: ['expected-expression'], rule: emptyCall },
  { codes: ['unexpected', 'missing-semicolon', 'expected-expression'], rule: stray },
  { codes: ['unexpected', 'missing-semicolon'], rule: semicolon },
  { codes: ['expected'], rule: missing },
  { codes: ['expected-expression'], rule: value },
];
