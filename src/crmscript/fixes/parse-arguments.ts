import type { Expression } from '../syntax/ast.ts';
import { parseExpression } from './parse-expression.ts';
import { beginsOperand } from './missing-piece.ts';
import { beginsStatement } from './recover.ts';
import { describe, type TokenStream } from './token-stream.ts';

// arguments := "(" [ expression { "," expression } ] ")"
export function parseArguments(tokens: TokenStream): Expression[] {
  tokens.next();
  const args: Expression[] = [];
  while (!tokens.is(')') && !tokens.atEnd) {
    if (tokens.is(',')) {
      dropComma(tokens);
      continue;
    }
    if (reportLambda(tokens)) break;
    args.push(parseExpression(tokens));
    if (tokens.panicking) break;
    if (joinHere(tokens)) tokens.distrust();
    if (tokens.is(';') && replaceSemicolon(tokens)) continue;
    if (tokens.is(',')) {
      tokens.next();
      if (tokens.is(')')) dropComma(tokens, 1);
    } else if (!anotherFollows(tokens)) {
      break;
    }
  }
  closeArguments(tokens);
  return args;
}

/** `f(a; b)` */
function replaceSemicolon(tokens: TokenStream): boolean {
  const { text } = tokens.peek(2);
  if (!beginsOperand(tokens, 1) || (text !== ')' && text !== ',')) return false;
  const { start, end } = tokens.current;
  const fix = { label: 'Write ","', start, end, text: ',' };
  tokens.complain('expected', 'Arguments are separated by ",".', tokens.current, fix);
  tokens.next();
  return true;
}

function joinHere(tokens: TokenStream): boolean {
  const found = tokens.current;
  if (found.kind === 'operator') return false;
  const last = tokens.previous();
  if (found.line !== last.line) return false;
  if (isDoubledQuote(tokens)) return escapeDoubled(tokens);
  if (found.kind !== 'string' || last.kind !== 'string') return joinInstead(tokens);
  tokens.complain('expected', 'Between two texts stands "+" to join them, or "," for two arguments.', found);
  while (tokens.current.kind === 'string') parseExpression(tokens);
  return true;
}

/** A comma with nothing before or behind it. */
function dropComma(tokens: TokenStream, back = 0): void {
  const comma = back === 0 ? tokens.current : tokens.previous();
  const fix = { label: 'Remove ","', start: comma.start, end: comma.end, text: '' };
  const span = back === 0 ? comma : tokens.current;
  const message =
    back === 0
      ? `Expected an expression, but found ${describe(comma)}.`
      : 'Expected another argument after the comma.';
  tokens.complain('expected-expression', message, span, fix);
  tokens.distrust();
  if (back === 0) tokens.next();
}

/** The next argument begins without a comma, or a text without a `+`; what is missing has been reported. */
function anotherFollows(tokens: TokenStream): boolean {
  const found = tokens.current;
  if (found.line !== tokens.previous().line || !beginsOperand(tokens)) return false;
  if (found.kind === 'name' && tokens.previous().kind === 'name' && quoteWords(tokens)) return false;
  if (pointIsMissing(tokens)) return true;
  const message = `Expected "," between two arguments, but found ${describe(found)}.`;
  tokens.complain('expected', message, found, tokens.insertion(','));
  tokens.distrust();
  return true;
}

/** `f().g()` without its second point. */
function pointIsMissing(tokens: TokenStream): boolean {
  const [last, found] = [tokens.previous(), tokens.current];
  if (last.text !== ')' || found.start !== last.end || found.kind !== 'name') return false;
  tokens.complain('expected', `Expected "." before ${describe(found)}.`, found, tokens.insertion('.'));
  tokens.distrust();
  return true;
}

/** Two texts, or a text and a name, side by side: a `+` is missing. Reads what should have been joined. */
export function joinInstead(tokens: TokenStream): boolean {
  const last = tokens.previous();
  const found = tokens.current;
  if (isDoubledQuote(tokens)) return escapeDoubled(tokens);
  const text = last.kind === 'string' || found.kind === 'string';
  const value = last.kind === 'name' || last.kind === 'string' || last.text === ')';
  const called = last.kind === 'name' && tokens.position - tokens.statementStart === 1;
  if (!text || !value || called || !beginsOperand(tokens) || beginsStatement(tokens)) return false;
  // Behind a type and a name it is the = that is missing.
  const declares = tokens.previous(2).kind === 'name' && tokens.position - tokens.statementStart === 2;
  if (declares) return false;
  if (last.kind === 'string' && found.kind === 'name' && found.start === last.end)
    return escapeInside(tokens);
  let joined = '';
  const sameLine = (): boolean => tokens.current.line === found.line && beginsOperand(tokens);
  do {
    const part = parseExpression(tokens);
    joined += ` + ${tokens.slice(part.span, part.span)}`;
  } while (sameLine() && !tokens.panicking);
  const fix = { label: 'Add "+"', start: last.end, end: tokens.previous().end, text: joined };
  tokens.complain('missing-plus', 'Two texts are joined by a "+" between them.', found, fix);
  tokens.distrust();
  return true;
}

