import { createRunScript } from '../../../src/bots/run-script.ts';
import { eraseTypes } from '../../../src/javascript/erase-types.ts';
import { prepareJavaScript } from '../../../src/javascript/prepare.ts';
import { eventLine } from '../../../src/scenario/event-line.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { replay } from '../../../src/scenario/replay.ts';

/**
 * The events of scenarios as lines, scripts in JavaScript run by the engine whose bytes are given. Runs in Node, and bundled in a
 * page.
 */
export async function replayWith(
  bytes: Uint8Array,
  texts: readonly string[],
): Promise<readonly (readonly string[])[]> {
  const tools = { engine: await prepareJavaScript(bytes), eraseTypes };
  const runScript = createRunScript(undefined, () => tools);
  return texts.map((text) => {
    const parsed = parseScenario(text);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return replay(parsed.scenario, runScript).events.map(eventLine);
  });
}
