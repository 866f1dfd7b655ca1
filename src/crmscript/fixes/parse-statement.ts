import type { Span } from '../diagnostic.ts';
import type { Block, Expression, Item, Statement } from '../syntax/ast.ts';
import { mendStatement } from './mend-statement.ts';
import { dropBraceBefore, dropTwin } from './missing-piece.ts';
import { acceptMisspelt } from './misspelt.ts';
import { parseBlock, parseBody } from './parse-block.ts';
import { parseArguments } from './parse-arguments.ts';
import { isThen, parseCondition } from './parse-condition.ts';
import { missing, parseExpression } from './parse-expression.ts';
import { parseFor, parseForeach, parseWhile } from './parse-loop.ts';
import { isNamedIn } from './parse-primary.ts';
import { endStatement } from './parse-variable.ts';
import type { Token } from '../syntax/token.ts';
import { through, type TokenStream } from './token-stream.ts';

const readers: ReadonlyMap<string, (tokens: TokenStream) => Statement> = new Map([
  ['if', parseIf],
  ['while', parseWhile],
  ['for', parseFor],
  ['foreach', parseForeach],
  ['try', parseTry],
  ['return', parseReturn],
  ['throw', parseThrow],
  ['break', parseJump],
  ['continue', parseJump],
  ['else', parseStray],
  ['catch', parseStray],
  ['in', parseStray],
]);

export function parsePlainStatement(tokens: TokenStream): Item {
  const token = tokens.current;
  if (token.kind === 'keyword') {
    if (tokens.is(token.text, 1)) dropTwin(tokens);
    const reader = isNamedIn(tokens) ? undefined : readers.get(token.text);
    if (reader !== undefined) return reader(tokens);
  } else if (token.kind === 'operator') {
    if (token.text === '{') return parseBlock(tokens);
    if (tokens.accept(';')) return { kind: 'empty', span: token };
  }
  const mark = tokens.mark();
  const expression = parseExpression(tokens);
  // `List<String> names;` reads as two comparisons.
  const strange = tokens.problems.mark > mark.problems || tokens.at(mark.index + 1).text === '<';
  if (strange || tokens.panicking || !tokens.is(';')) {
    const mended = mendStatement(tokens, mark, expression);
    if (mended !== undefined) return mended;
  }
  endStatement(tokens, 'the statement');
  return { kind: 'expression', expression, span: through(token, tokens.previous()) };
}

function parseStray(tokens: TokenStream): Statement {
  const token = tokens.next();
  if (token.text === 'catch') tokens.problems.doubted.add('error').add('errorLocation');
  const opener = token.text === 'else' ? 'if' : token.text === 'catch' ? 'try' : 'foreach';
  tokens.report('stray-keyword', `This "${token.text}" belongs to no "${opener}".`, token);
  return { kind: 'empty', span: token };
}

// if := "if" "(" expression ")" statement { "else" "if" … } [ "else" statement ]
function parseIf(tokens: TokenStream): Statement {
  const start = tokens.next();
  const branches = [parseBranch(tokens, start)];
  let otherwise: Statement | undefined;
  while (acceptElse(tokens)) {
    const next = tokens.current;
    if (!tokens.accept('if') && !isConditionOfElse(tokens)) {
      otherwise = parseBody(tokens);
      break;
    }
    branches.push(parseBranch(tokens, next));
  }
  return { kind: 'if', branches, otherwise, span: through(start, tokens.previous()) };
}

/** Takes `else`, also a misspelt one; `elseif` becomes `else if`. */
function acceptElse(tokens: TokenStream): boolean {
  dropBraceBefore(tokens, 'else');
  if (tokens.accept('else')) return true;
  const token = tokens.current;
  if (token.kind !== 'name') return false;
  const { start, end, text } = token;
  if ((text === 'elseif' || text === 'elsif' || text === 'elif') && tokens.is('(', 1)) {
    const fix = { label: 'Write "else if"', start, end, text: 'else if' };
    tokens.complain('not-crmscript', 'Write "else if" in two words.', token, fix);
    tokens.correct('if');
    return true;
  }
  if (!tokens.is('{', 1) && !tokens.is('if', 1)) return false;
  return acceptMisspelt(tokens, 'else');
}

/** `else (condition) {`: the "if" is missing. */
function isConditionOfElse(tokens: TokenStream): boolean {
  if (!tokens.is('(')) return false;
  let depth = 0;
  let ahead = 0;
  do {
    const { kind, text } = tokens.peek(ahead);
    if (kind === 'end' || text === ';' || ahead > 400) return false;
    if (text === '(') depth += 1;
    if (text === ')') depth -= 1;
    ahead += 1;
  } while (depth > 0);
  if (!tokens.is('{', ahead)) return false;
  const message = 'An "else" takes no condition. Write else if (…).';
  tokens.complain('else-condition', message, tokens.current, tokens.insertion(' if'));
  return true;
}

function parseBranch(
  tokens: TokenStream,
  start: Span,
): { condition: Expression; body: Statement; span: Span } {
  const condition = parseCondition(tokens, 'if');
  const then = tokens.current;
  if (isThen(tokens)) {
    const fix = { label: 'Remove "then"', start: then.start, end: tokens.peek(1).start, text: '' };
    tokens.complain('not-crmscript', 'CRMScript has no "then". Leave it out.', then, fix);
    tokens.next();
  }
  const span = through(start, tokens.previous());
  return { condition, body: parseBody(tokens), span };
}

