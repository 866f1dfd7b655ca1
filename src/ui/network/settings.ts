import type { KeyValueStorage } from '../browser-storage.ts';

/**
 * What somebody has allowed a workspace: in this browser and nowhere else. It is no part of the log, so it goes along into no
 * file, link, copy, branch or backup (rulings 2); it is forgotten with the workspace.
 */
export type NetworkSettings = {
  readonly on: boolean;
  /** Origins that may be asked, in the order in which they were allowed: `https://api.example.com`. */
  readonly allowed: readonly string[];
};

export const off: NetworkSettings = { on: false, allowed: [] };

export const keyOf = (workspace: string): string => `rehearsal.network.${workspace}`;

/** As they are kept now; anything else than what was written is off. */
export function readSettings(keeper: KeyValueStorage | null, workspace: string): NetworkSettings {
  try {
    const kept = JSON.parse(keeper?.getItem(keyOf(workspace)) ?? 'null') as Partial<NetworkSettings> | null;
    const allowed = Array.isArray(kept?.allowed) ? (kept.allowed as readonly unknown[]) : [];
    return {
      on: kept?.on === true,
      allowed: allowed.filter((one): one is string => typeof one === 'string'),
    };
  } catch {
    return off;
  }
}

/** False where the browser keeps nothing. */
export function writeSettings(
  keeper: KeyValueStorage | null,
  workspace: string,
  { on, allowed }: NetworkSettings,
): boolean {
  try {
    if (on || allowed.length > 0) keeper?.setItem(keyOf(workspace), JSON.stringify({ on, allowed }));
    else keeper?.removeItem(keyOf(workspace));
    return keeper !== null;
  } catch {
    return false;
  }
}
