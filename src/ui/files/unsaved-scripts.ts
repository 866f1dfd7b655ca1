import { scriptDraftKey } from '../bots/folders/script-names.ts';
import { allScripts } from '../names.ts';
import type { Store } from '../store/store.ts';

export type UnsavedScript = { readonly id: number; readonly name: string };

/** The scripts in which something is written that is not saved: what leaves the page has them as they were saved last. */
export function unsavedScripts({ live, draft }: Pick<Store, 'live' | 'draft'>): readonly UnsavedScript[] {
  const world = live.value?.world;
  if (world === undefined) return [];
  return allScripts(world).flatMap(({ script: { id, name } }) =>
    draft(scriptDraftKey(id)) === '' ? [] : [{ id, name }],
  );
}
