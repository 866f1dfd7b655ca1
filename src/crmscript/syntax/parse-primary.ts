import type { Expression, Name } from './ast.ts';
import { reportForeignExpression } from './foreign.ts';
import { missing, parseExpression } from './parse-expression.ts';
import type { Token } from './token.ts';
import { describe, through, type TokenStream } from './token-stream.ts';

const names = ['integer', 'long', 'float', 'string'] as const;

// postfix := primary { "." NAME [ arguments ] | "[" expression "]" | "++" | "--" }
export function parsePostfix(tokens: TokenStream): Expression {
  let expression = parsePrimary(tokens);
  let levels = 0;
  while (expression.kind !== 'missing') {
    const part = parseSuffix(tokens, expression);
    if (part === undefined) break;
    levels += 1;
    if (!tokens.enter()) {
      tokens.leave(levels);
      return missing(tokens);
    }
    expression = part;
  }
  tokens.leave(levels);
  return expression;
}

function parseSuffix(tokens: TokenStream, object: Expression): Expression | undefined {
  if (tokens.is('.')) {
    tokens.next();
    const name = parseName(tokens, 'Expected the name of a method or field after the point');
    if (name === undefined) return undefined;
    if (!tokens.is('(')) return { kind: 'member', object, name, span: through(object.span, name.span) };
    const args = parseArguments(tokens);
    return { kind: 'methodCall', object, name, args, span: through(object.span, tokens.previous()) };
  }
  if (tokens.is('[')) {
    tokens.next();
    const index = parseExpression(tokens);
    tokens.expect(']', 'after the index');
    return { kind: 'index', array: object, index, span: through(object.span, tokens.previous()) };
  }
  if (tokens.is('++') || tokens.is('--')) {
    const operator = tokens.next();
    return {
      kind: 'step',
      operator: operator.text === '++' ? '++' : '--',
      target: object,
      span: through(object.span, operator),
    };
  }
  return undefined;
}

/** A name; after a point also a word that is a keyword elsewhere. */
export function parseName(tokens: TokenStream, expected: string): Name | undefined {
  const token = tokens.peek();
  if (token.kind === 'name') {
    tokens.next();
    return { text: token.text, span: token };
  }
  const reserved = token.kind === 'keyword' ? `, and "${token.text}" is a word of the language` : '';
  tokens.report('expected-name', `${expected}, but found ${describe(token)}${reserved}.`, token);
  return undefined;
}

// arguments := "(" [ expression { "," expression } ] ")"
function parseArguments(tokens: TokenStream): Expression[] {
  tokens.expect('(', 'before the arguments');
  const args: Expression[] = [];
  while (!tokens.is(')') && !tokens.atEnd) {
    args.push(parseExpression(tokens));
    if (!tokens.is(',')) break;
    tokens.next();
    if (tokens.is(')')) {
      tokens.report('expected-expression', 'Expected another argument after the comma.', tokens.peek());
    }
  }
  tokens.expect(')', 'after the arguments');
  return args;
}

// primary := literal | "this" | NAME [ arguments ] | "(" expression ")"
function parsePrimary(tokens: TokenStream): Expression {
  const token = tokens.peek();
  const literal = parseLiteral(tokens, token);
  if (literal !== undefined) return literal;
  if (token.kind === 'name') {
    if (reportForeignExpression(tokens)) return missing(tokens);
    tokens.next();
    if (!tokens.is('(')) return { kind: 'name', text: token.text, span: token };
    const args = parseArguments(tokens);
    const callee = { text: token.text, span: token };
    return { kind: 'call', callee, args, span: through(token, tokens.previous()) };
  }
  if (tokens.is('(')) {
    tokens.next();
    const inner = parseExpression(tokens);
    tokens.expect(')', 'to close the parenthesis');
    return inner;
  }
  if (!reportForeignExpression(tokens)) {
    tokens.report('expected-expression', `Expected an expression, but found ${describe(token)}.`, token);
  }
  return missing(tokens);
}

function parseLiteral(tokens: TokenStream, token: Token): Expression | undefined {
  const kind = names.find((name) => name === token.kind);
  if (kind !== undefined) {
    tokens.next();
    return { kind, text: token.text, span: token };
  }
  if (tokens.is('true') || tokens.is('false')) {
    tokens.next();
    return { kind: 'bool', value: token.text === 'true', span: token };
  }
  if (tokens.is('this')) {
    tokens.next();
    return { kind: 'this', span: token };
  }
  return undefined;
}
