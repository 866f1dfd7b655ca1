import type { Expression } from './ast.ts';
import { through, type Cursor } from './cursor.ts';
import { parseExpression } from './parse-expression.ts';
import { parseName } from './parse-type.ts';
import type { Token } from './token.ts';

// postfix := primary { "." NAME [ arguments ] | "[" expression "]" | "++" | "--" }
export function parsePostfix(tokens: Cursor): Expression {
  let expression = parsePrimary(tokens);
  let levels = 0;
  for (;;) {
    const part = parseSuffix(tokens, expression);
    if (part === undefined) break;
    levels += 1;
    tokens.enter();
    expression = part;
  }
  if (levels > 0) tokens.leave(levels);
  return expression;
}

function parseSuffix(tokens: Cursor, object: Expression): Expression | undefined {
  const { kind, text } = tokens.current;
  if (kind !== 'operator') return undefined;
  switch (text) {
    case '.':
      return parseMember(tokens, object);
    case '[':
      return parseIndex(tokens, object);
    case '++':
    case '--':
      return { kind: 'increment', operator: text, target: object, span: through(object.span, tokens.next()) };
    default:
      return undefined;
  }
}

function parseMember(tokens: Cursor, object: Expression): Expression {
  const last = tokens.previous;
  tokens.next();
  const isNumber = object.kind === 'integer' || object.kind === 'long' || object.kind === 'float';
  if (isNumber && last.kind === object.kind) {
    // A written number takes no method (crm §5.3).
    tokens.report(tokens.fault('number-method', 'A method cannot be called on a written number.', last));
  }
  const name = parseName(tokens, 'the name of a method or field after the point');
  if (!tokens.is('(')) return { kind: 'member', object, name, span: through(object.span, name.span) };
  const args = parseArguments(tokens);
  return { kind: 'methodCall', object, name, args, span: through(object.span, tokens.previous) };
}

function parseIndex(tokens: Cursor, array: Expression): Expression {
  tokens.next();
  const index = parseExpression(tokens);
  tokens.expect(']', 'after the index');
  return { kind: 'index', array, index, span: through(array.span, tokens.previous) };
}

// arguments := "(" [ expression { "," expression } ] ")"
function parseArguments(tokens: Cursor): Expression[] {
  tokens.next();
  if (tokens.accept(')')) return [];
  const args = [parseExpression(tokens)];
  while (tokens.accept(',')) args.push(parseExpression(tokens));
  tokens.expect(')', 'after the arguments');
  return args;
}

// primary := INTEGER | LONG | FLOAT | STRING | "true" | "false" | "this" | NAME [ arguments ] | "(" expression ")"
function parsePrimary(tokens: Cursor): Expression {
  const token = tokens.current;
  switch (token.kind) {
    case 'name':
      return parseNamed(tokens);
    case 'integer':
    case 'long':
    case 'float':
    case 'string':
      return { kind: token.kind, text: token.text, span: tokens.next() };
    case 'keyword':
      if (token.text === 'this') return { kind: 'this', span: tokens.next() };
      if (token.text !== 'true' && token.text !== 'false') break;
      return { kind: 'bool', value: token.text === 'true', span: tokens.next() };
    case 'operator':
      if (token.text === '(') return parseGroup(tokens, token);
      break;
    default:
  }
  throw tokens.fault('expected-expression', `Expected an expression, but found ${tokens.found}.`);
}

function parseNamed(tokens: Cursor): Expression {
  const token = tokens.next();
  const { text } = token;
  if (!tokens.is('(')) return { kind: 'name', text, span: token };
  const args = parseArguments(tokens);
  return { kind: 'call', callee: { text, span: token }, args, span: through(token, tokens.previous) };
}

/** What stands in parentheses, with them: so its place can be written anew. */
function parseGroup(tokens: Cursor, open: Token): Expression {
  tokens.next();
  const inner = parseExpression(tokens);
  tokens.expect(')', 'to close the parenthesis');
  return { ...inner, span: through(open, tokens.previous) };
}
