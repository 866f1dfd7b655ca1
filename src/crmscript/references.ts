import type { EditedScript } from './complete.ts';
import type { FileRange, ProgramSymbol } from './editing/names-of.ts';
import { Programs } from './editing/programs.ts';
import { sortedPlaces, usesAt, usesOfThings } from './editing/uses.ts';

export type { FileRange } from './editing/names-of.ts';
export { sortedPlaces } from './editing/uses.ts';

/** Where something is used. */
export type ReferencedSymbol = {
  readonly name: string;
  readonly kind: ProgramSymbol['kind'];
  /** Where the name stands that declares it; the library's names, and what a `catch` brings, are declared nowhere. */
  readonly declaration?: FileRange;
  /** Every place once, with the declaration, by file and there in the order of the text. */
  readonly places: readonly FileRange[];
};

/**
 * Where the name at a place is used, in all programs. A program is a script that is run with all that it includes, which is one
 * namespace: what a shared file uses may be declared in who includes it. `roots` are all programs at hand; of those in which the
 * name does not stand, only the text is looked at. Null where there is no name that means something.
 */
export function references(
  roots: Iterable<EditedScript>,
  at: { readonly file: string; readonly offset: number },
): ReferencedSymbol | null {
  const programs = new Programs(roots);
  const things = usesAt(programs, at).map(({ thing }) => thing);
  const [first] = things;
  if (first === undefined) return null;
  const places = usesOfThings(programs, things).map(({ use: { file, start, end } }) => ({
    file,
    start,
    end,
  }));
  const { name, kind, declaration } = first;
  return { name, kind, ...(declaration && { declaration }), places: sortedPlaces(places) };
}
