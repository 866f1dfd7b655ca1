import { createWorld } from '../../../src/engine/create-world.ts';
import type { WorldFile } from '../../../src/engine/definition.ts';
import type { RecordedEvent } from '../../../src/engine/events.ts';
import type { Input } from '../../../src/engine/inputs.ts';
import { step } from '../../../src/engine/step.ts';
import { StoryTeller } from '../../../src/engine/story.ts';
import { replayStory, type StoryReplay } from '../../../src/engine/story-replay.ts';
import type { StepRequest } from '../../../src/engine/step-request.ts';
import { runTinyScript } from '../tiny-scripts.ts';

/** Plays inputs on a world; those that are not possible are left out. */
export function played(file: WorldFile, sent: readonly Input[], more: Partial<StepRequest> = {}) {
  let world = createWorld(file);
  const events: RecordedEvent[] = [];
  for (const [index, input] of sent.entries()) {
    const outcome = step(world, { step: index + 1, input, ...more }, runTinyScript);
    if (outcome.kind !== 'committed' && outcome.kind !== 'refused') throw new Error(outcome.kind);
    world = outcome.world;
    events.push(...outcome.events);
  }
  return { world, events };
}

/** The story of a session that was played, told. */
export function storyOf(file: WorldFile, events: readonly RecordedEvent[], session = 1): StoryReplay | null {
  const teller = new StoryTeller(createWorld(file), session);
  for (const event of events) teller.add(event);
  return teller.story && replayStory(teller.story, session);
}

/** Both at once. */
export const toldOf = (file: WorldFile, ...sent: readonly Input[]): StoryReplay | null =>
  storyOf(file, played(file, sent).events);
