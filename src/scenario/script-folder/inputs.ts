import type { Folder } from '../../engine/definition.ts';
import type { Input } from '../../engine/inputs.ts';

/** The inputs by which a world comes to have these folders. */
export type FolderInput = Extract<
  Input,
  { type: 'admin.savesFolder' | 'admin.savesScript' | 'admin.deletesScript' }
>;

/** From so many scripts of a folder on, the folder is saved as a whole. */
const many = 4;

/**
 * What an administrator would do to make the folders of a world, `before`, those that were taken: scripts one by one, where
 * they are few; a folder that is new, or has much that is, as a whole. A script that changes its folder is saved there.
 */
export function folderInputs(before: readonly Folder[], after: readonly Folder[]): readonly FolderInput[] {
  const placeOf = new Map(
    before.flatMap(({ id, scripts }) => scripts.map((script) => [script.id, { id, script }])),
  );
  const left = new Set(after.flatMap(({ scripts }) => scripts.map(({ id }) => id)));
  const deleted = [...placeOf.keys()].filter((id) => !left.has(id));
  const inputs: FolderInput[] = deleted.map((script) => ({ type: 'admin.deletesScript', script }));
  for (const { id, name, scripts } of after) {
    const isNew = !before.some((folder) => folder.id === id);
    const isMoved = (script: number) => (placeOf.get(script)?.id ?? id) !== id;
    const own = scripts.filter((script) => !isMoved(script.id));
    const fresh = own.filter((script) => placeOf.get(script.id)?.script !== script);
    const moved = scripts.filter((script) => isMoved(script.id));
    const isWhole = isNew || fresh.length >= many;
    if (isWhole) inputs.push({ type: 'admin.savesFolder', folder: { id, name, scripts: own } });
    for (const script of isWhole ? moved : [...fresh, ...moved])
      inputs.push({ type: 'admin.savesScript', folder: id, script });
  }
  return inputs;
}
