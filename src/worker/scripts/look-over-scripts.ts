import { WorldPrograms } from '../../bots/programs.ts';
import { folds } from '../../crmscript/folds.ts';
import { inlays } from '../../crmscript/inlays.ts';
import type { TablesSource } from '../../crmscript/library.ts';
import { outline } from '../../crmscript/outline.ts';
import { references } from '../../crmscript/references.ts';
import { rename, renameAt } from '../../crmscript/rename.ts';
import { selections } from '../../crmscript/selections.ts';
import { findScript } from '../../engine/registration.ts';
import type { World } from '../../engine/world.ts';
import type { ScriptQuery, ScriptQueryResult } from '../../protocol/script-query.ts';
import { foundPlaces, renamed, type ScriptOf } from './query-places.ts';

/** Looks over a script in CRMScript, and those that share a program with it; null where there is nothing to say. */
export function lookOverScripts(
  world: World,
  look: ScriptQuery,
  tables?: TablesSource,
): ScriptQueryResult | null {
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

function overPrograms(world: World, look: ScriptQuery, tables?: TablesSource): ScriptQueryResult | null {
  const { source, script: id } = look;
  const script = findScript(world.folders, id);
  if (script === undefined) return null;
  const written = new Map(look.written.map((one) => [one.script, one.source]));
  const programs = new WorldPrograms(world, written.set(id, source), tables);
  const scriptOf: ScriptOf = (file) => {
    const found = programs.scriptOf(file);
    return found && { id: found.id, source: programs.sourceOf(found) };
  };
  const at = { file: programs.fileOf(id), offset: 'offset' in look ? look.offset : 0 };
  switch (look.kind) {
    case 'inlays':
      return { kind: 'inlays', inlays: inlays(programs.edited(script), look.start, look.end) };
    case 'references':
      return foundPlaces(references(programs, at), scriptOf);
    case 'renameAt':
      return renameAt(programs, at);
    case 'rename':
      return renamed(look.name, rename(programs, at, look.name), scriptOf);
    default:
      return null;
  }
}
