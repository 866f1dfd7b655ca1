import { signal } from '@preact/signals';
import type { NotPreviewed } from '../files-client.ts';

/** The workspace that the open one is compared with; null for itself, run again with the settings as they are now. */
export const comparedWith = signal<{ readonly id: string; readonly name: string } | null>(null);

/** What the last run said that a save began by itself; null before the first one. */
export type SaveVerdict =
  | {
      readonly kind: 'running';
      /** The first step that differs, as far as it has come. */ readonly differs: number | null;
    }
  | { readonly kind: 'same' }
  | { readonly kind: 'differs'; readonly step: number }
  /** The conversation has more steps than are run by themselves. */
  | { readonly kind: 'long' }
  | { readonly kind: NotPreviewed['because'] | 'lost' };

export const saveVerdict = signal<SaveVerdict | null>(null);

type Keeper = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const kept = 'rehearsal.runAgain';

/** Whether the conversation is run again by itself after every save. Undefined until it was looked up. */
const onSave = signal<boolean | undefined>(undefined);

export function runsOnSave(keeper: Keeper | null): boolean {
  if (onSave.value === undefined) onSave.value = keeper?.getItem(kept) === 'on';
  return onSave.value;
}

export function setRunsOnSave(keeper: Keeper | null, isOn: boolean): void {
  onSave.value = isOn;
  saveVerdict.value = null;
  try {
    if (isOn) keeper?.setItem(kept, 'on');
    else keeper?.removeItem(kept);
  } catch {
    // It is on for as long as this page is there.
  }
}
