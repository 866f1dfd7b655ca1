import type { World } from '../../engine/world.ts';
import type { ScriptEdits } from '../../protocol/script-query.ts';
import { editOfScript, scriptDraftKey } from '../bots/folders/script-names.ts';
import { savingSource, withFolder } from '../bots/scripts/last-known.ts';
import type { AppContextValue } from '../context.ts';
import { keptEdit } from '../edits/edit.ts';
import { refusalText } from '../refusal-text.ts';
import { requireWorld, type Store } from '../store/store.ts';
import { undoInput, type Undoable } from '../undo/undoing.ts';
import { lookWords } from '../words/look-words.ts';
import { textsNow, type TextNow } from './texts-now.ts';

/**
 * Saves scripts with a name changed, all of them or none, as one thing that can be taken back. What was written into one of them
 * and not saved is saved with it, as the edits are of that text; taking it back leaves it unsaved again. Tells why not, in words.
 */
export async function renameScripts(
  { store, undo }: AppContextValue,
  name: string,
  scripts: readonly ScriptEdits[],
  from: readonly TextNow[],
): Promise<string> {
  const now = textsNow(store);
  const seen = new Map(from.map((one) => [one.script, one]));
  const stale = now.some(({ script, source }) => seen.get(script)?.source !== source);
  if (stale || now.length !== from.length) return lookWords.changedMeanwhile;
  const touched = scripts.flatMap(({ script, edits }) => {
    const text = seen.get(script);
    return text === undefined ? [] : [{ ...text, next: applied(text.source, edits) }];
  });
  const workspace = store.workspace.peek()?.id ?? '';
  const isHere = () => (store.workspace.peek()?.id ?? '') === workspace;
  const backs: (() => Promise<string>)[] = [];
  const offer = () => {
    undo.offer(workspace, {
      text: lookWords.renamed(name, backs.length),
      act: async () => {
        const why = await takenBack(backs, '');
        if (why === '') for (const one of touched) keepUnsaved(store, one);
        return why;
      },
    });
  };
  for (const { script, next, stored } of touched) {
    if (!isHere()) {
      // The scripts of what somebody opened meanwhile may have the same numbers: neither is the rest done there, nor taken back.
      offer();
      return lookWords.leftMeanwhile(backs.length, touched.length);
    }
    const before = requireWorld(store);
    const known = withFolder(before, script);
    if (known?.script.source !== stored) return takenBack(backs, lookWords.changedMeanwhile);
    const input: Undoable = savingSource(before, known, next);
    const answer = await store.dispatch(input);
    if (answer.kind !== 'committed') return takenBack(backs, refusalText(answer));
    // Another workspace may be shown by now.
    const after = withSource(before, script, next);
    backs.unshift(() => undoInput(store, before, after, input));
  }
  for (const { script, source, unsaved } of touched) {
    const key = scriptDraftKey(script);
    // What was written on meanwhile stays.
    if (unsaved && isHere() && editOfScript(store.draft(key))?.mine === source) store.keepDraft(key, '');
  }
  offer();
  return '';
}

const withSource = (world: World, script: number, source: string): World => ({
  ...world,
  folders: world.folders.map((folder) => ({
    ...folder,
    scripts: folder.scripts.map((one) => (one.id === script ? { ...one, source } : one)),
  })),
});

function applied(source: string, edits: ScriptEdits['edits']): string {
  let at = 0;
  let text = '';
  for (const edit of edits) {
    text += source.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + source.slice(at);
}

function keepUnsaved(store: Store, { script, source, stored, unsaved }: TextNow): void {
  const key = scriptDraftKey(script);
  if (unsaved && store.draft(key) === '') store.keepDraft(key, keptEdit({ mine: source, base: stored }));
}

/** Takes back what was done, the last first; says why not, else what was to be said. Those that are done are not done again. */
async function takenBack(backs: (() => Promise<string>)[], says: string): Promise<string> {
  for (;;) {
    const why = (await backs[0]?.()) ?? '';
    if (why !== '') return why;
    if (backs.length === 0) return says;
    backs.shift();
  }
}
