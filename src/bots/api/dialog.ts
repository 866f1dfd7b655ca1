import { coded } from '../codes.ts';
import type { Caller } from './caller.ts';
import type { EventDataValue } from './event-data-value.ts';

/** A dialog that a trigger wants shown: nothing opens here, it is reported, and what is about to happen is held back. */
export function showDialog(
  caller: Caller,
  data: EventDataValue,
  dialog: { readonly title: string; readonly definition: string },
): void {
  caller.hint(coded('dialog-not-shown', dialog));
  data.blocked = true;
}
