import { findScript } from '../../../engine/registration.ts';
import { useShowOnStage, useWorld } from '../../context.ts';
import { thingWords } from '../../words/thing-words.ts';

/** Every script with its folder, as a list to choose from; one that is gone stands among them as such. */
export function useScriptOptions(chosen: number) {
  const folders = useWorld((world) => world.folders);
  const there = folders.flatMap(({ name: folder, scripts }) =>
    scripts.map(({ id, name }) => ({ value: String(id), label: `${folder} / ${name}` })),
  );
  const isThere = chosen === 0 || there.some(({ value }) => value === String(chosen));
  return isThere
    ? there
    : [...there, { value: String(chosen), label: thingWords.trigger.goneScript(chosen) }];
}

/** Leads to a script on the stage. */
export function OpenScript({ script }: { readonly script: number }) {
  const show = useShowOnStage();
  const isThere = useWorld(({ folders }) => findScript(folders, script) !== undefined);
  if (!isThere) return null;
  return (
    <button
      type="button"
      class="link open-script"
      onClick={() => {
        show({ script, line: 0, column: 0, bottom: 'script', pane: 'bots' });
      }}
    >
      {thingWords.trigger.openScript}
    </button>
  );
}
