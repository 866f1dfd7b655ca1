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

/** Mocks are matched top down: those that stood behind one that comes back are put behind it again. */
export const mockBack: Back = ({ mocks: before }, id, now) => {
  const at = before.findIndex((one) => one.id === id);
  const mock = before[at];
  const isThere = now.mocks.some((one) => one.id === id);
  if (mock === undefined) return isThere ? [{ type: 'admin.deletesMock', mock: id }] : [];
  const earlier = before.slice(0, at).map((one) => one.id);
  const behind = isThere ? [] : now.mocks.filter((one) => !earlier.includes(one.id));
  return [
    { type: 'admin.savesMock', mock },
    ...behind.flatMap((one): readonly Input[] => [
      { type: 'admin.deletesMock', mock: one.id },
      { type: 'admin.savesMock', mock: one },
    ]),
  ];
};
