import type { Folder, Mock } from '../../engine/definition.ts';
import type { Input } from '../../engine/inputs.ts';
import { replacedBy, saysTheSame } from '../../engine/replaced-by.ts';
import type { World } from '../../engine/world.ts';
import { requireWorld, type Store } from '../store/store.ts';
import { words } from '../words.ts';
import { refusalText } from '../refusal-text.ts';

/** What can be taken back by saving what was there before. */
export type Undoable = Extract<
  Input,
  { type: `admin.${'saves' | 'deletes'}${'Script' | 'Folder' | 'Mock' | 'Table'}` }
>;

const inserted = <T>(things: readonly T[], at: number, thing: T): readonly T[] => [
  ...things.slice(0, at),
  thing,
  ...things.slice(at),
];

/** A script comes back to its place among the others of its folder. */
function scriptBack(before: readonly Folder[], now: World, id: number): readonly Input[] {
  const folder = before.find(({ scripts }) => scripts.some((one) => one.id === id));
  const script = folder?.scripts.find((one) => one.id === id);
  if (folder === undefined || script === undefined) return [];
  const there = now.folders.find((one) => one.id === folder.id) ?? { ...folder, scripts: [] };
  if (there.scripts.some((one) => one.id === id)) {
    return [{ type: 'admin.savesScript', folder: folder.id, script }];
  }
  const scripts = inserted(there.scripts, folder.scripts.indexOf(script), script);
  return [{ type: 'admin.savesFolder', folder: { ...there, scripts } }];
}

/** Mocks are matched top down: those that stood behind one that comes back are put behind it again. */
function mockBack(before: readonly Mock[], now: World, id: number): readonly Input[] {
  const at = before.findIndex((one) => one.id === id);
  const mock = before[at];
  if (mock === undefined) return [];
  const isThere = now.mocks.some((one) => one.id === id);
  const earlier = before.slice(0, at).map((one) => one.id);
  const behind = isThere ? [] : now.mocks.filter((one) => !earlier.includes(one.id));
  return [
    { type: 'admin.savesMock', mock },
    ...behind.flatMap((one): readonly Input[] => [
      { type: 'admin.deletesMock', mock: one.id },
      { type: 'admin.savesMock', mock: one },
    ]),
  ];
}

/** The inputs that bring back what `input` took the place of in the world `before`, for the world as it is now. */
export function undoing(before: World, input: Undoable, now: World): readonly Input[] {
  switch (input.type) {
    case 'admin.savesScript':
      return scriptBack(before.folders, now, input.script.id);
    case 'admin.deletesScript':
      return scriptBack(before.folders, now, input.script);
    case 'admin.savesFolder':
    case 'admin.deletesFolder': {
      const folder = replacedBy(before, input) as Folder | null;
      return folder === null ? [] : [{ type: 'admin.savesFolder', folder }];
    }
    case 'admin.savesMock':
      return mockBack(before.mocks, now, input.mock.id ?? 0);
    case 'admin.deletesMock':
      return mockBack(before.mocks, now, input.mock);
    case 'admin.savesTable':
    case 'admin.deletesTable': {
      const rows = before.tables[input.table];
      return rows === undefined ? [] : [{ type: 'admin.savesTable', table: input.table, rows }];
    }
  }
}

/** Takes an input back, unless what it left has changed since; says why not, or nothing. */
export async function undoInput(store: Store, before: World, after: World, input: Undoable): Promise<string> {
  const now = requireWorld(store);
  if (!saysTheSame(replacedBy(now, input), replacedBy(after, input))) return words.undo.changed;
  for (const back of undoing(before, input, now)) {
    const answer = await store.dispatch(back);
    if (answer.kind !== 'committed') return refusalText(answer);
  }
  return '';
}
