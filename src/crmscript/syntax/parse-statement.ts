import type { Span } from '../diagnostic.ts';
import type { Block, Expression, Item, Statement, VariableDeclaration } from './ast.ts';
import { reportForeignStatement } from './foreign.ts';
import {
  beginsDeclaration,
  parseDirective,
  parseFunctionRest,
  parseStruct,
  parseTypeName,
} from './parse-declaration.ts';
import { missing, parseExpression } from './parse-expression.ts';
import { parseName } from './parse-primary.ts';
import { describe, through, type TokenStream } from './token-stream.ts';

// item := directive | struct | function | statement
/** One item. What cannot be read is reported and skipped up to where a statement may begin again. */
export function parseItem(tokens: TokenStream): Item {
  const before = tokens.position;
  tokens.recover();
  if (!tokens.enter()) {
    tokens.leave();
    return { kind: 'empty', span: tokens.peek() };
  }
  const item = parseItemHere(tokens);
  if (tokens.panicking) synchronise(tokens, before);
  tokens.leave();
  return item;
}

function parseItemHere(tokens: TokenStream): Item {
  const token = tokens.peek();
  if (token.kind === 'directive') return parseDirective(tokens);
  if (tokens.is('struct')) return parseStruct(tokens);
  if (reportForeignStatement(tokens)) {
    if (token.text !== 'do') skipPastBlock(tokens);
    return { kind: 'empty', span: token };
  }
  if (beginsDeclaration(tokens)) return parseDeclaration(tokens);
  return parsePlainStatement(tokens);
}

/** Skips the statement of another language: to its semicolon, or past its braces. */
function skipPastBlock(tokens: TokenStream): void {
  let open = 0;
  while (!tokens.atEnd) {
    if (tokens.is('{')) open += 1;
    if (tokens.is('}')) open -= 1;
    if (open < 0) return;
    const last = open === 0 && (tokens.is('}') || tokens.is(';'));
    tokens.next();
    if (last) break;
  }
  tokens.recover();
}

/** Skips to a place where a statement may begin: past a semicolon, before a brace, or at a word that begins one. */
function synchronise(tokens: TokenStream, before: number): void {
  let open = 0;
  while (!tokens.atEnd) {
    if (tokens.is('{')) {
      if (open === 0 && tokens.position > before) return;
      open += 1;
    }
    if (tokens.is('}')) {
      if (open === 0) break;
      open -= 1;
    }
    if (open === 0 && tokens.is(';')) {
      tokens.next();
      return;
    }
    if (open === 0 && tokens.position > before && tokens.peek().kind === 'keyword' && beginsStatement(tokens))
      return;
    tokens.next();
  }
  if (tokens.position === before) tokens.next();
}

const beginners: ReadonlySet<string> = new Set([
  'if',
  'for',
  'foreach',
  'while',
  'return',
  'break',
  'continue',
  'struct',
  'try',
  'throw',
]);
const beginsStatement = (tokens: TokenStream): boolean => beginners.has(tokens.peek().text);

// declaration := type NAME ( [ "=" expression ] ";" | "(" parameters ")" block )
function parseDeclaration(tokens: TokenStream): Item {
  const type = parseTypeName(tokens);
  const name = parseName(tokens, 'Expected a name after the type');
  if (name === undefined) return { kind: 'empty', span: type.span };
  if (tokens.is('(')) return parseFunctionRest(tokens, type, name);
  const variable = parseVariableRest(tokens, type, name);
  endStatement(tokens, 'the declaration');
  return variable;
}

function parseVariableRest(
  tokens: TokenStream,
  type: VariableDeclaration['type'],
  name: VariableDeclaration['name'],
): VariableDeclaration {
  let value: Expression | undefined;
  if (tokens.is('[')) {
    tokens.report(
      'brackets-after-name',
      `The brackets belong to the type: write ${type.name.text}[] ${name.text}.`,
      tokens.peek(),
    );
  }
  if (tokens.accept('=')) value = parseExpression(tokens);
  if (tokens.is(',')) {
    tokens.report(
      'comma-declaration',
      `A declaration declares one variable. Write ${type.name.text} ${name.text}; and the next one after it.`,
      tokens.peek(),
    );
  }
  return { kind: 'variable', type, name, value, span: through(type.span, tokens.previous()) };
}

