import type { TablesSource } from '../crmscript/library.ts';
import type { Folder } from '../engine/definition.ts';
import { findInclude } from '../engine/registration.ts';
import type { RunScript } from '../engine/script-call.ts';
import type { ScriptHits } from '../engine/script-hits.ts';
import { libraryWith } from './bot-library.ts';
import { compileScript } from './crmscript/compile-script.ts';
import { Counting } from './crmscript/counting.ts';
import { createRunScript, type JavaScriptTools } from './run-script.ts';

export type ScriptCounter = {
  /** Runs scripts as that of `createRunScript` does, statement for statement, and counts what runs. */
  readonly runScript: RunScript;
  /** What ran of each script until now; those of `folders` are among them also where they never ran. */
  readonly hits: (folders: readonly Folder[]) => readonly ScriptHits[];
};

/** Runs scripts and counts what of them runs, with all that they include, over all of its runs. */
export function countScripts(
  tables?: TablesSource,
  javascript?: () => JavaScriptTools | undefined,
): ScriptCounter {
  const counting = new Counting();
  return {
    runScript: createRunScript(tables, javascript, counting),
    hits: (folders) => {
      for (const script of folders.flatMap(({ scripts }) => scripts)) {
        if (script.language === 'javascript') counting.ran(script, 0);
        else
          compileScript(script, (name) => findInclude(folders, name), {
            library: libraryWith(tables),
            counting,
          });
      }
      return counting.hits();
    },
  };
}