// try := "try" block "catch" block
function parseTry(tokens: TokenStream): Statement {
  const start = tokens.next();
  const body = parseBlock(tokens);
  dropBraceBefore(tokens, 'catch');
  if (tokens.current.text === 'finally' && tokens.is('{', 1)) return parseFinallyAlone(tokens, body);
  if (tokens.is('{'))
    tokens.complainAnew(
      'missing-catch',
      'The word "catch" is missing between the two blocks.',
      tokens.current,
      tokens.insertion(' catch'),
    );
  else if (!tokens.accept('catch') && !(tokens.is('{', 1) && acceptMisspelt(tokens, 'catch'))) {
    const { end } = tokens.previous();
    const fix = { label: 'Add "catch"', start: end, end, text: ' catch { }' };
    tokens.complainAnew('missing-catch', 'A "try" needs a "catch { … }" after its block.', start, fix);
    const handler = { kind: 'block', body: [], closeSpan: start, span: start } as const;
    return { kind: 'try', body, handler, span: start };
  }
  tokens.handlers += 1;
  const handler = tokens.is('(') ? parseHandlerWithParameter(tokens) : parseBlock(tokens);
  tokens.handlers -= 1;
  return { kind: 'try', body, handler, span: through(start, tokens.previous()) };
}

/** `try { … } finally { … }`: what is done about the error is open. */
function parseFinallyAlone(tokens: TokenStream, body: Block): Statement {
  const word = tokens.next();
  const message =
    'CRMScript has no "finally". Catch the error with catch { … }, and put the statements behind it.';
  tokens.complainAnew('not-crmscript', message, word);
  return { kind: 'try', body, handler: parseBlock(tokens), span: word };
}

/** `catch (e) { … e … }`: the text of the error has a name already. */
function parseHandlerWithParameter(tokens: TokenStream): ReturnType<typeof parseBlock> {
  const open = tokens.current;
  while (!tokens.atEnd && !tokens.is('{') && !tokens.is('}') && !tokens.is(';')) tokens.next();
  const name = tokens.previous(2);
  const first = tokens.position;
  tokens.problems.doubted.add(name.text);
  const handler = parseBlock(tokens);
  // Handlers lie in handlers, so a long one is not gone through again.
  const short = tokens.position - first < 1000;
  const fix = short ? withoutParameter(tokens, open, name, first) : undefined;
  const message =
    'A "catch" takes no parameter. Inside its block, error and errorLocation say what happened and where.';
  tokens.complain('catch-parameter', message, open, fix);
  return handler;
}

/** The change that leaves the parameter out, and calls the text of the error by its name from `first` on. */
function withoutParameter(
  tokens: TokenStream,
  { start }: Span,
  name: Token,
  first: number,
): ReturnType<TokenStream['insertion']> {
  let text = '';
  let at = tokens.at(first).start;
  for (let index = first; index < tokens.position; index++) {
    const token = tokens.at(index);
    if (token.kind !== 'name' || token.text !== name.text || name.kind !== 'name') continue;
    text += `${tokens.source.slice(at, token.start)}error`;
    at = token.end;
  }
  return { label: 'Remove the parameter', start, end: at, text };
}

// return := "return" [ expression ] ";"
function parseReturn(tokens: TokenStream): Statement {
  const start = tokens.next();
  const ends = tokens.is(';') || tokens.is('}') || tokens.atEnd;
  const value = ends ? undefined : parseExpression(tokens);
  endStatement(tokens, 'the statement');
  return { kind: 'return', value, span: through(start, tokens.previous()) };
}

// throw := "throw" expression ";"
function parseThrow(tokens: TokenStream): Statement {
  const start = tokens.next();
  if (tokens.is(';')) {
    const message = 'Expected a text to throw. In a "catch", throw error; throws it again.';
    const fix = tokens.handlers > 0 ? tokens.insertion(' error') : undefined;
    tokens.complain('expected-expression', message, tokens.current, fix);
    tokens.next();
    return { kind: 'empty', span: start };
  }
  const value = isException(tokens) ? parseException(tokens) : parseExpression(tokens);
  endStatement(tokens, 'the statement');
  return { kind: 'throw', value, span: through(start, tokens.previous()) };
}

const isException = (tokens: TokenStream): boolean => {
  const { kind, text } = tokens.current;
  if (kind !== 'name') return false;
  return text === 'new' ? tokens.is('(', 2) : /(Exception|Error)$/.test(text) && tokens.is('(', 1);
};

/** `throw new Exception("text")`: what is thrown is the text. */
function parseException(tokens: TokenStream): Expression {
  const first = tokens.current;
  while (!tokens.is('(')) tokens.next();
  const [text] = parseArguments(tokens);
  const { end } = tokens.previous();
  const written = text && tokens.slice(text.span, text.span);
  const fix = { label: 'Throw the text', start: first.start, end, text: written ?? '""' };
  tokens.complain('not-crmscript', 'There are no exceptions to make: throw a text.', first, fix);
  return text ?? missing(tokens);
}

function parseJump(tokens: TokenStream): Statement {
  const start = tokens.next();
  if (tokens.current.kind === 'integer' && tokens.is(';', 1)) {
    const { start: from, end } = tokens.current;
    const fix = { label: 'Remove the number', start: start.end, end, text: '' };
    const message = `"${start.text}" leaves one loop, so it takes no number.`;
    tokens.complain('unexpected', message, { ...tokens.current, start: from }, fix);
    tokens.next();
  }
  endStatement(tokens, 'the statement');
  return { kind: start.text === 'break' ? 'break' : 'continue', span: start };
}
