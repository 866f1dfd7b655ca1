import type { Expression, Name } from '../syntax/ast.ts';
import { parseArguments, reportLambda } from './parse-arguments.ts';
import { dropTwin, isTwin, operatorIsMissing } from './missing-piece.ts';
import { missing, parseExpression } from './parse-expression.ts';
import { isInterpolated, parseInterpolation } from './parse-interpolation.ts';
import { isHole } from './judged.ts';
import { isCast, parseCast, parseList, parseNew } from './parse-foreign-expression.ts';
import type { Token } from '../syntax/token.ts';
import { describe, through, type TokenStream } from './token-stream.ts';

// postfix := primary { "." NAME [ arguments ] | "[" expression "]" | "++" | "--" }
export function parsePostfix(tokens: TokenStream): Expression {
  let expression = parsePrimary(tokens);
  let levels = 0;
  while (!isHole(expression)) {
    const part = parseSuffix(tokens, expression);
    if (part === undefined) break;
    levels += 1;
    if (!tokens.enter()) {
      tokens.leave(levels);
      return missing(tokens);
    }
    expression = part;
  }
  if (levels > 0) tokens.leave(levels);
  return expression;
}

function parseSuffix(tokens: TokenStream, object: Expression): Expression | undefined {
  const token = tokens.current;
  if (token.kind === 'foreign') return parseForeignPoint(tokens, token, object);
  if (token.kind !== 'operator') return undefined;
  switch (token.text) {
    case '.':
      return parseMember(tokens, object);
    case '[':
      return parseIndex(tokens, object);
    case '++':
    case '--':
      tokens.next();
      return { kind: 'step', operator: token.text, target: object, span: through(object.span, token) };
    default:
      return undefined;
  }
}

function parseMember(tokens: TokenStream, object: Expression): Expression | undefined {
  const last = tokens.previous();
  tokens.next();
  const written = object.kind === 'integer' || object.kind === 'long' || object.kind === 'float';
  if (written && last.kind === object.kind) {
    complainOfNumber(tokens, last);
  }
  const name = parseMemberName(tokens);
  if (name === undefined) return undefined;
  if (!tokens.is('(')) return { kind: 'member', object, name, span: through(object.span, name.span) };
  const args = parseArguments(tokens);
  return { kind: 'methodCall', object, name, args, span: through(object.span, tokens.previous()) };
}

/** A written number takes no method (crm §5.3). */
function complainOfNumber(tokens: TokenStream, number: Token): void {
  const written = tokens.slice(number, number);
  const fix = {
    label: 'Put the number into parentheses',
    start: number.start,
    end: number.end,
    text: `(${written})`,
  };
  const message = `A method cannot be called on a written number. Write (${written}).${tokens.current.text}().`;
  tokens.complain('number-method', message, number, fix);
}

function parseMemberName(tokens: TokenStream): Name | undefined {
  const token = tokens.current;
  const point = tokens.previous();
  if (token.kind === 'name') {
    if (isTwin(tokens)) dropTwin(tokens);
    tokens.next();
    return { text: token.text, span: token };
  }
  if (token.kind === 'string') {
    const fix = { label: 'Write "+"', start: point.start, end: point.end, text: '+' };
    tokens.report('not-crmscript', 'Texts are joined with "+".', point, fix);
    return undefined;
  }
  const reserved = token.kind === 'keyword' ? `, and "${token.text}" is a word of the language` : '';
  const message = `Expected the name of a method or field after the point, but found ${describe(token)}${reserved}.`;
  const fix = { label: 'Remove "."', start: point.start, end: point.end, text: '' };
  const alone = token.kind === 'operator' && token.text !== '(';
  tokens.report('expected-name', message, token, alone ? fix : undefined);
  return undefined;
}

/** `object->name`, `object?.name`, `Type::name`, `object..name` */
function parseForeignPoint(tokens: TokenStream, token: Token, object: Expression): Expression | undefined {
  const { text, start, end } = token;
  if (!['->', '?.', '::', '..'].includes(text) || tokens.peek(1).kind !== 'name') return undefined;
  const fix = { label: 'Write "."', start, end, text: '.' };
  tokens.complain(
    'not-crmscript',
    `CRMScript has no "${text}". Write a point.`,
    token,
    text === '::' ? undefined : fix,
  );
  if (text === '::') tokens.distrust();
  return parseMember(tokens, object);
}

function parseIndex(tokens: TokenStream, array: Expression): Expression {
  const bracket = tokens.next();
  // `a[0.toString()`: the bracket was meant to close behind the number.
  const bare = tokens.current.kind === 'integer' && tokens.is('.', 1);
  const starts = tokens.position - tokens.statementStart === 2;
  const index = bare ? literalOf(tokens.next()) : parseExpression(tokens);
  if (!tokens.panicking) {
    // `Integer[ a;` was going to be a declaration.
    if (starts && tokens.is(';')) reportOpenType(tokens, bracket);
    else tokens.expectSoftly(']', 'after the index');
  }
  return { kind: 'index', array, index, span: through(array.span, tokens.previous()) };
}

