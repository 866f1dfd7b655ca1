import { repairingReader } from '../fixes/repairing-reader.ts';
import type { Tree } from '../syntax/ast.ts';
import { parse } from '../syntax/parse.ts';
import { Problems } from '../syntax/problems.ts';

/** The tree of a text that may be broken: what the grammar does not allow is read as what was meant. */
export function tolerantTree(source: string): Tree {
  const problems = new Problems();
  const tree = parse(source, '', problems);
  return problems.syntaxErrors === 0 ? tree : repairingReader().parse(source, '', new Problems());
}
