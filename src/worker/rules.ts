import { createRunScript } from '../bots/run-script.ts';
import type { Input } from '../engine/inputs.ts';
import type { Said } from '../engine/said.ts';
import { step } from '../engine/step.ts';
import { inputProblem } from '../scenario/input-problem.ts';
import type { RunScript } from '../engine/script-call.ts';
import type { LoadFile, Running, Step } from './ports.ts';
import { coded } from './said.ts';
import { JavaScriptPart, type LoadJavaScript } from './javascript-part.ts';
import type { ScriptText } from './script-sources.ts';
import { ScriptTables } from './script-tables.ts';

/*
 * The part of the worker that takes steps: the rules of the chat, and the languages of its scripts. It is the larger part,
 * and nothing that is shown first needs it, so it is loaded by `realEngine` before the first step.
 */

export type Rules = {
  readonly step: Step;
  readonly runScript: RunScript;
  readonly unfit: (input: Input) => Said | null;
  /** Loads what these scripts need besides; null when all is there. */
  readonly prepare: (scripts: Iterable<ScriptText>, load: LoadFile) => Promise<void> | null;
};

/**
 * The rules of the chat with its bots. The tables of the library come when a script names them, and what runs JavaScript when a
 * script is in it.
 */
export function createRules(loadJavaScript?: LoadJavaScript): Rules {
  const tables = new ScriptTables();
  const javascript = new JavaScriptPart(loadJavaScript);
  const runScript = createRunScript(tables.source, () => javascript.tools);
  return {
    runScript,
    unfit: (input) => {
      const problem = inputProblem(input);
      return problem && coded('input-not-kept', problem);
    },
    step: (world, request, running) =>
      step(world, request, running === undefined ? runScript : watched(runScript, running)),
    prepare: (scripts, load) => {
      const all = [...scripts];
      const sources = all.filter(({ language }) => language === 'crmscript').map(({ source }) => source);
      return both(javascript.prepare(all), tables.prepare(sources, load));
    },
  };
}

const both = (one: Promise<void> | null, other: Promise<void> | null): Promise<void> | null =>
  one === null || other === null ? (one ?? other) : Promise.all([one, other]).then(() => undefined);

/** Runs scripts as `runScript` does, and says before and after each which one it is that runs (rulings 6). */
function watched(runScript: RunScript, running: Running): RunScript {
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
