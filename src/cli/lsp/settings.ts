import { resolve } from 'node:path';

/** What people set in their editor under `rehearsal`. */
export type Settings = {
  /** Folders in which `#include` looks first. */
  readonly include: readonly string[];
  /** Whether warnings and hints are shown besides errors. */
  readonly hints: boolean;
  /** Whether the names of parameters stand before arguments. */
  readonly inlayHints: boolean;
  readonly codeLens: boolean;
};

export const defaultSettings: Settings = { include: [], hints: true, inlayHints: true, codeLens: true };

/** Settings as they came from an editor, and what was wrong with them; what cannot be is as if it was not there. */
export function readSettings(
  given: unknown,
  folders: readonly string[],
): { readonly settings: Settings; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const values: Readonly<Record<string, unknown>> =
    typeof given === 'object' && given !== null ? { ...given } : {};
  const flag = (name: 'hints' | 'inlayHints' | 'codeLens'): boolean => {
    const value = values[name] ?? defaultSettings[name];
    if (typeof value === 'boolean') return value;
    problems.push(`rehearsal.${name} must be true or false; ${String(defaultSettings[name])} was taken.`);
    return defaultSettings[name];
  };
  const include = values['include'] ?? [];
  const isList = Array.isArray(include) && include.every((one) => typeof one === 'string');
  if (!isList) problems.push('rehearsal.include must be a list of folders; it was left out.');
  const named: readonly string[] = isList ? include : [];
  const base = folders.length === 0 ? [process.cwd()] : folders;
  return {
    settings: {
      include: named.flatMap((dir) => [...new Set(base.map((folder) => resolve(folder, dir)))]),
      hints: flag('hints'),
      inlayHints: flag('inlayHints'),
      codeLens: flag('codeLens'),
    },
    problems,
  };
}
