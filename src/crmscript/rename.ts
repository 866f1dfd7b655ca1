import type { EditedScript } from './complete.ts';
import { changedMeaning } from './editing/changed-meaning.ts';
import { EditedTexts, type PlacedEdit } from './editing/edited-texts.ts';
import { checkName, hookOf } from './editing/legal-name.ts';
import { mentionedInTexts } from './editing/mentioned-in-texts.ts';
import type { NameUse } from './editing/names-of.ts';
import { Programs, type ProgramText } from './editing/programs.ts';
import { noNameThere, refused, type RenameRefused } from './editing/rename-reason.ts';
import { sharedTrees } from './editing/shared-trees.ts';
import { sortedPlaces, usesAt, usesOfThings } from './editing/uses.ts';
import { coded, type CodedText } from './codes.ts';
import { keywords } from './syntax/token.ts';

export { noNameThere, type RenameRefused } from './editing/rename-reason.ts';
export type { PlacedEdit } from './editing/edited-texts.ts';

type At = { readonly file: string; readonly offset: number };

export type Renaming =
  | {
      readonly kind: 'edits';
      /** By file and place, each once. */
      readonly edits: readonly PlacedEdit[];
      /** What was not changed and may mean the same: names in texts, which `getGenericValue` and its like read. */
      readonly warnings: readonly CodedText[];
    }
  | RenameRefused;

/** The name that would be renamed at a place, or why it cannot be. */
export function renameAt(
  roots: Iterable<EditedScript>,
  at: At,
):
  | { readonly kind: 'name'; readonly start: number; readonly end: number; readonly name: string }
  | RenameRefused {
  const found = renamable(new Programs(roots), at);
  if (found.kind === 'refused') return found;
  const { start, end, thing } = found.use;
  return { kind: 'name', start, end, name: thing.name };
}

/**
 * The edits that give what the name at a place means another name, in all programs: every file that is included is edited once. It is
 * refused where any name, in any program that has one of the edited files, would then mean something else, or an error would come of it:
 * the edited texts are checked again, and compared name by name.
 */
export function rename(roots: Iterable<EditedScript>, at: At, name: string): Renaming {
  const programs = new Programs(roots);
  const found = renamable(programs, at);
  if (found.kind === 'refused') return found;
  const { thing } = found.use;
  if (name === thing.name) return { kind: 'edits', edits: [], warnings: [] };
  const illegal = checkName(thing, name, found.use.program.script.library);
  if (illegal !== undefined) return illegal;
  const places = sortedPlaces(usesOfThings(programs, [thing]).map(({ use }) => use));
  const edits = places.map(({ file, start, end }) => ({ file, start, end, text: name }));
  const touched = programsWith(programs, new Set(places.map(({ file }) => file)));
  const differing = differs(touched, places);
  if (differing !== undefined) return differing;
  const texts = new EditedTexts(edits);
  const reader = sharedTrees();
  for (const program of touched) {
    const reason = changedMeaning(program, texts, { from: thing.name, to: name }, reader);
    if (reason !== undefined) return reason;
  }
  return { kind: 'edits', edits, warnings: mentionedInTexts(touched, thing.name) };
}

/** What has one of some files. */
const programsWith = (programs: Programs, files: ReadonlySet<string>): readonly ProgramText[] =>
  [...programs].filter((program) => [...files].some((file) => program.files.has(file)));

type Renamable =
  { readonly kind: 'use'; readonly use: NameUse & { readonly program: ProgramText } } | RenameRefused;

function renamable(programs: Programs, at: At): Renamable {
  const [use, other] = usesAt(programs, at);
  if (use === undefined) return nothingThere(programs, at);
  const { thing } = use;
  const { name } = thing;
  if (thing.declaration === undefined) {
    return refused(
      thing.of === 'variable' ? coded('rename-catch', { name }) : coded('rename-library', { name }),
    );
  }
  if (other !== undefined) {
    const [first, second] = [use.program.script.file, other.program.script.file];
    return refused(coded('rename-differs', { name, file: use.file, first, second }));
  }
  const hook = hookOf(thing, name);
  return hook === undefined ? { kind: 'use', use } : refused(coded('rename-hook', { name, struct: hook }));
}

/** A name that the checker knows nothing of, or no name at all. */
function nothingThere(programs: Programs, { file, offset }: At): RenameRefused {
  for (const { files } of programs.with(file)) {
    const word = wordAround(files.get(file) ?? '', offset);
    if (/^[A-Za-z_]/.test(word) && !keywords.has(word))
      return refused(coded('rename-unknown', { name: word }));
  }
  return noNameThere;
}

function wordAround(source: string, offset: number): string {
  const before = /\w*$/.exec(source.slice(Math.max(0, offset - 1000), offset))?.[0] ?? '';
  const after = /^\w*/.exec(source.slice(offset, offset + 1000))?.[0] ?? '';
  return before + after;
}

/** A shared file in which a name means one thing to this program and another one to that. */
function differs(programs: readonly ProgramText[], places: readonly NameUse[]): RenameRefused | undefined {
  const known = new Map<string, { readonly key: string; readonly program: string }>();
  for (const use of places) {
    const { file, start, thing } = use;
    for (const program of programs) {
      const found = program.useFrom(use);
      if (found === undefined) continue;
      const place = `${String(start)} ${file}`;
      const before = known.get(place) ?? { key: found.thing.key, program: program.script.file };
      known.set(place, before);
      if (before.key === found.thing.key) continue;
      const second = program.script.file;
      return refused(coded('rename-differs', { name: thing.name, file, first: before.program, second }));
    }
  }
  return undefined;
}
