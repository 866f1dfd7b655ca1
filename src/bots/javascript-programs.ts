import { coded } from '../crmscript/codes.ts';
import { sortedPlaces, type ReferencedSymbol } from '../crmscript/references.ts';
import { noNameThere, type PlacedEdit, type RenameRefused, type Renaming } from '../crmscript/rename.ts';
import type { JavaScriptEditing, JavaScriptProgram, ScriptPlace } from './javascript-editing.ts';

/** A program whose files have paths besides the names that they are included by: a script that programs share has one path. */
export type SharedProgram = JavaScriptProgram & {
  readonly pathOf: (file: string) => string;
  /** What a file is included by in this program; undefined where it is no part of it. */
  readonly fileAt: (path: string) => string | undefined;
};

/** A place in a script, by its path. */
export type PathPlace = { readonly path: string; readonly offset: number };

/** The name at a place that would be renamed in all programs, or why it cannot be. */
export function renameAtOver(
  editing: JavaScriptEditing,
  programs: readonly SharedProgram[],
  at: PathPlace,
): ReturnType<JavaScriptEditing['renameAt']> {
  const [first] = partOf(programs, at);
  return first === undefined ? noNameThere : editing.renameAt(first.program, first.at);
}

/** Where the name at a place is used in all programs that have what declares it; files of the answer are paths. */
export function referencesOver(
  editing: JavaScriptEditing,
  programs: readonly SharedProgram[],
  at: PathPlace,
): ReferencedSymbol | null {
  const all = usesOver(editing, programs, at);
  const [first] = all;
  if (first === undefined) return null;
  return { ...first.found, places: sortedPlaces(all.flatMap(({ found }) => found.places)) };
}

/**
 * The edits of a new name, in all programs that have what declares it; files of the edits are paths. It is refused where a program
 * refuses it, and where a script would be edited in which the name means something else to another program.
 */
export function renameOver(
  editing: JavaScriptEditing,
  programs: readonly SharedProgram[],
  at: PathPlace,
  name: string,
): Renaming {
  const before = renameAtOver(editing, programs, at);
  if (before.kind === 'refused') return before;
  if (before.name === name) return { kind: 'edits', edits: [], warnings: [] };
  const uses = usesOver(editing, programs, at);
  const [first] = uses;
  if (first === undefined) return noNameThere;
  const differs = (program: SharedProgram, path: string): RenameRefused => {
    const [one, two] = [first.program.main.file, program.main.file];
    const file = program.fileAt(path) ?? '';
    return {
      kind: 'refused',
      reason: coded('rename-differs', { name: before.name, file, first: one, second: two }),
    };
  };
  const other = uses.find(({ found }) => !isSame(found.declaration, first.found.declaration));
  if (other !== undefined) return differs(other.program, at.path);
  const made = new Map<SharedProgram, readonly PlacedEdit[]>();
  for (const { program, at: here } of uses) {
    const renamed = editing.rename(program, here, name);
    if (renamed.kind === 'refused') return renamed;
    made.set(
      program,
      renamed.edits.map((one) => ({ ...one, file: program.pathOf(one.file) })),
    );
  }
  const edits = sortedPlaces([...made.values()].flat());
  for (const program of programs) {
    const known = new Set(made.get(program)?.map(keyOf));
    const missed = edits.find((one) => program.fileAt(one.file) !== undefined && !known.has(keyOf(one)));
    if (missed !== undefined) return differs(program, missed.file);
  }
  return { kind: 'edits', edits, warnings: [] };
}

type Use = { readonly program: SharedProgram; readonly at: ScriptPlace; readonly found: ReferencedSymbol };

/** What is found in the programs that a place is part of, and in those that have what declares the name there. */
function usesOver(
  editing: JavaScriptEditing,
  programs: readonly SharedProgram[],
  at: PathPlace,
): readonly Use[] {
  const direct = partOf(programs, at).flatMap((one) => usesIn(editing, one.program, one.at));
  const declarations = sortedPlaces(direct.flatMap(({ found }) => found.declaration ?? []));
  const known = new Set(direct.map(({ program }) => program));
  const others = declarations.flatMap(({ file, start }) =>
    partOf(programs, { path: file, offset: start })
      .filter(({ program }) => !known.has(program))
      .flatMap((one) => usesIn(editing, one.program, one.at)),
  );
  return [...direct, ...others];
}

function usesIn(editing: JavaScriptEditing, program: SharedProgram, at: ScriptPlace): readonly Use[] {
  const found = editing.references(program, at);
  if (found === null) return [];
  const toPath = <T extends { readonly file: string }>(one: T): T => ({
    ...one,
    file: program.pathOf(one.file),
  });
  const { declaration, places } = found;
  return [
    {
      program,
      at,
      found: {
        ...found,
        ...(declaration && { declaration: toPath(declaration) }),
        places: places.map(toPath),
      },
    },
  ];
}

/** The programs that a script is part of, with the name that it has there. */
const partOf = (programs: readonly SharedProgram[], { path, offset }: PathPlace) =>
  programs.flatMap((program) => {
    const file = program.fileAt(path);
    return file === undefined ? [] : [{ program, at: { file, offset } }];
  });

type Placed = { readonly file: string; readonly start: number; readonly text?: string };

const keyOf = ({ file, start, text = '' }: Placed): string => `${file}\n${String(start)}\n${text}`;

const isSame = (a: Placed | undefined, b: Placed | undefined): boolean =>
  a?.file === b?.file && a?.start === b?.start;
