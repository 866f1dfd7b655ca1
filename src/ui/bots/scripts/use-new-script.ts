import type { Folder, ScriptLanguage } from '../../../engine/definition.ts';
import { useAppContext, type Sending } from '../../context.ts';
import { allScripts } from '../../names.ts';
import { requireWorld } from '../../store/store.ts';
import { runDraftKey, scriptDraftKey } from '../folders/script-names.ts';
import type { Template } from './script-templates.ts';

export type NewScript = {
  readonly name: string;
  readonly template: Template;
  readonly language: ScriptLanguage;
};

/** Makes a script in a folder and opens it; false when that was refused. */
export function useNewScript({ send }: Pick<Sending, 'send'>) {
  const { store, windowState } = useAppContext();
  return async (folder: Pick<Folder, 'id'>, { name, template, language }: NewScript): Promise<boolean> => {
    const { sourceFor } = await import('./script-templates.ts');
    const id = Math.max(0, ...allScripts(requireWorld(store)).map(({ script }) => script.id)) + 1;
    const source = sourceFor(template, language);
    const script = { id, name, language, source } as const;
    if (!(await send({ type: 'admin.savesScript', folder: folder.id, script }))) return false;
    for (const key of [scriptDraftKey(id), runDraftKey(id)]) store.keepDraft(key, '');
    // What is empty is written on behind what stands in it; the others are read first.
    const line = template === 'empty' ? source.split('\n').length : 1;
    windowState.change({ script: id, line, column: 1, bottom: 'script' });
    return true;
  };
}
