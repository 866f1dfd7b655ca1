import type { JavaScriptEditing } from '../../bots/javascript-editing.ts';
import { referencesOver, renameAtOver, renameOver } from '../../bots/javascript-programs.ts';
import { JavaScriptPrograms } from '../../bots/javascript-world.ts';
import type { World } from '../../engine/world.ts';
import type { ScriptQuery, ScriptQueryResult } from '../../protocol/script-query.ts';
import { foundPlaces, renamed, type ScriptOf } from './query-places.ts';

/** Looks over a script in JavaScript, and those that share a program with it; null where there is nothing to say. */
export function lookOverJavaScript(
  editing: JavaScriptEditing,
  world: World,
  look: ScriptQuery,
): ScriptQueryResult | null {
  const { kind, source } = look;
  switch (kind) {
    case 'outline':
      return { kind, items: editing.outline(source) };
    case 'folds':
      return { kind, folds: editing.folds(source) };
    case 'selections':
      return { kind, ranges: editing.selections(source, look.offset) };
    default:
      return overPrograms(editing, world, look);
  }
}

function overPrograms(editing: JavaScriptEditing, world: World, look: ScriptQuery): ScriptQueryResult | null {
  const { source, script: id } = look;
  const written = new Map(look.written.map((one) => [one.script, one.source]));
  const scripts = new JavaScriptPrograms(world, written.set(id, source));
  const path = String(id);
  const scriptOf: ScriptOf = (file) => scripts.scriptOf(file);
  const script = scripts.scriptOf(path);
  if (script === undefined) return null;
  switch (look.kind) {
    case 'inlays': {
      const { start, end } = look;
      const all = editing.inlays({ world: scripts.world, main: scripts.mainOf(script) });
      return { kind: 'inlays', inlays: all.filter(({ offset }) => offset >= start && offset <= end) };
    }
    case 'references': {
      const { offset } = look;
      return foundPlaces(referencesOver(editing, scripts.programs, { path, offset }), scriptOf);
    }
    case 'renameAt':
      return renameAtOver(editing, scripts.programs, { path, offset: look.offset });
    case 'rename': {
      const { offset, name } = look;
      return renamed(name, renameOver(editing, scripts.programs, { path, offset }, name), scriptOf);
    }
    default:
      return null;
  }
}
