import type { Input } from '../../engine/inputs.ts';
import type { World } from '../../engine/world.ts';

/** The inputs that make of the thing with this number what it was in the world before: they save it, or delete it where it was not there. */
export type Back = (before: World, id: number, now: World) => readonly Input[];

const inserted = <T>(things: readonly T[], at: number, thing: T): readonly T[] => [
  ...things.slice(0, at),
  thing,
  ...things.slice(at),
];

/** A thing that comes back to its place by its number alone. */
export const thingBack =
  <T extends { readonly id: number }>(
    listOf: (world: World) => readonly T[],
    save: (thing: T) => Input,
    remove: (id: number) => Input,
  ): Back =>
  (before, id, now) => {
    const thing = listOf(before).find((one) => one.id === id);
    if (thing !== undefined) return [save(thing)];
    return listOf(now).some((one) => one.id === id) ? [remove(id)] : [];
  };

/** A script comes back to its place among the others of its folder. */
export const scriptBack: Back = ({ folders: before }, id, now) => {
  const folder = before.find(({ scripts }) => scripts.some((one) => one.id === id));
  const script = folder?.scripts.find((one) => one.id === id);
  if (folder === undefined || script === undefined) {
    const isThere = now.folders.some(({ scripts }) => scripts.some((one) => one.id === id));
    return isThere ? [{ type: 'admin.deletesScript', script: id }] : [];
  }
  const there = now.folders.find((one) => one.id === folder.id) ?? { ...folder, scripts: [] };
  if (there.scripts.some((one) => one.id === id)) {
    return [{ type: 'admin.savesScript', folder: folder.id, script }];
  }
  const scripts = inserted(there.scripts, folder.scripts.indexOf(script), script);
  return [{ type: 'admin.savesFolder', folder: { ...there, scripts } }];
};

/** Mocks are matched top down: one that comes back stands before the next of those that were behind it. */
export const mockBack: Back = (before, id, now) => {
  const mock = before.mocks.find((one) => one.id === id);
  const isThere = now.mocks.some((one) => one.id === id);
  if (mock === undefined) return isThere ? [{ type: 'admin.deletesMock', mock: id }] : [];
  return [{ type: 'admin.savesMock', mock }, ...(isThere ? [] : [placeBack(before, id, now)])];
};

/** Puts a mock before the next of those that it stood before; last, where none of them is left. */
export function placeBack(before: World, id: number, now: World): Input {
  const behind = before.mocks.slice(before.mocks.findIndex((one) => one.id === id) + 1);
  const next = behind.find((one) => now.mocks.some((other) => other.id === one.id));
  return { type: 'admin.movesMock', mock: id, before: next?.id ?? 0 };
}
