import type { Item, Tree } from './ast.ts';
import { parseItem } from './parse-statement.ts';
import type { Problems } from './problems.ts';
import { scan } from './scanner.ts';
import { TokenStream } from './token-stream.ts';

/**
 * Reads a file. Never throws, and takes time in proportion to the length of the text: whatever the
 * source, there is a tree, and `problems` has what is wrong with it.
 */
export function parse(source: string, file: string, problems: Problems): Tree {
  const tokens = new TokenStream(scan(source, file, problems), problems);
  const items: Item[] = [];
  while (!tokens.atEnd) {
    tokens.recover();
    if (tokens.is('}')) {
      const brace = tokens.next();
      tokens.report('stray-brace', 'This "}" closes nothing.', brace);
      continue;
    }
    items.push(parseItem(tokens));
  }
  return { file, items, end: tokens.peek() };
}
