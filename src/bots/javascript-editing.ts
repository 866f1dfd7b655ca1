import type { Fold } from '../crmscript/folds.ts';
import type { Inlay } from '../crmscript/inlays.ts';
import type { OutlineItem } from '../crmscript/outline.ts';
import { sortedPlaces, type ReferencedSymbol } from '../crmscript/references.ts';
import { noNameThere, type Renaming } from '../crmscript/rename.ts';
import { coded } from '../crmscript/codes.ts';
import type { Token } from '../crmscript/tokens.ts';
import type { World } from '../engine/world.ts';
import type { JavaScriptHelp } from './javascript-help.ts';
import type { NamedSource } from './javascript/join-source.ts';
import { codeOf } from './javascript/page-chunks.ts';
import { inlaysOf, tokensOf, usesOf } from './typescript/names.ts';
import { ParsedScripts } from './typescript/parsed.ts';
import { shapeOf } from './typescript/shape.ts';
import { edited, illegalName, joinedEdits, meaningAt, placed, renamableAt } from './typescript/renaming.ts';

/** A script in JavaScript by the name that others include it by, in a world in which these are. */
export type JavaScriptProgram = { readonly world: World; readonly main: NamedSource };

/** A place in a script of a program, which may be an included one. */
export type ScriptPlace = { readonly file: string; readonly offset: number };

/**
 * What an editor asks about scripts in JavaScript besides help at a place: the same that `crmscript` has functions for, in the same shapes.
 * Files are called by the names that scripts are included by.
 */
export type JavaScriptEditing = {
  readonly outline: (source: string) => readonly OutlineItem[];
  readonly folds: (source: string) => readonly Fold[];
  readonly selections: (
    source: string,
    offset: number,
  ) => readonly { readonly start: number; readonly end: number }[];
  readonly tokens: (program: JavaScriptProgram) => readonly Token[];
  readonly inlays: (program: JavaScriptProgram) => readonly Inlay[];
  /** Where the name at a place is used in one program. */
  readonly references: (program: JavaScriptProgram, at: ScriptPlace) => ReferencedSymbol | null;
  readonly renameAt: (program: JavaScriptProgram, at: ScriptPlace) => ReturnType<typeof renamableAt>;
  /** Refused where anything in the program would mean something else then, or an error would come of it. */
  readonly rename: (program: JavaScriptProgram, at: ScriptPlace, name: string) => Renaming;
};

export function createJavaScriptEditing({ look }: JavaScriptHelp): JavaScriptEditing {
  const parsed = new ParsedScripts();
  return {
    outline: (source) => read(source, (code) => parsed.outline(code)) ?? [],
    folds: (source) => read(source, (code) => parsed.folds(code)) ?? [],
    selections: (source, offset) =>
      read(source, (code) => parsed.selections(code, offset)) ?? [{ start: 0, end: source.length }],
    tokens: ({ world, main }) =>
      look(world, main, ({ project, places }) => tokensOf(project, places, main.file)) ?? [],
    inlays: ({ world, main }) =>
      look(world, main, ({ project, places }) => inlaysOf(project, places, main.file)) ?? [],
    references: ({ world, main }, { file, offset }) =>
      look(world, main, ({ project, places }): ReferencedSymbol | null => {
        const uses = usesOf(project, places, places.joinedOffset(file, offset));
        if (uses === null) return null;
        const { name, declaration, isOwn } = uses;
        return {
          name,
          kind: isOwn ? 'variable' : 'library',
          ...(declaration && { declaration }),
          places: uses.places,
        };
      }) ?? null,
    renameAt: ({ world, main }, { file, offset }) =>
      look(world, main, ({ project, places }) =>
        renamableAt(project, places, places.joinedOffset(file, offset)),
      ) ?? noNameThere,
    rename: ({ world, main }, { file, offset }, name) =>
      look(world, main, ({ project, places, joined }): Renaming => {
        const at = places.joinedOffset(file, offset);
        const found = renamableAt(project, places, at);
        if (found.kind === 'refused') return found;
        const illegal = illegalName(name);
        if (illegal !== undefined) return illegal;
        const edits = joinedEdits(project, at, name);
        const before = meaningAt(project, at);
        const after = edited(joined.text, edits);
        project.open({ ...joined, text: after.text }, main.file);
        // What is shown at both ends of an edit (`a: b`) moves a name within it.
        const first = edits[0];
        const now = first && meaningAt(project, after.moved(first.start) + first.text.indexOf(name));
        if (now === undefined) return noNameThere;
        const isSame = now.errors <= before.errors && now.starts.length === before.starts.length;
        if (!isSame) {
          const { line } = places.spanOf(at, at);
          return { kind: 'refused', reason: coded('rename-changes', { name: found.name, file, line }) };
        }
        return { kind: 'edits', edits: sortedPlaces(edits.map((one) => placed(places, one))), warnings: [] };
      }) ?? noNameThere,
  };
}

/** Reads the code of a source, of a page what stands between its marks; undefined where the compiler would take too long, or too deep a stack. */
function read<T>(source: string, work: (code: string) => T): T | undefined {
  const code = codeOf(source);
  return shapeOf(code) === 'fits' ? work(code) : undefined;
}
