import { editOfScript, scriptDraftKey } from '../bots/folders/script-names.ts';
import { editStateOf } from '../edits/edit.ts';
import { allScripts } from '../names.ts';
import { requireWorld, type Store } from '../store/store.ts';

/** A script as its editor has it: what is written into it, else what is saved. */
export type TextNow = {
  readonly script: number;
  readonly name: string;
  readonly source: string;
  readonly stored: string;
  readonly unsaved: boolean;
  /** Something else was saved than what was written began from. */
  readonly changed: boolean;
};

/** Every script of the workspace as it stands now. */
export const textsNow = (store: Store): readonly TextNow[] =>
  allScripts(requireWorld(store)).map(({ script: { id, name, source: stored } }) => {
    const edit = editOfScript(store.draft(scriptDraftKey(id)));
    const { value, unsaved, changed } = editStateOf(edit, stored);
    return { script: id, name, source: value ?? stored, stored, unsaved, changed };
  });
