import type { Expression, Name, Statement, TypeName, VariableDeclaration } from '../syntax/ast.ts';
import { beginsOperand, operatorIsMissing, skipParentheses } from './missing-piece.ts';
import { parseBody } from './parse-block.ts';
import { parseCondition } from './parse-condition.ts';
import { missing, parseExpression } from './parse-expression.ts';
import { beginsDeclaration, parseDeclaredName, parseName, parseTypeName } from './parse-type.ts';
import { parseVariables } from './parse-variable.ts';
import { describe, through, type TokenStream } from './token-stream.ts';

// while := "while" "(" expression ")" statement
export function parseWhile(tokens: TokenStream): Statement {
  const start = tokens.next();
  const condition = parseCondition(tokens, 'while');
  const span = through(start, tokens.previous());
  return { kind: 'while', condition, body: parseBody(tokens), span };
}

// for := "for" "(" [ variable | expression ] ";" expression ";" [ expression ] ")" statement
export function parseFor(tokens: TokenStream): Statement {
  const from = tokens.next();
  const foreach = meantForeach(tokens);
  if (foreach !== undefined) return foreach;
  openHead(tokens, 'for');
  const start = tokens.is(';') ? undefined : parseForStart(tokens);
  const commas = separate(tokens, 'after the start of the loop', false);
  const condition = parseForCondition(tokens, commas, start);
  const update = parseUpdate(tokens, start);
  closeHead(tokens, 'after the head of the loop');
  const span = through(from, tokens.previous());
  return { kind: 'for', start, condition, update, body: parseBody(tokens), span };
}

/** The `(` of a head. Where it is missing, so is the `)`, maybe: then both are added by one change. */
function openHead(tokens: TokenStream, word: string): void {
  if (tokens.accept('(')) return;
  const { start } = tokens.peek();
  let ahead = 0;
  while (
    !['{', '}', ')'].includes(tokens.peek(ahead).text) &&
    tokens.peek(ahead).kind !== 'end' &&
    ahead < 100
  )
    ahead += 1;
  const head = tokens.source.slice(start, tokens.peek(ahead - 1).end);
  const both = tokens.is('{', ahead) && ahead > 0;
  const fix = both
    ? { label: 'Add parentheses', start, end: start + head.length, text: `(${head})` }
    : { label: 'Add "("', start, end: start, text: '(' };
  const message = `Expected "(" after "${word}", but found ${describe(tokens.peek())}.`;
  tokens.complain('expected', message, tokens.gap(), fix);
  if (both) tokens.closed = tokens.position + ahead;
}

function closeHead(tokens: TokenStream, purpose: string): void {
  if (tokens.closed === tokens.position) return;
  if (!tokens.panicking) {
    operatorIsMissing(tokens);
    tokens.expectSoftly(')', purpose);
    return;
  }
  skipParentheses(tokens);
}

/** Takes the `;` between two parts; a comma is taken for one. */
function separate(tokens: TokenStream, purpose: string, said: boolean): boolean {
  if (tokens.accept(';') || tokens.panicking) return said;
  if (tokens.is(',') && isListed(tokens)) {
    const message = 'A "for" does one thing at its start. Put the others before the loop.';
    tokens.complain('for-separator', message, tokens.current);
    tokens.distrust();
    while (!tokens.is(';')) tokens.next();
    return separate(tokens, purpose, said);
  }
  if (tokens.is(',')) {
    const comma = tokens.next();
    if (said) return true;
    tokens.complain(
      'for-separator',
      'The parts of a "for" are separated by ";".',
      comma,
      semicolons(tokens, comma),
    );
    return true;
  }
  tokens.expectSoftly(';', purpose);
  return said;
}

/** True at a comma when the head has its two semicolons further on: then the comma stands for none. */
function isListed(tokens: TokenStream): boolean {
  let semicolons = 0;
  for (let ahead = 1; ahead < 100; ahead++) {
    const { kind, text } = tokens.peek(ahead);
    if (kind === 'end' || text === '{' || text === '}') break;
    if (kind === 'operator' && text === ';') semicolons += 1;
  }
  return semicolons === 2;
}

