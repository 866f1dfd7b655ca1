import { safeFileName } from '../scenario/file-name.ts';
import type { ScriptCoverage } from '../testing/coverage.ts';

/** A script that has something to count, under the path that a report gives it. */
export type CoveredFile = { readonly path: string; readonly script: ScriptCoverage };

/**
 * The files that a report of coverage is about. `pathOf` knows where a script's text was read; one that stands in a scenario
 * gets the name that `convert` would give it. Two texts of one script are two files.
 */
export function coveredFiles(
  scripts: readonly ScriptCoverage[],
  pathOf: (script: ScriptCoverage) => string | undefined,
): readonly CoveredFile[] {
  const taken = new Set<string>();
  return scripts
    .filter(({ statements }) => statements.length > 0)
    .map((script) => {
      const [name, ending] = pathParts(pathOf(script) ?? pathInWorld(script));
      let path = `${name}${ending}`;
      for (let n = 2; taken.has(path.toLowerCase()); n++) path = `${name} (${String(n)})${ending}`;
      taken.add(path.toLowerCase());
      return { path, script };
    });
}

function pathInWorld({ folder, name, language }: ScriptCoverage): string {
  const file = `${safeFileName(name, 80, '_')}${language === 'javascript' ? '.ts' : '.crmscript'}`;
  return folder === '' ? file : `${safeFileName(folder, 80, '_')}/${file}`;
}

function pathParts(path: string): readonly [string, string] {
  const dot = path.lastIndexOf('.');
  const hasEnding = dot > path.replaceAll('\\', '/').lastIndexOf('/') + 1;
  return hasEnding ? [path.slice(0, dot), path.slice(dot)] : [path, ''];
}
