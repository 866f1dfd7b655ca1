import type { Input } from './inputs.ts';
import { isKind, listOf } from './kinds.ts';
import type { World } from './world.ts';

const withId = <T extends { readonly id: number }>(things: readonly T[], id: number | undefined) =>
  things.find((thing) => thing.id === id) ?? null;

const scripts = ({ folders }: World) => folders.flatMap((folder) => folder.scripts);

/**
 * What an input of an administrator takes the place of, as it stands: null is nothing yet, undefined an input that
 * takes the place of nothing. Whoever saves says what they began from; when that is no longer what stands there,
 * saving would overwrite what somebody else saved meanwhile.
 */
export function replacedBy(world: World, input: Input): unknown {
  switch (input.type) {
    case 'admin.savesFolder': {
      const { id, name } = input.folder;
      return id === undefined
        ? (world.folders.find((folder) => folder.name === name) ?? null)
        : withId(world.folders, id);
    }
    case 'admin.savesScript':
      return withId(scripts(world), input.script.id);
    case 'admin.deletesScript':
      return withId(scripts(world), input.script);
    case 'admin.savesTable':
    case 'admin.deletesTable':
      return Object.hasOwn(world.tables, input.table) ? world.tables[input.table] : null;
    case 'admin.setsOptions':
      return Object.fromEntries(Object.entries(world.options).filter(([name]) => name in input.options));
    case 'admin.setsFileTypes':
      return world.fileTypes;
    case 'admin.movesMock':
      return world.mocks.map(({ id }) => id);
    default:
      return ofKind(world, input);
  }
}

/** The same of `admin.savesMock`, `admin.deletesAgent` and their like. */
function ofKind(world: World, input: Input): unknown {
  const [, name = ''] = /^admin\.(?:saves|deletes)(\w+)$/.exec(input.type) ?? [];
  const kind = name.charAt(0).toLowerCase() + name.slice(1);
  if (!isKind(kind)) return undefined;
  const given = (input as unknown as Readonly<Record<string, number | { readonly id?: number }>>)[kind];
  const things: readonly { readonly id: number }[] = world[listOf[kind]];
  return withId(things, typeof given === 'object' ? given.id : given);
}

type Plain = Readonly<Record<string, unknown>>;
const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null;
const filled = (thing: Plain) => Object.entries(thing).filter(([, value]) => value !== undefined);

/** Whether two plain values say the same; a field without a value is no field, and order is of no matter. */
export function saysTheSame(a: unknown, b: unknown): boolean {
  if (!isPlain(a) || !isPlain(b) || Array.isArray(a) !== Array.isArray(b)) return Object.is(a, b);
  const fields = filled(a);
  return (
    fields.length === filled(b).length &&
    fields.every(([name, value]) => Object.hasOwn(b, name) && saysTheSame(value, b[name]))
  );
}
