import type { Block, Item, Statement } from '../syntax/ast.ts';
import { parseItem } from './parse-item.ts';
import { dropStray } from './parse-variable.ts';
import { describe, through, type TokenStream } from './token-stream.ts';

// block := "{" { item } "}"
export function parseBlock(tokens: TokenStream): Block {
  if (tokens.is('{')) return parseBraces(tokens, tokens.position);
  const { panicking } = tokens;
  const message = `Expected "{" to open the block, but found ${describe(tokens.peek())}.`;
  tokens.complain('expected', message, tokens.gap(), tokens.insertion(' {'));
  if (!panicking && tokens.unclosed < 0) return parseUnopened(tokens);
  const body: Item[] = [];
  if (!panicking && !tokens.is('}') && !tokens.is(';') && !tokens.atEnd) parseItem(tokens, body);
  const span = through(tokens.peek(), tokens.previous());
  return { kind: 'block', body, closeSpan: span, span };
}

/** The inside of a block whose `{` is missing, which was reported. */
export function parseUnopened(tokens: TokenStream): Block {
  tokens.unclosed += 1;
  return parseInside(tokens, tokens.peek(), tokens.position);
}

function parseBraces(tokens: TokenStream, index: number): Block {
  const open = tokens.next();
  return parseInside(tokens, open, index);
}

function parseInside(tokens: TokenStream, open: ReturnType<TokenStream['next']>, index: number): Block {
  const body: Item[] = [];
  const outer = tokens.opener;
  tokens.opener = index;
  while (!tokens.is('}') && !tokens.atEnd) {
    if (tokens.unclosed > 0 && (endsHere(tokens, index, body.length > 0) || goesOnOutside(tokens))) break;
    parseItem(tokens, body);
  }
  tokens.opener = outer;
  const close = closeBlock(tokens, open, index);
  return { kind: 'block', body, closeSpan: close, span: through(open, close) };
}

/** `try { … catch {`: no statement begins with that word. */
const goesOnOutside = (tokens: TokenStream): boolean => tokens.is('catch') || tokens.is('else');

/**
 * True where the layout says that a block of which the `}` is missing has ended: a line stands no deeper
 * than the line that opened it. Only asked when the braces of the file do not match.
 */
export function endsHere(tokens: TokenStream, opener: number, begun: boolean): boolean {
  if (!tokens.startsLine || !begun) return false;
  return tokens.peek().column <= tokens.indentOf(opener) && !tokens.is('{');
}

/** Takes the `}` at the end of a block; where it is missing, says which `{` has none. */
export function closeBlock(
  tokens: TokenStream,
  open: ReturnType<TokenStream['next']>,
  opener: number,
): ReturnType<TokenStream['next']> {
  const next = tokens.peek();
  const outer = tokens.unclosed > 0 && tokens.startsLine && next.column < tokens.indentOf(opener);
  if (tokens.is('}') && !outer) return tokens.next();
  tokens.recover();
  const { end, kind, start, column } = next;
  const fix =
    kind === 'end'
      ? { label: 'Add "}" at the end', start: end, end, text: tokens.endsOnNewLine ? '}\n' : '\n}' }
      : { label: 'Add "}"', start, end: start, text: `}\n${' '.repeat(column - 1)}` };
  tokens.complainAnew('unclosed-block', 'This "{" has no "}".', open, tokens.isPage ? undefined : fix);
  if (!tokens.isPage) tokens.unclosed -= 1;
  return tokens.previous();
}

/** The statement that a loop or branch governs. */
export function parseBody(tokens: TokenStream): Statement {
  if (tokens.panicking && !tokens.is('{')) return { kind: 'empty', span: tokens.peek() };
  const head = tokens.previous();
  if (tokens.is(')') && tokens.unclosed === 0) dropStray(tokens);
  const opener = tokens.position - 1;
  const items: Item[] = [];
  const opensLine = !tokens.is('{') && tokens.startsLine;
  if (opensLine && tokens.peek().kind === 'end' && tokens.peek().column <= tokens.indentOf(opener))
    return reportNoBody(tokens);
  parseItem(tokens, items);
  if (opensLine && tokens.unclosed < 0 && goesOn(tokens, tokens.indentOf(opener))) {
    const fix = { label: 'Add "{"', start: head.end, end: head.end, text: ' {' };
    tokens.complainAnew(
      'expected',
      'The block that ends further down has no "{" here.',
      tokens.endOf(head),
      fix,
    );
    items.push(parseUnopened(tokens));
    return { kind: 'block', body: items, closeSpan: head, span: head };
  }
  const [item = { kind: 'empty', span: head }] = items;
  return governed(tokens, item);
}

function reportNoBody(tokens: TokenStream): Statement {
  const message = 'Expected a statement here, but found the end of the script.';
  tokens.complain('expected-expression', message, tokens.gap());
  return { kind: 'empty', span: tokens.peek() };
}

/** After one statement without braces the layout goes on as if there were some. */
function goesOn(tokens: TokenStream, indent: number): boolean {
  if (!tokens.startsLine || tokens.atEnd) return false;
  const { column } = tokens.peek();
  return tokens.is('}') ? column === indent && tokens.indent < indent : column > indent;
}

function governed(tokens: TokenStream, item: Item): Statement {
  switch (item.kind) {
    case 'function':
    case 'struct':
    case 'include':
    case 'languageLevel':
      tokens.problems.syntax(
        'misplaced',
        'A declaration cannot stand here. Put braces around it.',
        item.span,
      );
      return { kind: 'empty', span: item.span };
    default:
      return item;
  }
}
