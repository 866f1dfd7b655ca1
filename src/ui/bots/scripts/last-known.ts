import { useRef } from 'preact/hooks';
import type { Folder, Script } from '../../../engine/definition.ts';
import type { World } from '../../../engine/world.ts';
import { useWorld } from '../../context.ts';
import type { Undoable } from '../../undo/undoing.ts';
import { botWords } from '../../words/bot-words.ts';

export type InFolder = { readonly folder: Folder; readonly script: Script };

/** A script of the world and the folder that it lies in. */
export function withFolder({ folders }: Pick<World, 'folders'>, id: number): InFolder | undefined {
  const folder = folders.find(({ scripts }) => scripts.some((one) => one.id === id));
  const script = folder?.scripts.find((one) => one.id === id);
  return folder === undefined || script === undefined ? undefined : { folder, script };
}

/** What a script was that is gone, as far as this page knows: enough to put back what somebody wrote into it. */
const lost = (id: number): InFolder => ({
  folder: { id: 0, name: botWords.lostScripts, scripts: [] },
  script: { id, name: botWords.lostScript(id), includeName: '', language: 'crmscript', source: '' },
});

/** A script as it is, or as it was when it was last there. */
export function useLastKnown(id: number): InFolder & { readonly isThere: boolean } {
  const folders = useWorld((world) => world.folders);
  const there = withFolder({ folders }, id);
  const last = useRef(lost(id));
  if (there !== undefined) last.current = there;
  return { ...last.current, isThere: there !== undefined };
}

/** Saves a source into its script as that is now; one that is gone comes back into its folder, or into one of that name. */
export function savingSource(world: World, known: InFolder, source: string): Undoable {
  const now = withFolder(world, known.script.id);
  const script = { ...(now ?? known).script, source };
  const { id, name } = known.folder;
  const into =
    now?.folder ??
    world.folders.find((one) => one.id === id) ??
    world.folders.find((one) => one.name === name);
  return into === undefined
    ? { type: 'admin.savesFolder', folder: { name, scripts: [script] } }
    : { type: 'admin.savesScript', folder: into.id, script };
}
