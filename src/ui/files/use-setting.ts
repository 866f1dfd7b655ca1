import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { WorldFile } from '../../engine/definition.ts';
import type { ScenarioFile } from '../../scenario/format.ts';
import { useAppContext } from '../context.ts';
import { samples } from '../top-bar/samples.ts';
import { openWords as words } from '../words/open-words.ts';

/** The open workspace, among the names of samples. */
export const thisOne = '';

/** The settings in which a conversation can be played: that of the open workspace, and those of the samples. */
export function useSettingNames(): readonly (readonly [name: string, label: string])[] {
  const open = useAppContext().store.workspace.value;
  const ofSamples = samples.map(([file, label]) => [file, label] as const);
  return open === null ? ofSamples : [[thisOne, words.thisWorkspace(open.name)], ...ofSamples];
}

type Setting = { readonly world: WorldFile | null; readonly lost: boolean };

/** A setting by its name; null as long as it is read. */
export function useSetting(name: string): Setting {
  const { store } = useAppContext();
  const setting = useSignal<Setting & { readonly name: string }>({ name, world: null, lost: false });
  useEffect(() => {
    let over = false;
    const put = (world: WorldFile | null) => {
      if (!over) setting.value = { name, world, lost: world === null };
    };
    const reading = name === thisOne ? ofWorkspace() : ofSample(name);
    reading.then(put, () => {
      put(null);
    });
    return () => {
      over = true;
    };

    async function ofWorkspace(): Promise<WorldFile | null> {
      const read = await store.engine.scenario(store.workspace.peek()?.id ?? '', 'setting');
      return 'problem' in read ? null : read.world;
    }
  }, [name, store, setting]);
  return setting.value.name === name ? setting.value : { world: null, lost: false };
}

async function ofSample(name: string): Promise<WorldFile> {
  const response = await fetch(new URL(`scenarios/${name}.json`, document.baseURI));
  const file = (await response.json()) as ScenarioFile;
  return file.world;
}
