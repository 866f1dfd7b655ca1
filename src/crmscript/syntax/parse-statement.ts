import type { Expression, Statement } from './ast.ts';
import { through, type Cursor } from './cursor.ts';
import { parseBlock, parseBody } from './parse-block.ts';
import { parseExpression } from './parse-expression.ts';
import { parseFor, parseForeach } from './parse-loop.ts';
import { endStatement } from './parse-variable.ts';

const statements: ReadonlyMap<string, (tokens: Cursor) => Statement> = new Map([
  ['if', parseIf],
  ['while', parseWhile],
  ['for', parseFor],
  ['foreach', parseForeach],
  ['try', parseTry],
  ['return', parseReturn],
  ['throw', parseThrow],
  ['break', parseJump],
  ['continue', parseJump],
  ['else', refuseStray],
  ['catch', refuseStray],
  ['in', refuseStray],
]);

// statement := block | ";" | if | while | for | foreach | try | return | throw | jump | expression ";"
export function parseStatement(tokens: Cursor): Statement {
  const token = tokens.current;
  if (token.kind === 'keyword') {
    const statement = statements.get(token.text);
    if (statement !== undefined) return statement(tokens);
  } else if (token.kind === 'operator') {
    if (token.text === '{') return parseBlock(tokens);
    if (tokens.accept(';')) return { kind: 'empty', span: token };
  }
  const expression = parseExpression(tokens);
  endStatement(tokens, 'the statement');
  return { kind: 'expression', expression, span: through(token, tokens.previous) };
}

// if := "if" condition body { "else" "if" condition body } [ "else" body ]
function parseIf(tokens: Cursor): Statement {
  const start = tokens.current;
  const branches = [parseBranch(tokens)];
  let otherwise: Statement | undefined;
  while (otherwise === undefined && tokens.accept('else')) {
    if (tokens.is('if')) branches.push(parseBranch(tokens));
    else otherwise = parseBody(tokens);
  }
  return { kind: 'if', branches, otherwise, span: through(start, tokens.previous) };
}

function parseBranch(tokens: Cursor) {
  const start = tokens.next();
  const condition = parseCondition(tokens, 'if');
  const span = through(start, tokens.previous);
  return { condition, body: parseBody(tokens), span };
}

// condition := "(" expression ")"
function parseCondition(tokens: Cursor, word: 'if' | 'while'): Expression {
  tokens.expect('(', `after "${word}"`);
  const condition = parseExpression(tokens);
  tokens.expect(')', 'after the condition');
  return condition;
}

// while := "while" condition body
function parseWhile(tokens: Cursor): Statement {
  const start = tokens.next();
  const condition = parseCondition(tokens, 'while');
  const span = through(start, tokens.previous);
  return { kind: 'while', condition, body: parseBody(tokens), span };
}

// try := "try" block "catch" block
function parseTry(tokens: Cursor): Statement {
  const start = tokens.next();
  const body = parseBlock(tokens);
  if (!tokens.accept('catch')) {
    throw tokens.fault('missing-catch', 'A "try" needs a "catch { … }" after its block.', start);
  }
  const handler = parseBlock(tokens);
  return { kind: 'try', body, handler, span: through(start, tokens.previous) };
}

// return := "return" [ expression ] ";"
function parseReturn(tokens: Cursor): Statement {
  const start = tokens.next();
  const ends = tokens.is(';') || tokens.is('}') || tokens.atEnd;
  const value = ends ? undefined : parseExpression(tokens);
  endStatement(tokens, 'the statement');
  return { kind: 'return', value, span: through(start, tokens.previous) };
}

// throw := "throw" expression ";"
function parseThrow(tokens: Cursor): Statement {
  const start = tokens.next();
  const value = parseExpression(tokens);
  endStatement(tokens, 'the statement');
  return { kind: 'throw', value, span: through(start, tokens.previous) };
}

// jump := ( "break" | "continue" ) ";"
function parseJump(tokens: Cursor): Statement {
  const start = tokens.next();
  endStatement(tokens, 'the statement');
  return { kind: start.text === 'break' ? 'break' : 'continue', span: start };
}

const openers: Readonly<Record<string, string>> = { else: 'if', catch: 'try', in: 'foreach' };

/** A word that goes on with a statement of which there is none. */
function refuseStray(tokens: Cursor): never {
  const { text } = tokens.current;
  throw tokens.fault('stray-keyword', `This "${text}" belongs to no "${openers[text] ?? ''}".`);
}
