import type { Reader } from '../check-source.ts';
import type { Tree } from '../syntax/ast.ts';
import { parse } from '../syntax/parse.ts';
import type { Problems } from '../syntax/problems.ts';

/** Reads a file that many programs include once. One of which something has to be said is read again each time, so that it is said each time. */
export function sharedTrees(): Reader {
  const known = new Map<string, Tree>();
  return {
    parse(source: string, file: string, problems: Problems): Tree {
      const found = known.get(file);
      if (found?.source === source) return found;
      const { mark } = problems;
      const tree = parse(source, file, problems);
      if (problems.mark === mark) known.set(file, tree);
      return tree;
    },
  };
}
