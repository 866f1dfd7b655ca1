import type { Folder } from '../../../engine/definition.ts';
import { readEdit, type Edit } from '../../edits/edit.ts';

/**
 * How many letters all the scripts of a folder begin with, in whole words: `echobot session created` and `echobot
 * session changed` under the folder Echobot are told apart by what follows. Every name keeps a word of its own.
 */
export function sharedStart(folder: Folder): number {
  const names = folder.scripts.map(({ name }) => name.split(' '));
  const [first = []] = names;
  if (names.length < 2) return 0;
  const shortest = Math.min(...names.map(({ length }) => length));
  let same = 0;
  while (same < shortest - 1 && names.every((name) => name[same] === first[same])) same += 1;
  return first.slice(0, same).reduce((length, word) => length + word.length + 1, 0);
}

/** The key under which unsaved text of a script is kept. */
export const scriptDraftKey = (script: number): string => `script:${String(script)}`;

/** The key under which values that were typed for a run by hand are kept. */
export const runDraftKey = (script: number): string => `run:${String(script)}`;

/** An empty draft is no draft; a script whose text was all taken away is kept as this. */
const emptied = '\u0000';

/** What to keep of the text in the editor: nothing when it is as saved. */
export const sourceDraft = (source: string, saved: string): string =>
  source === saved ? '' : source === '' ? emptied : source;

/** The unsaved text that a draft holds; undefined is none. */
export const draftedSource = (draft: string): string | undefined =>
  draft === '' ? undefined : draft === emptied ? '' : draft;

/** What a draft of version 0.1 holds: the text of a script, and not what it began from. */
export const olderSource = (draft: string): Edit<string> => ({
  mine: draftedSource(draft) ?? '',
  base: undefined,
});

/** What is written into a script and not saved, by its draft; undefined is nothing. */
export const editOfScript = (draft: string): Edit<string> | undefined => readEdit(draft, olderSource);
