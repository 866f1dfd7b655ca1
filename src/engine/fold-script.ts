import type { EventOf } from './events.ts';
import { findScript } from './registration.ts';
import { without, withSaved, withSavedLast } from './fold-list.ts';
import type { WorldCopy } from './changed.ts';
import type { World } from './world.ts';

type ScriptEvent =
  | EventOf<'folder.saved'>
  | EventOf<'folder.deleted'>
  | EventOf<'script.saved'>
  | EventOf<'script.deleted'>
  | EventOf<'script.failed'>;

/** Folds what became of scripts and their folders, and which of them are left out since they hung (rulings 45). */
export function foldScript(world: WorldCopy, event: ScriptEvent): World {
  switch (event.type) {
    case 'folder.saved': {
      const folders = withSaved(world.folders, event.folder);
      // A folder brings its scripts along; those that are as they were are still the ones that hung.
      const same = (id: number) => findScript(folders, id)?.source === findScript(world.folders, id)?.source;
      world.leftOut = kept(world.leftOut, same);
      world.folders = folders;
      return world;
    }
    case 'folder.deleted': {
      const folders = without(world.folders, event.folder);
      world.folders = folders;
      world.leftOut = kept(world.leftOut, (id) => findScript(folders, id) !== undefined);
      return world;
    }
    case 'script.saved':
      world.leftOut = kept(world.leftOut, (id) => id !== event.script.id);
      world.folders = world.folders.map((folder) => {
        const scripts = without(folder.scripts, event.script.id);
        if (folder.id === event.folder)
          return { ...folder, scripts: withSavedLast(folder.scripts, event.script) };
        return scripts.length === folder.scripts.length ? folder : { ...folder, scripts };
      });
      return world;
    case 'script.deleted':
      world.leftOut = kept(world.leftOut, (id) => id !== event.script);
      world.folders = world.folders.map((folder) =>
        findScript([folder], event.script) === undefined
          ? folder
          : { ...folder, scripts: without(folder.scripts, event.script) },
      );
      return world;
    case 'script.failed':
      if (event.kind === 'LeftOut' && !world.leftOut.includes(event.script)) {
        world.leftOut = [...world.leftOut, event.script];
      }
      return world;
  }
}

/** The list as it is when it loses nothing: most steps know of no script that hung. */
function kept(leftOut: readonly number[], keep: (script: number) => boolean): readonly number[] {
  return leftOut.every(keep) ? leftOut : leftOut.filter(keep);
}
