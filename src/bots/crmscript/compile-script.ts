import { compile, type CompileResult } from '../../crmscript/compile.ts';
import type { Library } from '../../crmscript/library.ts';
import type { Script } from '../../engine/definition.ts';
import { fileOf } from '../../engine/registration.ts';
import type { StepMeter } from '../../engine/script-call.ts';
import { perStep } from '../api/per-step.ts';

export type CompiledScript = CompileResult & {
  /** By file name, which scripts the program is made of. */
  readonly scripts: ReadonlyMap<string, number>;
};

type Remembered = {
  readonly library: Library;
  readonly compiled: CompiledScript;
  /** What each include was found to be; the program stands as long as that is so. */
  readonly includes: ReadonlyMap<string, Script | undefined>;
};

const remembered = new WeakMap<Script, Remembered>();

/** The script, compiled; remembered by the script and what it includes, so that each is compiled once. */
export function compileScript(
  script: Script,
  find: (name: string) => Script | undefined,
  library: Library,
): CompiledScript {
  const known = remembered.get(script);
  if (known?.library === library && [...known.includes].every(([name, found]) => find(name) === found)) {
    return known.compiled;
  }
  const includes = new Map<string, Script | undefined>();
  const file = fileOf(script);
  const scripts = new Map([[file, script.id]]);
  const result = compile(script.source, {
    file,
    library,
    includes: (name) => {
      const found = find(name);
      includes.set(name, found);
      if (found === undefined || found.id === script.id) return found && { file, source: '' };
      // Two scripts may bear one name; their files must not.
      const taken = scripts.get(fileOf(found)) ?? found.id;
      const own = taken === found.id ? fileOf(found) : `${fileOf(found)} (${String(found.id)})`;
      scripts.set(own, found.id);
      return { file: own, source: found.source };
    },
  });
  const compiled = { ...result, scripts };
  remembered.set(script, { library, compiled, includes });
  return compiled;
}

/** When the scripts of a step have so many characters together, no further one is compiled for it. */
export const mostCompiled = 2 * 1024 * 1024;

type Compiled = { readonly scripts: Set<Script>; characters: number };
const compiledIn = perStep((): Compiled => ({ scripts: new Set(), characters: 0 }));

/**
 * The script, compiled for a step; undefined when the step has compiled enough. What is remembered from other steps counts
 * as well, so that the same step ends the same on every machine.
 */
export function compileForStep(
  meter: StepMeter,
  script: Script,
  find: (name: string) => Script | undefined,
  library: Library,
): CompiledScript | undefined {
  const step = compiledIn(meter, undefined);
  if (step.scripts.has(script)) return compileScript(script, find, library);
  if (step.characters >= mostCompiled) return undefined;
  const compiled = compileScript(script, find, library);
  step.scripts.add(script);
  step.characters += compiled.characters;
  return compiled;
}
