import type { Input } from '../../engine/inputs.ts';
import type { CodedText } from '../../engine/codes.ts';
import { step } from '../../engine/step.ts';
import { inputProblem } from '../../scenario/input-problem.ts';
import type { RunScript } from '../../engine/script-call.ts';
import type { LoadFile, ScriptListener, TakeStep } from '../ports.ts';
import { coded } from '../codes.ts';
import type { LoadJavaScript } from '../scripts/javascript-part.ts';
import { ScriptLanguages } from '../scripts/script-languages.ts';
import type { ScriptText } from '../scripts/script-sources.ts';

/*
 * The part of the worker that takes steps: the rules of the chat, and the languages of its scripts. It is the larger part,
 * and nothing that is shown first needs it, so it is loaded by `realEngine` before the first step.
 */

export type Rules = {
  readonly step: TakeStep;
  readonly runScript: RunScript;
  readonly unfit: (input: Input) => CodedText | null;
  /** Loads what these scripts need besides; null when all is there. */
  readonly prepare: (scripts: Iterable<ScriptText>, load: LoadFile) => Promise<void> | null;
};

/** The rules of the chat with its bots. */
export function createRules(loadJavaScript?: LoadJavaScript): Rules {
  const languages = new ScriptLanguages(loadJavaScript);
  const runScript = languages.runScript();
  return {
    runScript,
    unfit: (input) => {
      const problem = inputProblem(input);
      return problem && coded('input-not-kept', problem);
    },
    step: (world, request, running) =>
      step(world, request, running === undefined ? runScript : watched(runScript, running)),
    prepare: (scripts, load) => languages.prepare(scripts, load),
  };
}

/** Runs scripts as `runScript` does, and says before and after each which one it is that runs (rulings 6). */
function watched(runScript: RunScript, running: ScriptListener): RunScript {
  let innermost: number | null = null;
  return (call) => {
    const outer = innermost;
    innermost = call.script.id;
    running(innermost);
    try {
      return runScript(call);
    } finally {
      innermost = outer;
      running(innermost);
    }
  };
}