/** `'it''s'`: two texts that touch each other. */
function isDoubledQuote(tokens: TokenStream): boolean {
  const [last, found] = [tokens.previous(), tokens.current];
  const quote = tokens.source.charAt(found.start);
  const both = last.kind === 'string' && found.kind === 'string' && found.start === last.end;
  return both && (quote === '"' || quote === "'") && tokens.source.charAt(last.start) === quote;
}

function escapeDoubled(tokens: TokenStream): boolean {
  const first = tokens.previous();
  const quote = tokens.source.charAt(first.start);
  while (isDoubledQuote(tokens)) tokens.next();
  const { end } = tokens.previous();
  const inside = tokens.source.slice(first.start + 1, end - 1).replaceAll(quote + quote, `\\${quote}`);
  const fix = { label: 'Escape the quotes', start: first.start, end, text: quote + inside + quote };
  tokens.complain('quotes', `A quote inside a text is written \\${quote}.`, first, fix);
  return true;
}

/** `"He said "hi" twice"`: quotes in a text are written with a backslash. */
function escapeInside(tokens: TokenStream): boolean {
  const first = tokens.previous();
  const { line } = tokens.current;
  while (!tokens.atEnd && tokens.current.line === line && tokens.current.kind !== 'string') tokens.next();
  const last = tokens.current;
  const quote = tokens.source.charAt(first.start);
  const whole = last.kind === 'string' && last.line === line && (quote === '"' || quote === "'");
  const inside = tokens.source.slice(first.start + 1, last.end - 1).replaceAll(quote, `\\${quote}`);
  const fix = { label: 'Escape the quotes', start: first.start, end: last.end, text: quote + inside + quote };
  const message = `The text ends here. A quote inside it is written \\${quote}.`;
  tokens.report('quotes', message, tokens.at(tokens.position - 1), whole ? fix : undefined);
  if (whole) tokens.next();
  return true;
}

/** `print(hello world)`: words that should be a text. */
function quoteWords(tokens: TokenStream): boolean {
  const first = tokens.previous();
  let ahead = 0;
  while (tokens.peek(ahead).kind === 'name' && ahead < 40) ahead += 1;
  if (tokens.peek(ahead).text !== ')' || ahead === 0) return false;
  for (let taken = 0; taken < ahead; taken++) tokens.next();
  const words = tokens.slice(first, tokens.previous());
  const fix = {
    label: 'Put it into quotes',
    start: first.start,
    end: tokens.previous().end,
    text: `"${words}"`,
  };
  tokens.report('expected', `Text stands in quotes: "${words}".`, first, fix);
  return true;
}

/** A function as a value, whose arrow stands `ahead`. */
export function reportLambda(tokens: TokenStream, ahead = 1): boolean {
  if (ahead === 1 && tokens.current.kind !== 'name') return false;
  if (tokens.peek(ahead).text !== '=>') return false;
  const message = 'CRMScript has no functions as values. Write a loop, or a function with a name.';
  tokens.report('not-crmscript', message, tokens.current);
  return true;
}

function closeArguments(tokens: TokenStream): void {
  if (tokens.accept(')') || tokens.panicking) return;
  const found = tokens.current;
  const message = `Expected ")" after the arguments, but found ${describe(found)}.`;
  const moved = found.line !== tokens.previous().line || found.kind === 'end';
  const ends = moved && !(found.kind === 'operator' && '{.+-*/'.includes(found.text));
  if (!ends) {
    tokens.complain('expected', message, tokens.gap(), tokens.insertion(')'));
    return;
  }
  // The line ends here: then so does the statement, most likely.
  const empty = tokens.previous().text === '(';
  tokens.report('expected', message, tokens.gap(), empty ? undefined : tokens.insertion(');'));
  tokens.recover();
  tokens.closed = tokens.position;
}
