import { describe, type FaultSite } from '../fault-site.ts';
import type { Answer, Fault, Rules } from '../rule.ts';

/* Arguments and texts side by side. */

const inCall =
  (rule: (site: FaultSite, fault: Fault) => Answer | undefined) => (site: FaultSite, fault: Fault) =>
    fault.code === 'unexpected' || fault.purpose === 'after the arguments' ? rule(site, fault) : undefined;

/** `'it''s'`: texts that touch each other. */
function doubledQuote(site: FaultSite): Answer | undefined {
  const { previous: first, index } = site;
  if (!touches(site, index)) return undefined;
  let past = index;
  while (touches(site, past)) past += 1;
  const { end } = site.at(past - 1);
  const quote = site.source.charAt(first.start);
  const inside = site.source.slice(first.start + 1, end - 1).replaceAll(quote + quote, `\\${quote}`);
  const fix = { label: 'Escape the quotes', start: first.start, end, text: quote + inside + quote };
  return {
    code: 'quotes',
    message: `A quote inside a text is written \\${quote}.`,
    span: first,
    fix,
    isGuess: true,
  };
}

function touches(site: FaultSite, index: number): boolean {
  const [last, found] = [site.at(index - 1), site.at(index)];
  const quote = site.source.charAt(found.start);
  const both = last.kind === 'string' && found.kind === 'string' && found.start === last.end;
  return both && (quote === '"' || quote === "'") && site.source.charAt(last.start) === quote;
}

/** `"He said "hi" twice"`: quotes in a text are written with a backslash. */
function quoteInside(site: FaultSite): Answer | undefined {
  const { previous: first, token, index } = site;
  if (first.kind !== 'string' || token.kind !== 'name' || token.start !== first.end) return undefined;
  let at = index;
  while (site.at(at).kind !== 'end' && site.at(at).line === token.line && site.at(at).kind !== 'string')
    at += 1;
  const last = site.at(at);
  const quote = site.source.charAt(first.start);
  const isWhole = last.kind === 'string' && last.line === token.line && (quote === '"' || quote === "'");
  const message = `The text ends here. A quote inside it is written \\${quote}.`;
  const found = { code: 'quotes', message, span: site.at(at - 1), isGuess: true } as const;
  if (!isWhole) return found;
  const inside = site.source.slice(first.start + 1, last.end - 1).replaceAll(quote, `\\${quote}`);
  return {
    ...found,
    fix: { label: 'Escape the quotes', start: first.start, end: last.end, text: quote + inside + quote },
  };
}

/** Two texts, or a text and a name, side by side: a `+` is missing. */
function plus(site: FaultSite): Answer | undefined {
  const { previous: last, token: found, index, first } = site;
  const isText = last.kind === 'string' || found.kind === 'string';
  const isValue = last.kind === 'name' || last.kind === 'string' || last.text === ')';
  const isCommand = last.kind === 'name' && index - first === 1;
  if (!site.onLine() || !isText || !isValue || isCommand || !site.isOperand()) return undefined;
  // Behind a type and a name it is the = that is missing.
  if (site.isName(index - 2) && index - first === 2) return undefined;
  if (last.kind === 'string' && found.kind === 'string') {
    const message = 'Between two texts stands "+" to join them, or "," for two arguments.';
    if (isInCall(site))
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
  while (site.at(at).line === found.line && site.isOperand(at)) {
    const part = site.expression(at);
    if (part === undefined) break;
    joined += ` + ${site.written(at, part.past)}`;
    repair.push({ start: site.at(at).start, end: site.at(at).start, text: '+ ' });
    at = part.past;
  }
  const fix = { label: 'Add "+"', start: last.end, end: site.at(at - 1).end, text: joined };
  const message = 'Two texts are joined by a "+" between them.';
  return { code: 'missing-plus', message, span: found, fix, repair, isGuess: true };
}

function isInCall(site: FaultSite): boolean {
  let depth = 0;
  for (let at = site.index - 1; at >= site.first; at--) {
    if (site.is(')', at)) depth += 1;
    if (site.is('(', at)) depth -= 1;
    if (depth < 0) return site.isName(at - 1);
  }
  return false;
}

/** `print(hello world)`: words that should be a text. */
function words(site: FaultSite): Answer | undefined {
  const { previous: first, index } = site;
  if (!site.isName() || first.kind !== 'name' || !site.onLine()) return undefined;
  let at = index;
  while (site.isName(at) && at < index + 40) at += 1;
  if (!site.is(')', at)) return undefined;
  const text = site.written(index - 1, at);
  const fix = site.writing(`"${text}"`, index - 1, at, 'Put it into quotes');
  return { code: 'expected', message: `Text stands in quotes: "${text}".`, span: first, fix, isGuess: true };
}

/** `f().g()` without its second point. */
function point(site: FaultSite): Answer | undefined {
  const { previous: last, token: found } = site;
  if (last.text !== ')' || found.start !== last.end || found.kind !== 'name') return undefined;
  return {
    code: 'expected',
    message: `Expected "." before ${describe(found)}.`,
    span: found,
    fix: site.adding('.'),
    isGuess: true,
  };
}

/** Two arguments without a comma, or with a semicolon. */
function comma(site: FaultSite): Answer | undefined {
  const { token, index } = site;
  const behind = site.at(index + 2).text;
  if (token.text === ';' && site.isOperand(index + 1) && (behind === ')' || behind === ',')) {
    return {
      code: 'expected',
      message: 'Arguments are separated by ",".',
      span: token,
      fix: site.writing(','),
    };
  }
  if (!site.onLine() || !site.isOperand()) return undefined;
  const message = `Expected "," between two arguments, but found ${describe(token)}.`;
  return { code: 'expected', message, span: token, fix: site.adding(','), isGuess: true };
}

/** A comma with nothing before or behind it. */
function emptyArgument(site: FaultSite): Answer | undefined {
  const { token, previous, index } = site;
  if (token.text === ')' && previous.text === ',') {
    const message = 'Expected another argument after the comma.';
    return {
      code: 'expected-expression',
      message,
      span: token,
      fix: { ...site.removing(index - 1) },
      isGuess: true,
    };
  }
  if (token.text !== ',' || !/^[(,]$/.test(previous.text)) return undefined;
  return { fix: site.removing(), isGuess: true };
}

/** The parenthesis that closes the arguments. */
function close(site: FaultSite): Answer {
  const { token: found, previous } = site;
  const moved = found.line !== previous.line || found.kind === 'end';
  const ends = moved && !(found.kind === 'operator' && '{.+-*/'.includes(found.text));
  if (!ends) return { fix: site.adding(')') };
  // The line ends here: then so does the statement, most likely.
  return { fix: site.adding(');'), isGuess: true };
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
