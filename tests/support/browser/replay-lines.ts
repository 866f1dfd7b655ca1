import { createRunScript } from '../../../src/bots/run-script.ts';
import { eventLine } from '../../../src/scenario/event-line.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { replay } from '../../../src/scenario/replay.ts';

/** The events of a scenario as lines. Runs in Node, and bundled in a page. */
export function replayLines(text: string): readonly string[] {
  const parsed = parseScenario(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return replay(parsed.scenario, createRunScript()).events.map(eventLine);
}
