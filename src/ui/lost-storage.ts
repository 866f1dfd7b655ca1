import type { Restored } from '../protocol/engine-api.ts';
import { wallDayOf } from './format.ts';
import type { KeptMarker } from './kept-marker.ts';
import { storageWords as words } from './words/storage-words.ts';

/** What is known, and nothing else: nobody can tell what a damaged journal held. Null where nothing is known to be lost. */
export function restoredText(
  { workspaces, left, isUnknown }: Restored,
  before: KeptMarker | null,
): string | null {
  if (isUnknown === true) return before && words.notListed;
  const texts: string[] = [words.lostDatabase];
  const messages = workspaces.reduce((sum, one) => sum + one.messages, 0);
  if (workspaces.length > 0) texts.push(words.restored(workspaces.length, messages));
  for (const { id, name, messages: has, isWhole, hasGap } of workspaces) {
    const had = before?.workspaces.get(id)?.messages;
    if (had !== undefined && had > has) texts.push(words.fewer(name, had, has));
    else if (hasGap === true) texts.push(words.gap(name, has));
    else if (!isWhole) texts.push(words.damaged(name, has));
  }
  if (left > 0) texts.push(words.notRestored(left));
  const back = new Set(workspaces.map(({ id }) => id));
  const missing = [...(before?.workspaces ?? [])].filter(([id]) => !back.has(id)).map(([, one]) => one);
  // One that could not be read is kept and told of already; which one it is, the journals say and not the marker.
  if (left === 0)
    for (const { name, messages: had } of missing) texts.push(words.missingWorkspace(name, had));
  if (workspaces.length > 0) texts.push(words.checkLast);
  return texts.join(' ');
}

/** That nothing is there, though there was something before. */
export function lostText({ at, workspaces }: KeptMarker): string {
  const messages = [...workspaces.values()].reduce((sum, one) => sum + one.messages, 0);
  return words.lost(wallDayOf(at), workspaces.size, messages);
}
