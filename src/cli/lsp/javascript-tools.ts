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
import { namedWorld, type ScriptProgram } from '../script-program.ts';
import type { Session } from './session.ts';
import type { Tools, Where } from './tools.ts';

/** The tools for scripts in JavaScript. To the language files are what they are included by; here they are called by their paths. */
export function javascriptTools({ programs }: Session, help: JavaScriptHelp): Tools {
  const editing = createJavaScriptEditing(help);
  const programsOf = (roots: readonly string[]): readonly SharedProgram[] =>
    roots.flatMap((root) => {
      const program = programs.of(root);
      return program === undefined ? [] : [sharedProgramOf(program)];
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
    tokens: (program) => editing.tokens(javaScriptProgramOf(program)),
    inlays: (program, start, end) =>
      editing.inlays(javaScriptProgramOf(program)).filter(({ offset }) => offset >= start && offset <= end),
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

const javaScriptProgramOf = (program: ScriptProgram): JavaScriptProgram => ({
  world: namedWorld(program),
  main: { file: program.name, source: program.source },
});

const placeOf = ({ file, offset }: Where): PathPlace => ({ path: file, offset });

const sharedProgramOf = (program: ScriptProgram): SharedProgram => ({
  ...javaScriptProgramOf(program),
  pathOf: program.fileOf,
  fileAt: (path) => nameIn(program, path),
});

/** What a file is included by in a program; undefined where it is no part of it. */
function nameIn(program: ScriptProgram, path: string): string | undefined {
  if (program.file === path) return program.name;
  const scripts = program.world.folders.flatMap((folder) => folder.scripts);
  const found = scripts.find((script) => program.fileOf(fileOf(script)) === path);
  return found && fileOf(found);
}
