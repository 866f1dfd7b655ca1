import { createRunScript } from '../bots/run-script.ts';
import { createWorld } from '../engine/create-world.ts';
import { fold } from '../engine/fold.ts';
import { step } from '../engine/step.ts';
import { nextTimer } from '../engine/timers.ts';
import { parseScenario } from '../scenario/parse.ts';
import type { Engine } from './ports.ts';
import { ScriptTables } from './script-tables.ts';

/** The rules of the chat with its bots; the tables of the library come when a script names them. */
export function realEngine(): Engine {
  const tables = new ScriptTables();
  const runScript = createRunScript(tables.source);
  return {
    createWorld,
    fold,
    step: (world, request) => step(world, request, runScript),
    nextTimer,
    parseScenario,
    prepare: (sources, load) => tables.prepare(sources, load),
  };
}
