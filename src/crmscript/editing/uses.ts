import type { NameUse, FileRange, ProgramSymbol } from './names-of.ts';
import type { Programs, ProgramText } from './programs.ts';

/** What the name at a place means: mostly one thing, but programs that share a file may differ about it. */
export function usesAt(
  programs: Programs,
  { file, offset }: { readonly file: string; readonly offset: number },
): readonly (NameUse & { readonly program: ProgramText })[] {
  const found = new Map<string, NameUse & { readonly program: ProgramText }>();
  for (const program of programs.with(file)) {
    const use = program.useAt(file, offset);
    if (use !== undefined && !found.has(use.thing.key)) found.set(use.thing.key, { ...use, program });
  }
  return [...found.values()];
}

/** Every use of some things, in each program that it is met in. */
export function usesOfThings(
  programs: Programs,
  things: readonly ProgramSymbol[],
): readonly { readonly use: NameUse; readonly program: ProgramText }[] {
  const keys = new Set(things.map(({ key }) => key));
  const found: { use: NameUse; program: ProgramText }[] = [];
  for (const program of programs) {
    if (!things.some((thing) => isIn(program, thing))) continue;
    for (const uses of program.names.uses.values()) {
      for (const use of uses) if (keys.has(use.thing.key)) found.push({ use, program });
    }
  }
  return found;
}

/** Whether a program can use a thing, by its texts alone. */
function isIn(program: ProgramText, { declaration, first, name }: ProgramSymbol): boolean {
  const home = declaration ?? first;
  return home === undefined ? program.mentions(name) : program.files.has(home.file);
}

/** By file and place, each once. */
export function sortedPlaces<T extends FileRange>(places: readonly T[]): readonly T[] {
  const once = new Map(places.map((place) => [`${String(place.start)} ${place.file}`, place]));
  return [...once.values()].sort((a, b) =>
    a.file === b.file ? a.start - b.start : a.file < b.file ? -1 : 1,
  );
}
