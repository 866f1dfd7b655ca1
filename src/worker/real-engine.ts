import { createRunScript } from '../bots/run-script.ts';
import { createWorld } from '../engine/create-world.ts';
import { fold } from '../engine/fold.ts';
import { step } from '../engine/step.ts';
import { nextTimer } from '../engine/timers.ts';
import { parseScenario } from '../scenario/parse.ts';
import type { RunScript } from '../engine/script-call.ts';
import type { Engine, Running } from './ports.ts';
import { ScriptTables } from './script-tables.ts';

/** The rules of the chat with its bots; the tables of the library come when a script names them. */
export function realEngine(): Engine {
  const tables = new ScriptTables();
  const runScript = createRunScript(tables.source);
  return {
    createWorld,
    fold,
    step: (world, request, running) =>
      step(world, request, running === undefined ? runScript : watched(runScript, running)),
    nextTimer,
    parseScenario,
    prepare: (sources, load) => tables.prepare(sources, load),
  };
}

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
