import type { Block, Item, Statement } from './ast.ts';
import { through, type Cursor } from './cursor.ts';
import { parseItem, parseItems } from './parse-item.ts';
import type { Token } from './token.ts';

// block := "{" items "}"
export function parseBlock(tokens: Cursor): Block {
  const open = tokens.expect('{', 'to open the block');
  const body: Item[] = [];
  parseItems(tokens, body);
  const closeSpan = closeBlock(tokens, open);
  return { kind: 'block', body, closeSpan, span: through(open, closeSpan) };
}

/** Takes the `}` of a block; at the end of the script, where there is none, says which `{` lacks it. */
export function closeBlock(tokens: Cursor, open: Token): Token {
  if (tokens.is('}')) return tokens.next();
  tokens.report(tokens.fault('unclosed-block', 'This "{" has no "}".', open));
  return tokens.previous;
}

// body := statement
/** What a loop or branch governs: no declaration of a function or a struct, and no directive. */
export function parseBody(tokens: Cursor): Statement {
  const item = parseItem(tokens);
  switch (item.kind) {
    case 'function':
    case 'struct':
    case 'include':
    case 'languageLevel': {
      const message = 'A declaration cannot stand here. Put braces around it.';
      tokens.report(tokens.fault('misplaced', message, item.span));
      return { kind: 'empty', span: item.span };
    }
    default:
      return item;
  }
}
