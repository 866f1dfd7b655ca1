import { signal } from '@preact/signals';
import type { ScriptQueryResult } from '../../protocol/script-query.ts';

export type ReferencesFound = Extract<ScriptQueryResult, { kind: 'references' }>;

/** What stands under the editor, or over the window, of what an editor was asked about a script: known before that is loaded. */
export type ShownLooks = {
  readonly workspace: string;
  /** Where a name is used. */
  readonly references: ReferencesFound | null;
  /** The script whose outline is asked for, and where the cursor is in it. */
  readonly outline: { readonly script: number; readonly source: string; readonly offset: number } | null;
};

export const shownLooks = signal<ShownLooks | null>(null);