/** The change that writes the commas from here to the end of the head as semicolons. */
function semicolons(tokens: TokenStream, comma: TypeName['span']): ReturnType<TokenStream['insertion']> {
  let text = '';
  let { start } = comma;
  let depth = 0;
  for (let index = tokens.position - 1; index < tokens.position + 100; index++) {
    const token = tokens.at(index);
    if (token.kind === 'end') return undefined;
    if (token.text === '(') depth += 1;
    if (token.text === ')') depth -= 1;
    if (depth < 0) break;
    if (token.text !== ',' || depth > 0) continue;
    text += `${tokens.source.slice(start, token.start)};`;
    start = token.end;
  }
  return { label: 'Write ";"', start: comma.start, end: start, text };
}

function parseForCondition(
  tokens: TokenStream,
  commas: boolean,
  start: VariableDeclaration | Expression | undefined,
): Expression {
  if (tokens.is(';') && !tokens.panicking) {
    const message = 'A "for" needs a condition. For an endless loop write "true".';
    tokens.complain('for-condition', message, tokens.peek(), tokens.insertion(' true'));
    return { kind: 'missing', span: tokens.next() };
  }
  const condition = parseExpression(tokens);
  if (!tokens.panicking) operatorIsMissing(tokens);
  if (tokens.is(')') && !tokens.panicking) {
    const message =
      'A "for" has three parts: start; condition; what comes after each turn. The last one is missing.';
    const update = start?.kind === 'variable' ? ` ${start.name.text}++` : '';
    tokens.complain('expected', message, tokens.peek(), tokens.insertion(`;${update}`));
    tokens.distrust();
    return condition;
  }
  separate(tokens, 'after the condition of the loop', commas);
  return condition;
}

function parseUpdate(
  tokens: TokenStream,
  start: VariableDeclaration | Expression | undefined,
): Expression | undefined {
  if (tokens.is(')') || tokens.is('{')) return undefined;
  const update = parseExpression(tokens);
  if (tokens.is(',') && !tokens.panicking) {
    const message = 'A "for" does one thing after each turn. Put the others at the end of its body.';
    tokens.complain('for-separator', message, tokens.current);
    tokens.distrust();
    while (tokens.accept(',')) parseExpression(tokens);
  }
  if (tokens.is(';') && tokens.is(')', 1) && start !== undefined) {
    const { start: from, end } = tokens.peek();
    const fix = { label: 'Remove ";"', start: from, end, text: '' };
    tokens.complain(
      'unexpected',
      'Nothing follows the third part of a "for": leave this ";" out.',
      tokens.peek(),
      fix,
    );
    tokens.next();
  }
  return update;
}

function parseForStart(tokens: TokenStream): VariableDeclaration | Expression {
  if (!beginsDeclaration(tokens)) return parseExpression(tokens);
  const type = parseTypeName(tokens);
  const name = parseDeclaredName(tokens);
  if (name === undefined) return missing(tokens);
  const mark = tokens.mark();
  const [variable] = parseVariables(tokens, type, name);
  if (variable === undefined) return missing(tokens);
  if (tokens.problems.mark === mark.problems) return variable;
  return withoutCommas(tokens, mark, variable, type, name);
}

/** `for (Integer i = 0, n = 5; …)` declares two; in `for (Integer i = 0, i < 5, i++)` the commas stand for semicolons. */
function withoutCommas(
  tokens: TokenStream,
  mark: ReturnType<TokenStream['mark']>,
  variable: VariableDeclaration,
  type: TypeName,
  name: Name,
): VariableDeclaration {
  const comma = tokens.at(mark.index);
  let at = mark.index;
  while (at < tokens.position && tokens.at(at).text !== ',') at += 1;
  if (tokens.at(at).text !== ',' || tokens.panicking) return variable;
  const next = tokens.at(at + 2);
  if (comma.kind === 'end' || (next.kind === 'operator' && ['=', ',', ';'].includes(next.text))) {
    for (let index = at; index < tokens.position; index++) tokens.problems.doubted.add(tokens.at(index).text);
    tokens.problems.rewind(mark.problems);
    const message = `A "for" declares one variable. Declare the others before the loop: ${type.name.text} ${tokens.at(at + 1).text};`;
    tokens.complainAnew('comma-declaration', message, tokens.at(at));
    return variable;
  }
  tokens.rewind(mark);
  const value = tokens.accept('=') ? parseExpression(tokens) : undefined;
  return { kind: 'variable', type, name, value, span: through(type.span, tokens.previous()) };
}

const betweens: ReadonlySet<string> = new Set(['in', ':', 'of']);

