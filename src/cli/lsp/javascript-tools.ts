import {
  createJavaScriptEditing,
  type JavaScriptProgram,
  type ScriptPlace,
} from '../../bots/javascript-editing.ts';
import type { JavaScriptHelp } from '../../bots/javascript-help.ts';
import type { PlacedEdit } from '../../crmscript/rename.ts';
import { coded } from '../../crmscript/said.ts';
import { fileOf } from '../../engine/registration.ts';
import { namedWorld, type ScriptContext } from '../includes.ts';
import type { Session } from './session.ts';
import type { Tools, Where } from './tools.ts';

/** The tools for scripts in JavaScript. To the language files are what they are included by; here they are called by their paths. */
export function javascriptTools({ desks }: Session, help: JavaScriptHelp): Tools {
  const editing = createJavaScriptEditing(help);
  /** The programs that a place is a part of, with the name that it has there. */
  function* programsWith(roots: readonly string[], { file, offset }: Where): Generator<Program> {
    for (const root of roots) {
      const desk = desks.of(root);
      const name = desk && nameIn(desk, file);
      if (desk !== undefined && name !== undefined)
        yield { desk, ...programOf(desk), at: { file: name, offset } };
    }
  }
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
    references: (roots, where) => {
      const all = [...programsWith(roots, where)].flatMap(({ desk, at, ...program }) => {
        const found = editing.references(program, at);
        if (found === null) return [];
        const { declaration, places } = found;
        return [
          {
            ...found,
            ...(declaration && { declaration: { ...declaration, file: desk.fileOf(declaration.file) } }),
            places: places.map((one) => ({ ...one, file: desk.fileOf(one.file) })),
          },
        ];
      });
      const [first] = all;
      return first === undefined ? null : { ...first, places: once(all.flatMap(({ places }) => places)) };
    },
    renameAt: (roots, where) => {
      const [program] = programsWith(roots, where);
      if (program === undefined) return { kind: 'refused', reason: coded('rename-no-name', {}) };
      return editing.renameAt(program, program.at);
    },
    rename: (roots, where, name) => {
      const edits: PlacedEdit[] = [];
      for (const { desk, at, ...program } of programsWith(roots, where)) {
        const found = editing.rename(program, at, name);
        if (found.kind === 'refused') return found;
        edits.push(...found.edits.map((one) => ({ ...one, file: desk.fileOf(one.file) })));
      }
      if (edits.length === 0) return { kind: 'refused', reason: coded('rename-no-name', {}) };
      return { kind: 'edits', edits: once(edits), warnings: [] };
    },
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

type Program = JavaScriptProgram & { readonly desk: ScriptContext; readonly at: ScriptPlace };

const programOf = (desk: ScriptContext): JavaScriptProgram => ({
  world: namedWorld(desk),
  main: { file: desk.name, source: desk.source },
});

/** What a file is included by in a desk; undefined where it is no part of it. */
function nameIn(desk: ScriptContext, path: string): string | undefined {
  if (desk.file === path) return desk.name;
  const scripts = desk.world.folders.flatMap((folder) => folder.scripts);
  const found = scripts.find((script) => desk.fileOf(fileOf(script)) === path);
  return found && fileOf(found);
}

/** Places by file and there in the order of the text, each once: programs share files. */
function once<T extends { readonly file: string; readonly start: number }>(
  places: readonly T[],
): readonly T[] {
  const all = new Map(places.map((one) => [`${one.file}\n${String(one.start)}`, one]));
  return [...all.values()].sort(
    (a, b) => Number(a.file > b.file) - Number(a.file < b.file) || a.start - b.start,
  );
}
