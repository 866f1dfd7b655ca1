import type { Library } from '../parts.ts';
import { mayBeInTables, nameOf } from './tables.ts';

/** Takes an object of a class in the tables; runs text that may name anything. */
const mayLeadToTables = new Set(['showDialog', 'executeScript']);

const names = new WeakMap<Library, ReadonlySet<string>>();

function namesOf(library: Library): ReadonlySet<string> {
  const known = names.get(library);
  if (known !== undefined) return known;
  const classes = library.classes.filter(({ tables }) => tables === undefined);
  const made = new Set([
    ...classes.map(({ name }) => name),
    ...library.functions.map(({ signature }) => nameOf(signature)),
  ]);
  names.set(library, made);
  return made;
}

/**
 * Whether a source may need the tables to compile: it has a word that stands in them and not in the
 * library itself. Comments and texts count too; better once too often.
 */
export function mentionsTables(library: Library, source: string): boolean {
  const own = namesOf(library);
  for (const [word] of source.matchAll(/[A-Za-z_]\w*/g)) {
    if (mayLeadToTables.has(word) || (mayBeInTables(word) && !own.has(word))) return true;
  }
  return false;
}