/** `for (String s in list)`, `for each (…)`: the loop over an array is called `foreach`. */
function meantForeach(tokens: TokenStream): Statement | undefined {
  const word = tokens.previous();
  const after = tokens.peek();
  if (after.kind === 'name' && after.text === 'each' && tokens.is('(', 1)) {
    const fix = { label: 'Write "foreach"', start: word.start, end: after.end, text: 'foreach' };
    tokens.complain('not-crmscript', 'Write "foreach" in one word.', after, fix);
    tokens.next();
    return parseForeachRest(tokens, word);
  }
  if (!tokens.is('(') || tokens.peek(1).kind !== 'name') return undefined;
  let ahead = 2;
  while (tokens.is('[', ahead) || tokens.is(']', ahead)) ahead += 1;
  if (tokens.peek(ahead).kind === 'name' && !betweens.has(tokens.peek(ahead).text)) ahead += 1;
  const between = tokens.peek(ahead);
  if (!betweens.has(between.text) || between.kind === 'string' || tokens.is('=', ahead + 1)) return undefined;
  const typed = ahead > 2;
  const head = tokens.slice(tokens.peek(1), tokens.peek(ahead - 1));
  const fix = { label: 'Write foreach', start: word.start, end: between.end, text: `foreach (${head} in` };
  const message = 'The loop over an array is called "foreach": foreach (String s in list) { … }';
  if (typed) tokens.complain('not-crmscript', message, word, fix);
  const mark = tokens.problems.mark;
  // One that is not typed is reported by the checker, where it could be read.
  const loop = parseForeachRest(tokens, word, true);
  const before = loop.kind === 'foreach' ? loop.body.span.start : loop.span.end;
  if (typed && tokens.panicking) tokens.problems.rewind(mark, before);
  return loop;
}

// foreach := "foreach" "(" type NAME "in" expression ")" statement
export const parseForeach = (tokens: TokenStream): Statement => parseForeachRest(tokens, tokens.next());

function parseForeachRest(
  tokens: TokenStream,
  start: ReturnType<TokenStream['next']>,
  said = false,
): Statement {
  openHead(tokens, 'foreach');
  const [type, name] = parseElement(tokens);
  if (tokens.is(')')) {
    const message = 'Expected "in" and the array after the variable, as in "String s in list".';
    tokens.report('expected', message, tokens.peek());
  }
  acceptIn(tokens, said);
  const list = parseExpression(tokens);
  closeHead(tokens, 'after the array');
  const span = through(start, tokens.previous());
  return { kind: 'foreach', type, name, list, body: parseBody(tokens), span };
}

/** `String s`. Without the type it is that of the elements, which the checker knows and asks for. */
function parseElement(tokens: TokenStream): readonly [TypeName, Name] {
  const token = tokens.peek();
  const after = tokens.peek(1);
  if (token.kind === 'name' && betweens.has(after.text)) {
    tokens.next();
    const missingType = { name: { text: '', span: token }, sizes: [], span: token };
    return [missingType, { text: token.text, span: token }];
  }
  if (!beginsDeclaration(tokens)) {
    const message = `Expected a type and a name, as in "String s in list", but found ${describe(token)}.`;
    tokens.report('expected', message, token);
  }
  const type = parseTypeName(tokens);
  return [type, parseName(tokens, 'Expected a name after the type') ?? type.name];
}

function acceptIn(tokens: TokenStream, said: boolean): void {
  const token = tokens.peek();
  if (tokens.accept('in')) return;
  const { start, end, text } = token;
  if (text === ':' || text === 'of') {
    const fix = { label: 'Write "in"', start, end, text: 'in' };
    if (!said) tokens.complain('not-crmscript', 'Write "in" between the variable and the array.', token, fix);
    tokens.next();
    return;
  }
  if (token.kind === 'name' && !said) {
    // What stands before the parenthesis is the array itself.
    const left = tokens.is(')', 1);
    const fix = left ? tokens.insertion(' in') : { label: 'Write "in"', start, end, text: 'in' };
    tokens.complain('expected', `Expected "in" after the variable, but found "${text}".`, token, fix);
    if (!left) tokens.next();
    return;
  }
  if (beginsOperand(tokens)) tokens.expect('in', 'after the variable');
  else tokens.report('expected', `Expected "in" after the variable, but found ${describe(token)}.`, token);
}
