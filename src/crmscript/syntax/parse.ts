import type { Item, Tree } from './ast.ts';
import { Cursor, type FaultListener } from './cursor.ts';
import { parseItems } from './parse-item.ts';
import type { Problems } from './problems.ts';
import { scan } from './scanner.ts';
import type { Token } from './token.ts';

/**
 * Reads a file. Never throws, and takes time in proportion to the length of the text: whatever the source, there is a
 * tree, and `problems` has what is wrong with it. What cannot be read is skipped up to where a statement may begin again.
 */
export function parse(source: string, file: string, problems: Problems): Tree {
  const before = problems.syntaxErrors;
  const tokens = scan(source, file, problems);
  const tree = parseTokens(tokens, source, (fault, { current }) => {
    // What is no token has been reported.
    if (current.kind !== 'bad') problems.fault(fault);
  });
  // What was skipped may have declared anything: nothing is said about what stands around it, and what is not found.
  if (problems.syntaxErrors > before) {
    problems.suppress(file, 0, source.length + 1, 0);
    problems.incomplete = true;
  }
  return tree;
}

// script := { item }
/** The tree of a file whose tokens are known. */
export function parseTokens(all: readonly Token[], source: string, listener: FaultListener): Tree {
  const tokens = new Cursor(all, source, listener);
  const items: Item[] = [];
  for (;;) {
    parseItems(tokens, items);
    if (tokens.atEnd) return { file: tokens.current.file, source, items, end: tokens.current };
    tokens.statementStart = tokens.position;
    tokens.report(tokens.fault('stray-brace', 'This "}" closes nothing.'));
    tokens.next();
  }
}
