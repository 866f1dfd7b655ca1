import type { Expression, Statement, VariableDeclaration } from './ast.ts';
import { through, type Cursor } from './cursor.ts';
import { parseBody } from './parse-block.ts';
import { parseExpression } from './parse-expression.ts';
import { beginsDeclaration, parseName, parseTypeName } from './parse-type.ts';
import { parseVariableRest } from './parse-variable.ts';

// for := "for" "(" [ start ] ";" expression ";" [ expression ] ")" body
export function parseFor(tokens: Cursor): Statement {
  const from = tokens.next();
  tokens.expect('(', 'after "for"');
  const start = tokens.is(';') ? undefined : parseStart(tokens);
  tokens.expect(';', 'after the start of the loop');
  if (tokens.is(';')) {
    throw tokens.fault('for-condition', 'A "for" needs a condition. For an endless loop write "true".');
  }
  const condition = parseExpression(tokens);
  tokens.expect(';', 'after the condition of the loop');
  const update = tokens.is(')') ? undefined : parseExpression(tokens);
  tokens.expect(')', 'after the head of the loop');
  const span = through(from, tokens.previous);
  return { kind: 'for', start, condition, update, body: parseBody(tokens), span };
}

// start := type NAME variableRest | expression
function parseStart(tokens: Cursor): VariableDeclaration | Expression {
  if (!beginsDeclaration(tokens)) return parseExpression(tokens);
  const type = parseTypeName(tokens);
  return parseVariableRest(tokens, type, parseName(tokens, 'a name after the type'));
}

// foreach := "foreach" "(" type NAME "in" expression ")" body
export function parseForeach(tokens: Cursor): Statement {
  const from = tokens.next();
  tokens.expect('(', 'after "foreach"');
  const type = parseTypeName(tokens);
  const name = parseName(tokens, 'a name after the type');
  tokens.expect('in', 'after the variable');
  const list = parseExpression(tokens);
  tokens.expect(')', 'after the array');
  const span = through(from, tokens.previous);
  return { kind: 'foreach', type, name, list, body: parseBody(tokens), span };
}
