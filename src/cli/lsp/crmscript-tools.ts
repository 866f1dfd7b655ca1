import { libraryWith } from '../../bots/bot-library.ts';
import { languageOfFile } from '../../bots/script-language.ts';
import type { EditedScript } from '../../crmscript/complete.ts';
import { folds } from '../../crmscript/folds.ts';
import { formatOnType, formatRange } from '../../crmscript/format.ts';
import { inlays } from '../../crmscript/inlays.ts';
import { outline } from '../../crmscript/outline.ts';
import { references } from '../../crmscript/references.ts';
import { rename, renameAt } from '../../crmscript/rename.ts';
import { selections } from '../../crmscript/selections.ts';
import { tokens } from '../../crmscript/tokens.ts';
import type { ScriptProgram } from '../script-program.ts';
import { tables } from '../tables.ts';
import type { Session } from './session.ts';
import type { Tools } from './tools.ts';

/** The tools for CRMScript. */
export function crmscriptTools(session: Session): Tools {
  function* scriptsAt(roots: readonly string[]): Generator<EditedScript> {
    for (const root of roots) {
      const script = editedAt(session, root);
      if (script !== undefined) yield script;
    }
  }
  const edited = ({ file, source }: ScriptProgram): EditedScript => {
    const script = editedAt(session, file);
    if (script === undefined) throw new Error(`${file} is no script any more.`);
    return { ...script, source };
  };
  return {
    outline: ({ source }) => outline(source),
    folds: ({ source }) => folds(source),
    selections: ({ source }, offset) => selections(source, offset),
    tokens: (program) => tokens(edited(program)),
    inlays: (program, start, end) => inlays(edited(program), start, end),
    references: (roots, at) => references(scriptsAt(roots), at),
    renameAt: (roots, at) => renameAt(scriptsAt(roots), at),
    rename: (roots, at, name) => rename(scriptsAt(roots), at, name),
    format: ({ source }, range, options) =>
      formatRange(source, range?.start ?? 0, range?.end ?? source.length, options),
    formatOnType: ({ source }, offset, typed, options) => formatOnType(source, offset, typed, options),
  };
}

/** A script as the language's functions see it. Files are called by their paths, in every program the same. */
function editedAt({ programs, scripts }: Session, path: string): EditedScript | undefined {
  const program = programs.of(path);
  return (
    program && {
      source: program.source,
      file: path,
      library: libraryWith(tables),
      includes: (name) => {
        const file = program.fileOf(name);
        if (file === name) return undefined;
        return languageOfFile(file) === 'crmscript' ? { file, source: scripts.read(file) } : 'other-language';
      },
    }
  );
}
