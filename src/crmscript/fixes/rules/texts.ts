import { describe, type Place } from '../place.ts';
import type { Answer, Fault, Rules } from '../rule.ts';

/* Arguments and texts side by side. */

const inCall = (rule: (place: Place, fault: Fault) => Answer | undefined) => (place: Place, fault: Fault) =>
  fault.code === 'unexpected' || fault.purpose === 'after the arguments' ? rule(place, fault) : undefined;

/** `'it''s'`: texts that touch each other. */
function doubledQuote(place: Place): Answer | undefined {
  const { previous: first, index } = place;
  if (!touches(place, index)) return undefined;
  let past = index;
  while (touches(place, past)) past += 1;
  const { end } = place.at(past - 1);
  const quote = place.source.charAt(first.start);
  const inside = place.source.slice(first.start + 1, end - 1).replaceAll(quote + quote, `\\${quote}`);
  const fix = { label: 'Escape the quotes', start: first.start, end, text: quote + inside + quote };
  return {
    code: 'quotes',
    message: `A quote inside a text is written \\${quote}.`,
    span: first,
    fix,
    isGuess: true,
  };
}

function touches(place: Place, index: number): boolean {
  const [last, found] = [place.at(index - 1), place.at(index)];
  const quote = place.source.charAt(found.start);
  const both = last.kind === 'string' && found.kind === 'string' && found.start === last.end;
  return both && (quote === '"' || quote === "'") && place.source.charAt(last.start) === quote;
}

/** `"He said "hi" twice"`: quotes in a text are written with a backslash. */
function quoteInside(place: Place): Answer | undefined {
  const { previous: first, token, index } = place;
  if (first.kind !== 'string' || token.kind !== 'name' || token.start !== first.end) return undefined;
  let at = index;
  while (place.at(at).kind !== 'end' && place.at(at).line === token.line && place.at(at).kind !== 'string')
    at += 1;
  const last = place.at(at);
  const quote = place.source.charAt(first.start);
  const isWhole = last.kind === 'string' && last.line === token.line && (quote === '"' || quote === "'");
  const message = `The text ends here. A quote inside it is written \\${quote}.`;
  const found = { code: 'quotes', message, span: place.at(at - 1), isGuess: true } as const;
  if (!isWhole) return found;
  const inside = place.source.slice(first.start + 1, last.end - 1).replaceAll(quote, `\\${quote}`);
  return {
    ...found,
    fix: { label: 'Escape the quotes', start: first.start, end: last.end, text: quote + inside + quote },
  };
}

/** Two texts, or a text and a name, side by side: a `+` is missing. */
function plus(place: Place): Answer | undefined {
  const { previous: last, token: found, index, first } = place;
  const isText = last.kind === 'string' || found.kind === 'string';
  const isValue = last.kind === 'name' || last.kind === 'string' || last.text === ')';
  const isCommand = last.kind === 'name' && index - first === 1;
  if (!place.onLine() || !isText || !isValue || isCommand || !place.isOperand()) return undefined;
  // Behind a type and a name it is the = that is missing.
  if (place.isName(index - 2) && index - first === 2) return undefined;
  if (last.kind === 'string' && found.kind === 'string') {
    const message = 'Between two texts stands "+" to join them, or "," for two arguments.';
    if (isInCall(place))
      return {
        code: 'expected',
        message,
        span: found,
        repair: [{ start: found.start, end: found.start, text: '+ ' }],
        isGuess: true,
      };
  }
  const repair = [];
  let joined = '';
  let at = index;
  while (place.at(at).line === found.line && place.isOperand(at)) {
    const part = place.expression(at);
    if (part === undefined) break;
    joined += ` + ${place.written(at, part.past)}`;
    repair.push({ start: place.at(at).start, end: place.at(at).start, text: '+ ' });
    at = part.past;
  }
  const fix = { label: 'Add "+"', start: last.end, end: place.at(at - 1).end, text: joined };
  const message = 'Two texts are joined by a "+" between them.';
  return { code: 'missing-plus', message, span: found, fix, repair, isGuess: true };
}

function isInCall(place: Place): boolean {
  let depth = 0;
  for (let at = place.index - 1; at >= place.first; at--) {
    if (place.is(')', at)) depth += 1;
    if (place.is('(', at)) depth -= 1;
    if (depth < 0) return place.isName(at - 1);
  }
  return false;
}

/** `print(hello world)`: words that should be a text. */
function words(place: Place): Answer | undefined {
  const { previous: first, index } = place;
  if (!place.isName() || first.kind !== 'name' || !place.onLine()) return undefined;
  let at = index;
  while (place.isName(at) && at < index + 40) at += 1;
  if (!place.is(')', at)) return undefined;
  const text = place.written(index - 1, at);
  const fix = place.writing(`"${text}"`, index - 1, at, 'Put it into quotes');
  return { code: 'expected', message: `Text stands in quotes: "${text}".`, span: first, fix, isGuess: true };
}

/** `f().g()` without its second point. */
function point(place: Place): Answer | undefined {
  const { previous: last, token: found } = place;
  if (last.text !== ')' || found.start !== last.end || found.kind !== 'name') return undefined;
  return {
    code: 'expected',
    message: `Expected "." before ${describe(found)}.`,
    span: found,
    fix: place.adding('.'),
    isGuess: true,
  };
}

/** Two arguments without a comma, or with a semicolon. */
function comma(place: Place): Answer | undefined {
  const { token, index } = place;
  const behind = place.at(index + 2).text;
  if (token.text === ';' && place.isOperand(index + 1) && (behind === ')' || behind === ',')) {
    return {
      code: 'expected',
      message: 'Arguments are separated by ",".',
      span: token,
      fix: place.writing(','),
    };
  }
  if (!place.onLine() || !place.isOperand()) return undefined;
  const message = `Expected "," between two arguments, but found ${describe(token)}.`;
  return { code: 'expected', message, span: token, fix: place.adding(','), isGuess: true };
}

/** A comma with nothing before or behind it. */
function emptyArgument(place: Place): Answer | undefined {
  const { token, previous, index } = place;
  if (token.text === ')' && previous.text === ',') {
    const message = 'Expected another argument after the comma.';
    return {
      code: 'expected-expression',
      message,
      span: token,
      fix: { ...place.removing(index - 1) },
      isGuess: true,
    };
  }
  if (token.text !== ',' || !/^[(,]$/.test(previous.text)) return undefined;
  return { fix: place.removing(), isGuess: true };
}

/** The parenthesis that closes the arguments. */
function close(place: Place): Answer {
  const { token: found, previous } = place;
  const moved = found.line !== previous.line || found.kind === 'end';
  const ends = moved && !(found.kind === 'operator' && '{.+-*/'.includes(found.text));
  if (!ends) return { fix: place.adding(')') };
  // The line ends here: then so does the statement, most likely.
  return { fix: place.adding(');'), isGuess: true };
}

const separators = ['unexpected', 'expected'] as const;

export const textRules: Rules = [
  { codes: separators, rule: inCall(doubledQuote) },
  { codes: separators, rule: inCall(quoteInside) },
  { codes: separators, rule: inCall(plus) },
  { codes: ['expected'], rule: inCall(words) },
  { codes: ['expected'], rule: inCall(point) },
  { codes: ['expected'], rule: inCall(comma) },
  { codes: ['expected-expression'], rule: emptyArgument },
  { codes: ['expected'], rule: inCall(close) },
];
