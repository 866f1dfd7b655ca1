import { StoryTeller } from '../../engine/story.ts';
import { worldToJson } from '../../engine/world-json.ts';
import type { StoryJson } from '../../protocol/engine-api.ts';
import type { Log } from '../../storage/log.ts';
import type { Engine } from '../ports.ts';
import { stepsOf } from '../keeping/record-scenario.ts';

/**
 * The story of a session: its settings as they were when it began, and what happened since, read from the log a portion
 * after the other, so that no message waits for it. Null where there is no such workspace or session. @throws StorageError
 */
export async function tellStory(
  engine: Engine,
  log: Log,
  workspace: string,
  session: number,
): Promise<StoryJson | null> {
  const stored = await log.read(workspace);
  if (stored === undefined) return null;
  const teller = new StoryTeller(engine.createWorld(stored.world), session);
  for await (const step of stepsOf(log, workspace, stored.step)) {
    for (const event of step.events) teller.add(event);
  }
  const { story } = teller;
  return story && { before: worldToJson(story.before), events: story.events, seq: stored.seq };
}
