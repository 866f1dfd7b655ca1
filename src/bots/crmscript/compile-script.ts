import { compile, type CompileResult } from '../../crmscript/compile.ts';
import type { Library } from '../../crmscript/library.ts';
import type { Script } from '../../engine/definition.ts';
import { fileOf } from '../../engine/registration.ts';
import type { StepMeter } from '../../engine/script-call.ts';
import { compiledForStep } from '../api/compiled-for-step.ts';
import type { CrmScriptTools } from './crmscript-tools.ts';

export type CompiledScript = CompileResult & {
  /** A script that it includes, which is in another language; undefined where all are in this one. */
  readonly foreign?: string | undefined;
  /** By file name, which scripts the program is made of. */
  readonly scripts: ReadonlyMap<string, number>;
};

export type Remembered = {
  readonly library: Library;
  readonly compiled: CompiledScript;
  /** What each include was found to be; the program stands as long as that is so. */
  readonly includes: ReadonlyMap<string, Script | undefined>;
};

const remembered = new WeakMap<Script, Remembered>();

/**
 * The programs that nobody counts which were asked for last, by what their scripts say, the longest ago first. A world that is made anew, as a
 * replay, a test, a branch and a restart do, has new scripts that say the same as those before.
 */
const lately = new Map<string, Remembered>();
const mostLately = 64;
/** Of longer programs none is kept for a script that may never come again. */
const mostCharactersLately = 32 * 1024;

/** All that a program takes from a script: runs tell its number and its names. */
const saysOf = (script: Script | undefined): string => JSON.stringify(script ?? null);

type Find = (name: string) => Script | undefined;

/** What was made of a script that says so, and whose includes say the same as now. */
function compiledLately(says: string, find: Find, library: Library): Remembered | undefined {
  const same = lately.get(says);
  if (same?.library !== library) return undefined;
  const includes = new Map([...same.includes.keys()].map((name) => [name, find(name)]));
  const areSame = [...same.includes].every(([name, found]) => {
    const now = includes.get(name);
    return now === found || saysOf(now) === saysOf(found);
  });
  if (!areSame) return undefined;
  const renewed = { ...same, includes };
  keepLately(says, renewed);
  return renewed;
}

/** Puts a program last, and lets go of what was asked for the longest ago. */
function keepLately(says: string, made: Remembered): void {
  lately.delete(says);
  lately.set(says, made);
  for (const oldest of lately.keys()) {
    if (lately.size <= mostLately) return;
    lately.delete(oldest);
  }
}

/** The script, compiled; remembered by the script and what it includes, so that each is compiled once for each who counts it, or nobody. */
export function compileScript(
  script: Script,
  find: Find,
  { library, counting }: CrmScriptTools,
): CompiledScript {
  const own = counting?.remembered ?? remembered;
  const known = own.get(script);
  if (known?.library === library && [...known.includes].every(([name, found]) => find(name) === found)) {
    return known.compiled;
  }
  const says = counting === undefined ? saysOf(script) : undefined;
  const same = says === undefined ? undefined : compiledLately(says, find, library);
  if (same !== undefined) {
    own.set(script, same);
    return same.compiled;
  }
  const includes = new Map<string, Script | undefined>();
  const file = fileOf(script);
  const scripts = new Map([[file, script.id]]);
  const texts = new Map([[file, script]]);
  let foreign: string | undefined;
  const result = compile(script.source, {
    file,
    library,
    counted: counting !== undefined,
    includes: (name) => {
      const found = find(name);
      includes.set(name, found);
      if (found === undefined || found.id === script.id) return found && { file, source: '' };
      // Two scripts may bear one name; their files must not.
      const taken = scripts.get(fileOf(found)) ?? found.id;
      const own = taken === found.id ? fileOf(found) : `${fileOf(found)} (${String(found.id)})`;
      scripts.set(own, found.id);
      texts.set(own, found);
      if (found.language === 'crmscript') return { file: own, source: found.source };
      foreign ??= name;
      return { file: own, source: '' };
    },
  });
  const compiled = { ...result, scripts, foreign };
  const made = { library, compiled, includes };
  own.set(script, made);
  counting?.add(result.program, texts);
  if (says !== undefined && compiled.characters <= mostCharactersLately) keepLately(says, made);
  return compiled;
}

/** The script, compiled for a step; undefined when the step has compiled enough. */
export const compileForStep = (
  meter: StepMeter,
  script: Script,
  find: Find,
  tools: CrmScriptTools,
): CompiledScript | undefined => compiledForStep(meter, script, () => compileScript(script, find, tools));
