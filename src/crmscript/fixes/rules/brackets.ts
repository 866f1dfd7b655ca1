import { beginners } from '../../syntax/recover.ts';
import { describe, type Place } from '../place.ts';
import type { Answer, Fault, Rules } from '../rule.ts';

/* Brackets, semicolons and points that are missing, or stand where nothing needs them. */

/** `a[0.toString()`: the bracket was meant to close behind the number. */
function numberMethod(place: Place, { span }: Fault): Answer {
  const { index } = place;
  const point = index - 1;
  const number = place.at(point - 1);
  if (place.is('[', point - 2) && number.kind === 'integer') {
    const found = place.at(point);
    const fix = { label: 'Add "]"', start: number.end, end: number.end, text: ']' };
    return {
      code: 'expected',
      message: `Expected "]" after the index, but found ${describe(found)}.`,
      span: found,
      fix,
    };
  }
  const written = place.slice(span, span);
  const fix = {
    label: 'Put the number into parentheses',
    start: span.start,
    end: span.end,
    text: `(${written})`,
  };
  const message = `A method cannot be called on a written number. Write (${written}).${place.token.text}().`;
  return { message, fix };
}

/** `Integer[ a;` was going to be a declaration. */
function openType(place: Place, { purpose }: Fault): Answer | undefined {
  if (
    purpose !== 'after the index' ||
    !place.is(';') ||
    place.index - place.first !== 3 ||
    !place.is('[', place.first + 1)
  )
    return undefined;
  const { end } = place.at(place.first + 1);
  const fix = { label: 'Add "]"', start: end, end, text: ']' };
  return {
    code: 'expected',
    message: 'Expected "]" after the "[" of the type.',
    span: place.previous,
    fix,
    isGuess: true,
  };
}

/** A text that the grammar needs here. */
function missing(place: Place, { params }: Fault): Answer | undefined {
  const wanted = params?.['wanted'];
  if (typeof wanted !== 'string') return undefined;
  return { fix: place.adding(wanted) };
}

/** A bracket that closes nothing. */
function stray(place: Place, { code }: Fault): Answer | undefined {
  const { token, previous, index } = place;
  if (token.kind !== 'operator' || (token.text !== ')' && token.text !== ']')) return undefined;
  // Behind another bracket it is one too many; else the one that opens it is missing somewhere.
  const isHead = index === place.first && previous.text === ')';
  if (code === 'expected-expression' && !isHead) return undefined;
  const doubled = isHead || previous.text === ')' || (token.text === ']' && previous.kind !== 'name');
  const removal = place.removing();
  const found = {
    code: 'stray-bracket',
    message: `This "${token.text}" closes nothing.`,
    span: token,
    isGuess: !isHead,
  } as const;
  return doubled ? { ...found, fix: removal } : { ...found, repair: [removal] };
}

/** The statement ends, and another one begins on its line. */
function semicolon(place: Place, { code, message }: Fault): Answer | undefined {
  if (code === 'missing-semicolon') return { fix: place.adding(';') };
  const what = /^(.*) should end here/.exec(message)?.[1];
  if (what === undefined || !beginsOther(place)) return undefined;
  const { previous } = place;
  const span = { ...previous, start: previous.end, column: previous.column + previous.end - previous.start };
  const subject = what.charAt(0).toLowerCase() + what.slice(1);
  return {
    code: 'missing-semicolon',
    message: `Expected ";" at the end of ${subject}.`,
    span,
    fix: place.adding(';'),
  };
}

/** A declaration, a statement of a word of the language, or something that is done: `name(`, `name =` or `name.`. */
function beginsOther(place: Place): boolean {
  const { token, index } = place;
  if (token.kind === 'keyword') return beginners.has(token.text);
  if (token.kind !== 'name') return false;
  const { kind, text } = place.at(index + 1);
  if (kind === 'name') return true;
  return kind === 'operator' && ['(', '=', '.', '++', '--', '+=', '['].includes(text);
}

/** `1 + * 2` and `"a".)` */
function doubled(place: Place, { code }: Fault): Answer | undefined {
  const { token, previous, index } = place;
  if (code === 'expected-name') {
    if (previous.text !== '.' || token.kind === 'name') return undefined;
    if (token.kind === 'string') {
      const fix = place.writing('+', index - 1);
      return {
        code: 'not-crmscript',
        message: 'Texts are joined with "+".',
        span: previous,
        fix,
        isGuess: true,
      };
    }
    const isAlone = token.kind === 'operator' && token.text !== '(';
    return isAlone ? { fix: { ...place.removing(index - 1) }, isGuess: true } : undefined;
  }
  const isDoubled =
    previous.kind === 'operator' &&
    '+-*/%'.includes(previous.text) &&
    token.kind === 'operator' &&
    '+-*/%'.includes(token.text);
  const goesOn = place.at(index + 1).line === token.line && place.at(index + 1).kind !== 'operator';
  if (!isDoubled || !goesOn) return undefined;
  const fix = { label: `Remove "${previous.text}"`, start: previous.start, end: token.start, text: '' };
  return { fix, isGuess: true };
}

/** `print(`: nothing is there, and the parenthesis is missing too. */
function emptyCall(place: Place): Answer | undefined {
  const { token, previous, index } = place;
  if (previous.text !== '(' || !place.isName(index - 2)) return undefined;
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
function value(place: Place): Answer | undefined {
  const { token, index, first } = place;
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
