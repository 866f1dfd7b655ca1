import { createWorld } from '../engine/create-world.ts';
import type { Folder } from '../engine/definition.ts';
import type { RunScript } from '../engine/script-call.ts';
import type { ScriptHits } from '../engine/script-hits.ts';
import type { World } from '../engine/world.ts';
import type { ScenarioFile } from '../scenario/format.ts';
import type { Matcher } from '../scenario/match.ts';
import { replay, type ReplayResult } from '../scenario/replay.ts';
import type { Lesson } from './course.ts';
import type { LessonState } from './check-state.ts';
import { coveredShares } from './covered.ts';
import { coveredScripts, Judge } from './judge.ts';

/** What a lesson is played with. */
export type LessonMeans = {
  readonly runScript: RunScript;
  /** Runs scripts as `runScript` does, and counts what runs of them: anew for each play. Asked only of lessons that need it. */
  readonly counting: () => {
    readonly runScript: RunScript;
    readonly hits: (folders: readonly Folder[]) => readonly ScriptHits[];
  };
  readonly matcher: Matcher;
};

export type PlayedLesson = { readonly state: LessonState; readonly replay: ReplayResult };

/**
 * Plays a conversation from its beginning and judges it as a lesson's, from after its first `start` steps on.
 * @param scenario one that begins as the lesson does (`beginsAs`)
 */
export function playLesson(
  lesson: Pick<Lesson, 'checks' | 'start'>,
  scenario: ScenarioFile,
  { runScript, counting, matcher }: LessonMeans,
): PlayedLesson {
  const { start } = lesson;
  const scripts = coveredScripts(lesson);
  const counter = scripts.length === 0 ? null : counting();
  let isOpening = true;
  let judge: Judge | null = null;
  let before: World = createWorld(scenario.world);
  const begin = () => (judge ??= new Judge(lesson, before, matcher));
  const played = replay(
    scenario,
    (call) => (isOpening || counter === null ? runScript : counter.runScript)(call),
    {
      matcher,
      beginsStep: (step) => {
        isOpening = step <= start;
      },
      endsStep: ({ index, reason, events }, world) => {
        const input = scenario.steps[index - 1]?.input;
        if (index > start && input !== undefined) {
          const covered = counter === null ? undefined : coveredShares(counter.hits(world.folders), scripts);
          begin().take({ step: index, input, events, world, refusal: reason, covered });
        }
        before = world;
      },
    },
  );
  return { state: begin().state(), replay: played };
}
