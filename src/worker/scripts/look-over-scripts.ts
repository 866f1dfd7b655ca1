import { WorldPrograms } from '../../bots/programs.ts';
import { folds } from '../../crmscript/folds.ts';
import { inlays } from '../../crmscript/inlays.ts';
import type { TablesSource } from '../../crmscript/library.ts';
import { Lines } from '../../crmscript/lines.ts';
import { outline } from '../../crmscript/outline.ts';
import { references, type Found, type Place } from '../../crmscript/references.ts';
import { rename, renameAt, type PlacedEdit } from '../../crmscript/rename.ts';
import { selections } from '../../crmscript/selections.ts';
import { findScript } from '../../engine/registration.ts';
import type { World } from '../../engine/world.ts';
import type { Look, Looked, ScriptEdits } from '../../protocol/look.ts';

/** Looks over a script in CRMScript, and those that share a program with it; null where there is nothing to say. */
export function lookOverScripts(world: World, look: Look, tables?: TablesSource): Looked | null {
  const { kind, source } = look;
  switch (kind) {
    case 'outline':
      return { kind, items: outline(source) };
    case 'folds':
      return { kind, folds: folds(source) };
    case 'selections':
      return { kind, ranges: selections(source, look.offset) };
    default:
      return overPrograms(world, look, tables);
  }
}

function overPrograms(world: World, look: Look, tables?: TablesSource): Looked | null {
  const { source, script: id } = look;
  const script = findScript(world.folders, id);
  if (script === undefined) return null;
  const written = new Map(look.written.map((one) => [one.script, one.source]));
  const programs = new WorldPrograms(world, written.set(id, source), tables);
  const at = { file: programs.fileOf(id), offset: 'offset' in look ? look.offset : 0 };
  switch (look.kind) {
    case 'inlays':
      return { kind: 'inlays', inlays: inlays(programs.edited(script), look.start, look.end) };
    case 'references':
      return found(programs, references(programs, at));
    case 'renameAt':
      return renameAt(programs, at);
    case 'rename': {
      const made = rename(programs, at, look.name);
      if (made.kind === 'refused') return made;
      const scripts = editsByScript(programs, made.edits);
      return { kind: 'renamed', name: look.name, scripts, warnings: made.warnings };
    }
    default:
      return null;
  }
}

function editsByScript(programs: WorldPrograms, edits: readonly PlacedEdit[]): readonly ScriptEdits[] {
  const found = new Map<number, ScriptEdits['edits'][number][]>();
  for (const { file, start, end, text } of edits) {
    const script = programs.scriptOf(file)?.id;
    if (script === undefined) continue;
    const others = found.get(script) ?? [];
    found.set(script, others);
    others.push({ start, end, text });
  }
  return [...found].map(([script, ofScript]) => ({ script, edits: ofScript }));
}

/** So many places are told of, the first of each script and of all: a list of more helps nobody. */
const mostPlaces = 500;

function found(programs: WorldPrograms, references: Found | null): Looked | null {
  if (references === null) return null;
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
      const script = programs.scriptOf(file);
      if (script === undefined) return [];
      const source = programs.sourceOf(script);
      const ofFile = lines.get(file) ?? new Lines(source);
      lines.set(file, ofFile);
      const declares = declaration?.file === file && declaration.start === start;
      return [{ script: script.id, ...lineAround(source, ofFile, place), declares }];
    }),
  };
}

/** So much of a line is shown, with what is looked for in it. */
const longestLine = 200;

function lineAround(source: string, lines: Lines, { start, end }: Omit<Place, 'file'>) {
  const { line, column } = lines.at(start);
  const from = Math.max(start - column + 1, start - longestLine / 2);
  const written = source.slice(from, Math.min(lines.endOf(line), start + longestLine));
  const text = written.trim();
  const first = start - from - (written.length - written.trimStart().length);
  return { line, column, text, from: first, to: Math.min(first + end - start, text.length) };
}
