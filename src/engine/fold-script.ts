import type { EventOf } from './events.ts';
import { findScript } from './registration.ts';
import { without, withSaved, withSavedLast } from './fold-list.ts';
import type { World } from './world.ts';

type ScriptEvent =
  | EventOf<'folder.saved'>
  | EventOf<'folder.deleted'>
  | EventOf<'script.saved'>
  | EventOf<'script.deleted'>
  | EventOf<'script.failed'>;

/** Folds what became of scripts and their folders, and which of them are left out since they hung (rulings 45). */
export function foldScript(world: World, event: ScriptEvent): World {
  switch (event.type) {
    case 'folder.saved': {
      const folders = withSaved(world.folders, event.folder);
      // A folder brings its scripts along; those that are as they were are still the ones that hung.
      const same = (id: number) => findScript(folders, id)?.source === findScript(world.folders, id)?.source;
      return { ...world, folders, leftOut: kept(world.leftOut, same) };
    }
    case 'folder.deleted': {
      const folders = without(world.folders, event.folder);
      return {
        ...world,
        folders,
        leftOut: kept(world.leftOut, (id) => findScript(folders, id) !== undefined),
      };
    }
    case 'script.saved':
      return {
        ...world,
        leftOut: kept(world.leftOut, (id) => id !== event.script.id),
        folders: world.folders.map((folder) => {
          const scripts = without(folder.scripts, event.script.id);
          if (folder.id === event.folder)
            return { ...folder, scripts: withSavedLast(folder.scripts, event.script) };
          return scripts.length === folder.scripts.length ? folder : { ...folder, scripts };
        }),
      };
    case 'script.deleted':
      return {
        ...world,
        leftOut: kept(world.leftOut, (id) => id !== event.script),
        folders: world.folders.map((folder) =>
          findScript([folder], event.script) === undefined
            ? folder
            : { ...folder, scripts: without(folder.scripts, event.script) },
        ),
      };
    case 'script.failed':
      return event.kind === 'LeftOut' && !world.leftOut.includes(event.script)
        ? { ...world, leftOut: [...world.leftOut, event.script] }
        : world;
  }
}

/** The list as it is when it loses nothing: most steps know of no script that hung. */
function kept(leftOut: readonly number[], keep: (script: number) => boolean): readonly number[] {
  return leftOut.every(keep) ? leftOut : leftOut.filter(keep);
}
