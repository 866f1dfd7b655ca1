import type { Script } from '../../engine/definition.ts';
import type { StepMeter } from '../../engine/script-call.ts';
import { perStep } from './per-step.ts';

/** When the scripts of a step have so many characters together, no further one is compiled for it. */
export const mostCompiled = 2 * 1024 * 1024;

type Compiled = { readonly scripts: Set<Script>; characters: number };
const compiledIn = perStep((): Compiled => ({ scripts: new Set(), characters: 0 }));

/**
 * The script, compiled for a step; undefined when the step has compiled enough. What is remembered from other steps counts
 * as well, so that the same step ends the same on every machine.
 */
export function compiledForStep<T extends { readonly characters: number }>(
  meter: StepMeter,
  script: Script,
  compile: () => T,
): T | undefined {
  const step = compiledIn(meter, undefined);
  if (step.scripts.has(script)) return compile();
  if (step.characters >= mostCompiled) return undefined;
  const compiled = compile();
  step.scripts.add(script);
  step.characters += compiled.characters;
  return compiled;
}
