import type { DraftOptions } from '../../protocol/files-api.ts';
import type { ScenarioFile, ScenarioStep } from '../../scenario/format.ts';
import { versionOf } from '../../scenario/version.ts';
import { worldWithoutDefaults } from '../../scenario/world-without-defaults.ts';

/** What a workspace can be saved as. */
export type Savable = { readonly conversation: ScenarioFile; readonly setting: ScenarioFile };

/** The file that the choices make of a workspace; `app` is what it is said to be made with. */
export function chosen(savable: Savable, options: DraftOptions, app: string): ScenarioFile {
  const { conversation, notes, expectations } = options;
  const file = conversation ? savable.conversation : savable.setting;
  const { format, version: _, description: _described, bookmarks, world, steps, ...rest } = file;
  const by = options.by.trim();
  const description = options.description.trim();
  const said = {
    ...rest,
    name: options.name,
    ...(description === '' ? {} : { description }),
    made: { ...(by === '' ? {} : { by }), with: app },
    ...(notes && bookmarks !== undefined ? { bookmarks } : {}),
    // The starting world of a conversation stays as its file said it; settings as they stand say only what is not so anyway.
    world: conversation ? world : worldWithoutDefaults(world),
    steps: steps.map((step) => stepAs(step, notes, expectations)),
  };
  return { format, version: versionOf(said), ...said };
}

/** That a step is refused is no wish of anybody's: without it the file would not play. */
function stepAs(
  { note, expect = [], ...step }: ScenarioStep,
  notes: boolean,
  expectations: boolean,
): ScenarioStep {
  const kept = expectations ? expect : expect.filter((entry) => 'refused' in entry);
  return {
    ...step,
    ...(notes && note !== undefined ? { note } : {}),
    ...(kept.length === 0 ? {} : { expect: kept }),
  };
}
