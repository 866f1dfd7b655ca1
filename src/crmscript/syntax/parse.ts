import type { Item, Tree } from './ast.ts';
import { Cursor } from './cursor.ts';
import { parseItems } from './parse-item.ts';
import type { Problems } from './problems.ts';
import { scan } from './scanner.ts';

// script := { item }
/**
 * Reads a file. Never throws, and takes time in proportion to the length of the text: whatever the source, there is a
 * tree, and `problems` has what is wrong with it. What cannot be read is skipped up to where a statement may begin again.
 */
export function parse(source: string, file: string, problems: Problems): Tree {
  const before = problems.syntaxErrors;
  const tokens = new Cursor(scan(source, file, problems), source, problems);
  const items: Item[] = [];
  for (;;) {
    parseItems(tokens, items);
    if (tokens.atEnd) break;
    problems.syntax('stray-brace', 'This "}" closes nothing.', tokens.next());
  }
  // What was skipped may have declared anything: nothing is said about what stands around it, and what is not found.
  if (problems.syntaxErrors > before) {
    problems.damage(file, 0, source.length + 1, 0);
    problems.incomplete = true;
  }
  return { file, source, items, end: tokens.current };
}
