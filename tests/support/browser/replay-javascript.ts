import { createRunScript } from '../../../src/bots/run-script.ts';
import { createWorld } from '../../../src/engine/create-world.ts';
import type { WorldFile } from '../../../src/engine/definition.ts';
import type { Input } from '../../../src/engine/inputs.ts';
import { step } from '../../../src/engine/step.ts';
import { eraseTypes } from '../../../src/javascript/erase-types.ts';
import { prepareJavaScript } from '../../../src/javascript/prepare.ts';
import { eventLine } from '../../../src/scenario/event-line.ts';

export type Story = { readonly world: WorldFile; readonly inputs: readonly Input[] };

/**
 * The events of stories as lines, scripts in JavaScript run by the engine whose bytes are given. Runs in Node, and bundled in a
 * page.
 */
export async function replayWith(
  bytes: Uint8Array,
  stories: readonly Story[],
): Promise<readonly (readonly string[])[]> {
  const tools = { engine: await prepareJavaScript(bytes), eraseTypes };
  const runScript = createRunScript(undefined, () => tools);
  return stories.map(({ world: file, inputs }) => {
    let world = createWorld(file);
    return inputs.flatMap((input, index) => {
      const outcome = step(world, { step: index + 1, input }, runScript);
      if (outcome.kind !== 'committed' && outcome.kind !== 'refused') throw new Error(outcome.kind);
      ({ world } = outcome);
      return outcome.events.map(eventLine);
    });
  });
}
