import type { Folder, Script } from '../../engine/definition.ts';
import { addHits, type Hits, type ScriptHits } from '../../engine/script-hits.ts';
import { keyFrom, sumBy } from './sums.ts';

/** What ran of a text of a script: two texts of one script count apart. */
export type ScriptCoverage = Pick<Script, 'name' | 'includeName' | 'language' | 'source'> &
  Hits & {
    /** The name of its folder; empty for one that no folder has any more. */
    readonly folder: string;
  };

export function scriptsOf(
  hits: readonly ScriptHits[],
  folders: readonly Folder[],
): readonly ScriptCoverage[] {
  const named = hits.map(({ script: { id, name, includeName, language, source }, statements, branches }) => {
    const folder = folders.find(({ scripts }) => scripts.some((script) => script.id === id))?.name ?? '';
    return { folder, name, includeName, language, source, statements, branches };
  });
  return addScripts(named, []);
}

export const addScripts = (
  some: readonly ScriptCoverage[],
  others: readonly ScriptCoverage[],
): readonly ScriptCoverage[] =>
  sumBy(
    [...some, ...others],
    ({ folder, name, includeName, language, source }) => keyFrom(folder, name, includeName, language, source),
    (one, other) => ({ ...one, ...addHits(one, other) }),
  );
