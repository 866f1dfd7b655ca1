import { createJavaScriptEditing, type JavaScriptProgram } from '../../bots/javascript-editing.ts';
import type { JavaScriptHelp } from '../../bots/javascript-help.ts';
import {
  referencesOver,
  renameAtOver,
  renameOver,
  type PathPlace,
  type SharedProgram,
} from '../../bots/javascript-programs.ts';
import { fileOf } from '../../engine/registration.ts';
import { namedWorld, type ScriptContext } from '../includes.ts';
import type { Session } from './session.ts';
import type { Tools, Where } from './tools.ts';

/** The tools for scripts in JavaScript. To the language files are what they are included by; here they are called by their paths. */
export function javascriptTools({ desks }: Session, help: JavaScriptHelp): Tools {
  const editing = createJavaScriptEditing(help);
  const programsOf = (roots: readonly string[]): readonly SharedProgram[] =>
    roots.flatMap((root) => {
      const desk = desks.of(root);
      return desk === undefined ? [] : [sharedProgramOf(desk)];
    });
  return {
    outline: ({ source }) => editing.outline(source),
    folds: ({ source }) => editing.folds(source),
    selections: ({ source }, offset) => editing.selections(source, offset),
    format: ({ source }, range, options) => help.format(source, options, range),
    formatOnType: ({ source }, offset, typed, options) => {
      const start = typed === '}' ? openedAt(source, offset - 1) : offset;
      const before = typed === '\n' ? source.lastIndexOf('\n', offset - 1) : offset;
      return help.format(source, options, { start: Math.min(start, before), end: Math.max(before, start) });
    },
    tokens: (desk) => editing.tokens(programOf(desk)),
    inlays: (desk, start, end) =>
      editing.inlays(programOf(desk)).filter(({ offset }) => offset >= start && offset <= end),
    references: (roots, where) => referencesOver(editing, programsOf(roots), placeOf(where)),
    renameAt: (roots, where) => renameAtOver(editing, programsOf(roots), placeOf(where)),
    rename: (roots, where, name) => renameOver(editing, programsOf(roots), placeOf(where), name),
  };
}

/** Where the block begins that ends here, as far as brackets alone tell. */
function openedAt(text: string, end: number): number {
  let depth = 0;
  for (let at = end; at >= 0; at -= 1) {
    const sign = text.charAt(at);
    if (sign === '}') depth += 1;
    else if (sign === '{') depth -= 1;
    if (depth === 0) return at;
  }
  return end;
}

const programOf = (desk: ScriptContext): JavaScriptProgram => ({
  world: namedWorld(desk),
  main: { file: desk.name, source: desk.source },
});

const placeOf = ({ file, offset }: Where): PathPlace => ({ path: file, offset });

const sharedProgramOf = (desk: ScriptContext): SharedProgram => ({
  ...programOf(desk),
  pathOf: desk.fileOf,
  fileAt: (path) => nameIn(desk, path),
});

/** What a file is included by in a desk; undefined where it is no part of it. */
function nameIn(desk: ScriptContext, path: string): string | undefined {
  if (desk.file === path) return desk.name;
  const scripts = desk.world.folders.flatMap((folder) => folder.scripts);
  const found = scripts.find((script) => desk.fileOf(fileOf(script)) === path);
  return found && fileOf(found);
}