/** Takes the semicolon. A missing one is reported at the end of the line that it should have ended (rulings 34). */
export function endStatement(tokens: TokenStream, what: string): void {
  if (tokens.accept(';')) {
    tokens.recover();
    return;
  }
  if (tokens.panicking) return;
  const last = tokens.previous();
  const found = tokens.peek();
  const moved = found.line !== last.line || found.kind === 'end' || tokens.is('}');
  if (!moved && !beginsDeclaration(tokens) && !beginsStatement(tokens)) {
    tokens.report(
      'unexpected',
      `${what} should end here, but ${describe(found)} follows.`.replace(/^./, upper),
      found,
    );
    return;
  }
  // Reported without panic: what follows is a statement of its own and is looked at.
  tokens.problems.error('missing-semicolon', `Expected ";" at the end of ${what}.`, endOf(last), {
    label: 'Add ";"',
    start: last.end,
    end: last.end,
    text: ';',
  });
}

const upper = (letter: string): string => letter.toUpperCase();

/** The place right behind a token, on the line where the token ends. */
function endOf(last: Span & { readonly text: string }): Span {
  const lines = last.text.split(/\r\n|\r|\n/);
  if (lines.length === 1) {
    return { ...last, start: last.end, column: last.column + (last.end - last.start) };
  }
  return {
    ...last,
    start: last.end,
    line: last.line + lines.length - 1,
    column: (lines.at(-1)?.length ?? 0) + 2,
  };
}

function parsePlainStatement(tokens: TokenStream): Statement {
  const token = tokens.peek();
  if (token.kind === 'keyword') {
    if (token.text === 'if') return parseIf(tokens);
    if (token.text === 'while') return parseWhile(tokens);
    if (token.text === 'for') return parseFor(tokens);
    if (token.text === 'foreach') return parseForeach(tokens);
    if (token.text === 'try') return parseTry(tokens);
    if (token.text === 'return') return parseReturn(tokens);
    if (token.text === 'throw') return parseThrow(tokens);
    if (token.text === 'break' || token.text === 'continue') return parseJump(tokens, token.text);
    if (token.text === 'else' || token.text === 'catch' || token.text === 'in') return parseStray(tokens);
  }
  if (tokens.is('{')) return parseBlock(tokens);
  if (tokens.accept(';')) return { kind: 'empty', span: token };
  const expression = parseExpression(tokens);
  endStatement(tokens, 'the statement');
  return { kind: 'expression', expression, span: through(token, tokens.previous()) };
}

function parseStray(tokens: TokenStream): Statement {
  const token = tokens.next();
  const opener = token.text === 'else' ? 'if' : token.text === 'catch' ? 'try' : 'foreach';
  tokens.report('stray-keyword', `This "${token.text}" belongs to no "${opener}".`, token);
  return { kind: 'empty', span: token };
}

// block := "{" { item } "}"
export function parseBlock(tokens: TokenStream): Block {
  const open = tokens.peek();
  const body: Item[] = [];
  if (!tokens.expect('{', 'to open the block')) return { kind: 'block', body, span: open };
  while (!tokens.is('}') && !tokens.atEnd) body.push(parseItem(tokens));
  tokens.recover();
  if (!tokens.accept('}')) {
    tokens.report('unclosed-block', 'This "{" has no "}".', open);
  }
  return { kind: 'block', body, span: through(open, tokens.previous()) };
}

/** The statement that a loop or branch governs. */
function parseBody(tokens: TokenStream): Statement {
  if (tokens.panicking && !tokens.is('{')) return { kind: 'empty', span: tokens.peek() };
  const item = parseItem(tokens);
  switch (item.kind) {
    case 'function':
    case 'struct':
    case 'include':
    case 'languageLevel':
      tokens.problems.error('misplaced', 'A declaration cannot stand here. Put braces around it.', item.span);
      return { kind: 'empty', span: item.span };
    default:
      return item;
  }
}

function parseCondition(tokens: TokenStream, word: string): Expression {
  if (!tokens.expect('(', `after "${word}"`)) return missing(tokens);
  const condition = parseExpression(tokens);
  tokens.expect(')', 'after the condition');
  return condition;
}

// if := "if" "(" expression ")" statement { "else" "if" … } [ "else" statement ]
function parseIf(tokens: TokenStream): Statement {
  const start = tokens.next();
  const branches = [parseBranch(tokens, start)];
  let otherwise: Statement | undefined;
  while (tokens.is('else')) {
    tokens.next();
    const next = tokens.peek();
    if (!tokens.accept('if')) {
      otherwise = parseBody(tokens);
      break;
    }
    branches.push(parseBranch(tokens, next));
  }
  return { kind: 'if', branches, otherwise, span: through(start, tokens.previous()) };
}

