import type { LinkedLibrary } from '../analysis/link.ts';
import type { Library } from '../library/parts.ts';
import type { Completion } from './completion.ts';
import { notesOfClass, plain } from './describe.ts';
import { callItem } from './member-items.ts';

/** What a library has for every script: the same each time, so it is made once. */
export type LibraryItems = {
  readonly functions: ReadonlyMap<string, Completion>;
  /** All but Void, which only functions can be. */
  readonly types: readonly Completion[];
  readonly enums: readonly Completion[];
};

const made = new WeakMap<LinkedLibrary, LibraryItems>();

export function libraryItems(linked: LinkedLibrary, library: Library): LibraryItems {
  const known = made.get(linked);
  if (known !== undefined) return known;
  const items = {
    functions: functionItems(linked),
    types: typeItems(linked, library),
    enums: enumItems(linked, library),
  };
  made.set(linked, items);
  return items;
}

/** What works here stands before what needs a server. */
function functionItems(linked: LinkedLibrary): ReadonlyMap<string, Completion> {
  const items = new Map<string, Completion>();
  for (const name of linked.functionNames()) {
    const natives = linked.functionsOf(name);
    if (natives.length === 0) continue;
    const isOffline = natives.every(({ native }) => native.needsServer !== undefined);
    items.set(name, { ...callItem('function', name, [], natives, new Map()), distance: isOffline ? 5 : 3 });
  }
  return items;
}

const everyday = new Set(['String', 'Integer', 'Bool', 'Float', 'Map', 'DateTime', 'Vector', 'EventData']);

function typeItems(linked: LinkedLibrary, { classes, tables }: Library): readonly Completion[] {
  const names = new Set([
    'Generic',
    ...classes.map(({ name }) => name),
    ...Object.keys(tables?.().classes ?? {}),
  ]);
  const remarks = new Map(
    classes.flatMap((native) => {
      const notes = notesOfClass(native);
      return notes.length === 0
        ? []
        : [[native.name, { about: [{ ...plain(`class ${native.name}`), notes }] }]];
    }),
  );
  const distanceOf = (name: string): number => (everyday.has(name) ? 2 : name.startsWith('NS') ? 5 : 4);
  return [...names]
    .filter((name) => linked.type(name) !== undefined)
    .map((name) => ({ ...typeItem(name, 'type', distanceOf(name)), ...remarks.get(name) }));
}

export const typeItem = (label: string, detail: string, distance: number): Completion => ({
  label,
  kind: 'type',
  detail,
  distance,
});

function enumItems(linked: LinkedLibrary, { enums, tables }: Library): readonly Completion[] {
  return [...new Set([...enums.keys(), ...Object.keys(tables?.().enums ?? {})])]
    .filter((name) => linked.enumOf(name) !== undefined)
    .map((label) => ({ label, kind: 'enum', detail: 'enum', distance: 5 }));
}
