import { Lines } from '../../crmscript/lines.ts';
import type { ReferencedSymbol, FileRange } from '../../crmscript/references.ts';
import type { Renaming } from '../../crmscript/rename.ts';
import type { ScriptQueryResult, ScriptEdits } from '../../protocol/script-query.ts';

/** A script that a file of an answer is, as it is being written. */
export type ScriptOf = (file: string) => { readonly id: number; readonly source: string } | undefined;

/** The edits of a new name, by script. */
export function renamed(name: string, made: Renaming, scriptOf: ScriptOf): ScriptQueryResult {
  if (made.kind === 'refused') return made;
  const found = new Map<number, ScriptEdits['edits'][number][]>();
  for (const { file, start, end, text } of made.edits) {
    const script = scriptOf(file)?.id;
    if (script === undefined) continue;
    const others = found.get(script) ?? [];
    found.set(script, others);
    others.push({ start, end, text });
  }
  const scripts = [...found].map(([script, edits]) => ({ script, edits }));
  return { kind: 'renamed', name, scripts, warnings: made.warnings };
}

/** So many places are told of, the first of each script and of all: a list of more helps nobody. */
const mostPlaces = 500;

/** Where a name is used, by script and with the lines around it. */
export function foundPlaces(references: ReferencedSymbol | null, scriptOf: ScriptOf): ScriptQueryResult {
  if (references === null) return { kind: 'nothing' };
  const { name, kind: of, declaration, places } = references;
  const lines = new Map<string, Lines>();
  return {
    kind: 'references',
    name,
    of,
    scripts: new Set(places.map(({ file }) => file)).size,
    count: places.length,
    places: places.slice(0, mostPlaces).flatMap((place) => {
      const { file, start } = place;
      const script = scriptOf(file);
      if (script === undefined) return [];
      const { id, source } = script;
      const ofFile = lines.get(file) ?? new Lines(source);
      lines.set(file, ofFile);
      const declares = declaration?.file === file && declaration.start === start;
      return [{ script: id, ...lineAround(source, ofFile, place), declares }];
    }),
  };
}

/** So much of a line is shown, with what is looked for in it. */
const longestLine = 200;

function lineAround(source: string, lines: Lines, { start, end }: Omit<FileRange, 'file'>) {
  const { line, column } = lines.at(start);
  const from = Math.max(start - column + 1, start - longestLine / 2);
  const written = source.slice(from, Math.min(lines.endOf(line), start + longestLine));
  const text = written.trim();
  const first = start - from - (written.length - written.trimStart().length);
  return { line, column, text, from: first, to: Math.min(first + end - start, text.length) };
}