function parseBranch(
  tokens: TokenStream,
  start: Span,
): { condition: Expression; body: Statement; span: Span } {
  const condition = parseCondition(tokens, 'if');
  const span = through(start, tokens.previous());
  return { condition, body: parseBody(tokens), span };
}

// while := "while" "(" expression ")" statement
function parseWhile(tokens: TokenStream): Statement {
  const start = tokens.next();
  const condition = parseCondition(tokens, 'while');
  const span = through(start, tokens.previous());
  return { kind: 'while', condition, body: parseBody(tokens), span };
}

// for := "for" "(" [ variable | expression ] ";" expression ";" [ expression ] ")" statement
function parseFor(tokens: TokenStream): Statement {
  const from = tokens.next();
  tokens.expect('(', 'after "for"');
  const start = tokens.is(';') ? undefined : parseForStart(tokens);
  tokens.expect(';', 'after the start of the loop');
  let condition: Expression = missing(tokens);
  if (tokens.is(';')) {
    tokens.report(
      'for-condition',
      'A "for" needs a condition. For an endless loop write "true".',
      tokens.peek(),
    );
  } else {
    condition = parseExpression(tokens);
  }
  tokens.expect(';', 'after the condition of the loop');
  const update = tokens.is(')') ? undefined : parseExpression(tokens);
  tokens.expect(')', 'after the head of the loop');
  const span = through(from, tokens.previous());
  return { kind: 'for', start, condition, update, body: parseBody(tokens), span };
}

function parseForStart(tokens: TokenStream): VariableDeclaration | Expression {
  if (!beginsDeclaration(tokens)) return parseExpression(tokens);
  const type = parseTypeName(tokens);
  const name = parseName(tokens, 'Expected a name after the type');
  return name === undefined ? missing(tokens) : parseVariableRest(tokens, type, name);
}

// foreach := "foreach" "(" type NAME "in" expression ")" statement
function parseForeach(tokens: TokenStream): Statement {
  const start = tokens.next();
  tokens.expect('(', 'after "foreach"');
  if (!beginsDeclaration(tokens)) {
    const found = describe(tokens.peek());
    tokens.report(
      'expected',
      `Expected a type and a name, as in "String s in list", but found ${found}.`,
      tokens.peek(),
    );
  }
  const type = parseTypeName(tokens);
  const name = parseName(tokens, 'Expected a name after the type') ?? type.name;
  if (tokens.is(':')) {
    tokens.report('not-crmscript', 'Write "in" between the variable and the array.', tokens.peek());
  }
  tokens.expect('in', 'after the variable');
  const list = parseExpression(tokens);
  tokens.expect(')', 'after the array');
  const span = through(start, tokens.previous());
  return { kind: 'foreach', type, name, list, body: parseBody(tokens), span };
}

// try := "try" block "catch" block
function parseTry(tokens: TokenStream): Statement {
  const start = tokens.next();
  const body = parseBlock(tokens);
  if (!tokens.accept('catch')) {
    tokens.report('missing-catch', 'A "try" needs a "catch { … }" after its block.', start);
    return { kind: 'try', body, handler: { kind: 'block', body: [], span: start }, span: start };
  }
  if (tokens.is('(')) {
    tokens.report(
      'catch-parameter',
      'A "catch" takes no parameter. Inside its block, error and errorLocation say what happened and where.',
      tokens.peek(),
    );
    while (!tokens.atEnd && !tokens.is('{') && !tokens.is('}') && !tokens.is(';')) tokens.next();
    tokens.recover();
  }
  const handler = parseBlock(tokens);
  return { kind: 'try', body, handler, span: through(start, tokens.previous()) };
}

// return := "return" [ expression ] ";"
function parseReturn(tokens: TokenStream): Statement {
  const start = tokens.next();
  const value = tokens.is(';') || tokens.is('}') || tokens.atEnd ? undefined : parseExpression(tokens);
  endStatement(tokens, 'the statement');
  return { kind: 'return', value, span: through(start, tokens.previous()) };
}

// throw := "throw" expression ";"
function parseThrow(tokens: TokenStream): Statement {
  const start = tokens.next();
  const value = parseExpression(tokens);
  endStatement(tokens, 'the statement');
  return { kind: 'throw', value, span: through(start, tokens.previous()) };
}

function parseJump(tokens: TokenStream, kind: 'break' | 'continue'): Statement {
  const start = tokens.next();
  endStatement(tokens, 'the statement');
  return { kind, span: start };
}
