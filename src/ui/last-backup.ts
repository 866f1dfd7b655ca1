import { readMarker } from './kept-marker.ts';
import type { Keeper } from './window-state.ts';

/** What was backed up last from this browser. */
type LastBackup = {
  /** In milliseconds since 1970; null as long as there was none. */
  readonly at: number | null;
  /** Since when it is counted. */
  readonly since: number;
  /** How many messages there were, as far as the window has shown them. */
  readonly messages: number;
};

const keptName = 'rehearsal.backup';
/** It is spoken of after so many messages, or so many days with any, without one (reliability M12). */
const tooMany = 200;
const tooLong = 7 * 24 * 3600_000;

function read(keeper: Keeper | null): LastBackup | null {
  try {
    const kept = JSON.parse(keeper?.getItem(keptName) ?? 'null') as Partial<LastBackup> | null;
    const { at = null, since, messages } = kept ?? {};
    if (typeof since !== 'number' || typeof messages !== 'number') return null;
    return { at: typeof at === 'number' ? at : null, since, messages };
  } catch {
    return null;
  }
}

function write(keeper: Keeper | null, last: LastBackup): void {
  try {
    keeper?.setItem(keptName, JSON.stringify(last));
  } catch {
    // Then nobody is reminded.
  }
}

const shownMessages = (keeper: Keeper | null): number =>
  [...(readMarker(keeper)?.workspaces.values() ?? [])].reduce((sum, { messages }) => sum + messages, 0);

/** Everything was backed up now. */
export function noteBackup(keeper: Keeper | null, now: number): void {
  write(keeper, { at: now, since: now, messages: shownMessages(keeper) });
}

/** When the last backup was, in milliseconds since 1970; null for never. */
export const lastBackup = (keeper: Keeper | null): number | null => read(keeper)?.at ?? null;

/** Whether somebody should hear how long ago the last backup was. */
export function backupIsDue(keeper: Keeper | null, now: number): boolean {
  const last = read(keeper);
  if (last === null) {
    write(keeper, { at: null, since: now, messages: 0 });
    return shownMessages(keeper) >= tooMany;
  }
  const more = shownMessages(keeper) - last.messages;
  return more >= tooMany || (more > 0 && now - last.since >= tooLong);
}