function reportOpenType(tokens: TokenStream, { end }: Token): void {
  const fix = { label: 'Add "]"', start: end, end, text: ']' };
  tokens.report('expected', 'Expected "]" after the "[" of the type.', tokens.previous(), fix);
}

// primary := literal | "this" | NAME [ arguments ] | "(" expression ")"
function parsePrimary(tokens: TokenStream): Expression {
  const token = tokens.current;
  switch (token.kind) {
    case 'name':
      return parseNamed(tokens);
    case 'integer':
    case 'long':
    case 'float':
      return literalOf(tokens.next());
    case 'string':
      return isInterpolated(tokens, token) ? parseInterpolation(tokens) : literalOf(tokens.next());
    case 'keyword':
      return parseWord(tokens, token);
    case 'operator':
      if (token.text === '(') return parseGroup(tokens, token);
      if (token.text === '[') return parseList(tokens, ']');
      if (token.text === '{') return parseList(tokens, '}');
      return reportMissing(tokens, token);
    default:
      return reportMissing(tokens, token);
  }
}

const literalOf = (token: Token): Expression => ({
  kind: token.kind as 'integer' | 'long' | 'float' | 'string',
  text: token.text,
  span: token,
});

function parseNamed(tokens: TokenStream): Expression {
  if (tokens.peek(1).kind === 'name') dropIdle(tokens);
  const token = tokens.current;
  const after = tokens.peek(1);
  if (after.kind === 'name' && token.text === 'new') return parseNew(tokens);
  tokens.next();
  if (after.text !== '(' || after.kind !== 'operator') return { kind: 'name', text: token.text, span: token };
  const args = parseArguments(tokens);
  const callee = { text: token.text, span: token };
  return { kind: 'call', callee, args, span: through(token, tokens.previous()) };
}

/** Leaves out a name that stands there again, and `await`, however often. */
function dropIdle(tokens: TokenStream): void {
  while (tokens.peek(1).kind === 'name') {
    const token = tokens.current;
    if (isTwin(tokens)) dropTwin(tokens);
    else if (token.text === 'await') {
      const fix = { label: 'Remove "await"', start: token.start, end: tokens.peek(1).start, text: '' };
      const message = 'CRMScript has no "await": a call returns when it is done.';
      tokens.complain('not-crmscript', message, token, fix);
      tokens.next();
    } else return;
  }
}

/** True at an `in` that was declared as a name, which has been reported. */
export const isNamedIn = (tokens: TokenStream): boolean =>
  tokens.is('in') && tokens.problems.doubted.has('in');

function parseWord(tokens: TokenStream, token: Token): Expression {
  const { text } = token;
  if (isNamedIn(tokens)) return { kind: 'name', text, span: tokens.next() };
  if (text !== 'true' && text !== 'false' && text !== 'this') return reportMissing(tokens, token);
  tokens.next();
  return text === 'this'
    ? { kind: 'this', span: token }
    : { kind: 'bool', value: text === 'true', span: token };
}

/** What stands in parentheses, with them: so its place can be written anew. */
function parseGroup(tokens: TokenStream, open: Token): Expression {
  if (isCast(tokens)) return parseCast(tokens, parsePostfix);
  if (reportParameters(tokens)) return missing(tokens);
  tokens.next();
  const inner = parseExpression(tokens);
  if (!tokens.panicking) {
    operatorIsMissing(tokens);
    tokens.expectSoftly(')', 'to close the parenthesis');
  }
  return { ...inner, span: through(open, tokens.previous()) };
}

/** `(a, b) => …` and `() => …` */
function reportParameters(tokens: TokenStream): boolean {
  let ahead = 1;
  while (tokens.peek(ahead).kind === 'name' && tokens.is(',', ahead + 1)) ahead += 2;
  if (ahead > 1) ahead += 1;
  return tokens.is(')', ahead) && tokens.peek(ahead + 1).text === '=>' && reportLambda(tokens, ahead + 1);
}

function reportMissing(tokens: TokenStream, token: Token): Expression {
  const operator = tokens.previous();
  const message = `Expected an expression, but found ${describe(token)}.`;
  const doubled = operator.kind === 'operator' && '+-*/%'.includes(operator.text) && token.text !== ';';
  const fix = { label: `Remove "${operator.text}"`, start: operator.start, end: token.start, text: '' };
  const goesOn = tokens.peek(1).line === token.line && tokens.peek(1).kind !== 'operator';
  const binary = token.kind === 'operator' && '+-*/%'.includes(token.text) && doubled && goesOn;
  tokens.report('expected-expression', message, token, binary ? fix : undefined);
  return missing(tokens);
}
