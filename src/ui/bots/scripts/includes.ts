import type { Folder } from '../../../engine/definition.ts';
import { findInclude } from '../../../engine/registration.ts';

/** The directives of a source that take in other scripts: where they stand, and whom they name. */
export const includesIn = (source: string) =>
  [...source.matchAll(/^[ \t]*(?:#include\s*|\/\/\/\s*<include\s+includeId\s*=\s*)(["'])(.*?)\1/gm)].map(
    ({ index, 0: text, 2: name = '' }) => ({ start: index, end: index + text.length, name }),
  );

/** A source with all that it takes in, each text once, itself first. */
export function withIncluded(source: string, folders: readonly Folder[]): readonly string[] {
  const found = new Set([source]);
  for (const text of found) {
    for (const { name } of includesIn(text)) {
      const script = findInclude(folders, name);
      if (script !== undefined) found.add(script.source);
    }
  }
  return [...found];
}
