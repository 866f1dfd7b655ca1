import type { Item, Tree } from '../syntax/ast.ts';
import { parseItem } from './parse-item.ts';
import type { Problems } from '../syntax/problems.ts';
import { scan } from './mending-scanner.ts';
import { TokenStream } from './token-stream.ts';

/**
 * Reads a file. Never throws, and takes time in proportion to the length of the text: whatever the
 * source, there is a tree, and `problems` has what is wrong with it.
 */
export function parse(source: string, file: string, problems: Problems): Tree {
  const tokens = new TokenStream(scan(source, file, problems), source, problems);
  const items: Item[] = [];
  while (!tokens.atEnd) {
    tokens.begin();
    if (tokens.is('}')) {
      const { start, end } = tokens.peek();
      const fix = { label: 'Remove "}"', start, end, text: '' };
      tokens.complainAnew('stray-brace', 'This "}" closes nothing.', tokens.peek(), fix);
      tokens.next();
      if (!tokens.isPage) tokens.unclosed += 1;
      continue;
    }
    parseItem(tokens, items);
  }
  tokens.recover();
  return { file, source, items, end: tokens.peek() };
}
