import type { BoundProgram } from './analysis/bound-program.ts';
import type { Routine, Site } from './analysis/types/bound-tree.ts';
import type { Program } from './compile.ts';
import { CompiledProgram } from './compile/compiler.ts';

/** Places of a program at which somebody is told of statements. Made anew for each set of places. */
export type MarkedPlaces = {
  /** Lines of a file: the first statement on each. */
  readonly lines: (file: string) => ReadonlySet<number> | undefined;
  /** Functions by name: the first statement of each. */
  readonly routines: ReadonlySet<string>;
};

export type MarkedProgram = { readonly compiled: CompiledProgram; readonly sites: ReadonlySet<Site> };

type Remembered = { readonly key: object; readonly marked: MarkedProgram };
const remembered = new WeakMap<BoundProgram, Remembered>();

/**
 * The program, compiled so that it tells of the marked places. The rest of it runs as fast as before, and one without any is
 * the program itself. `key` stands for the places.
 */
export function markedProgram({ compiled }: Program, key: object, places: MarkedPlaces): MarkedProgram {
  const { checked } = compiled;
  const known = remembered.get(checked);
  if (known?.key === key) return known.marked;
  const sites = sitesOf(checked, places);
  const marked = {
    compiled: sites.size === 0 ? compiled : new CompiledProgram(checked, { marks: sites }),
    sites,
  };
  remembered.set(checked, { key, marked });
  return marked;
}

function sitesOf({ sites }: BoundProgram, { lines, routines }: MarkedPlaces): ReadonlySet<Site> {
  const chosen = new Set<Site>();
  const taken = new Set<string>();
  const entered = new Set<Routine>();
  for (const site of sites) {
    const { file, line } = site.span;
    const place = `${file}:${String(line)}`;
    if (!taken.has(place) && lines(file)?.has(line) === true) {
      taken.add(place);
      chosen.add(site);
    }
    const { routine } = site;
    if (routines.has(routine.name) && !entered.has(routine)) {
      entered.add(routine);
      chosen.add(site);
    }
  }
  return chosen;
}

/** The lines of one of its files on which a statement begins, in order. */
export function linesOf({ compiled }: Program, file: string): readonly number[] {
  const lines = compiled.checked.sites.flatMap(({ span }) => (span.file === file ? [span.line] : []));
  return [...new Set(lines)].sort((a, b) => a - b);
}

/** The functions of a program in which a statement can run, by name. */
export const routinesOf = ({ compiled }: Program): ReadonlySet<string> =>
  new Set(compiled.checked.sites.map(({ routine }) => routine.name));
