import type { Folder } from '../../engine/definition.ts';
import { useSurroundings, type Sending } from '../context.ts';
import { allScripts } from '../names.ts';
import { requireWorld } from '../store/store.ts';
import { runDraftKey, scriptDraftKey } from './script-names.ts';
import type { Template } from './script-templates.ts';

/** Makes a script in a folder and opens it; false when that was refused. */
export function useNewScript({ send }: Pick<Sending, 'send'>) {
  const { store, windowState } = useSurroundings();
  return async (folder: Pick<Folder, 'id'>, name: string, template: Template): Promise<boolean> => {
    const { sourceFor } = await import('./script-templates.ts');
    const id = Math.max(0, ...allScripts(requireWorld(store)).map(({ script }) => script.id)) + 1;
    const script = { id, name, language: 'crmscript', source: sourceFor(template) } as const;
    if (!(await send({ type: 'admin.savesScript', folder: folder.id, script }))) return false;
    for (const key of [scriptDraftKey(id), runDraftKey(id)]) store.keepDraft(key, '');
    // What is empty is written on behind its one line; the others are read first.
    windowState.change({ script: id, line: template === 'empty' ? 3 : 1, column: 1, bottom: 'script' });
    return true;
  };
}
