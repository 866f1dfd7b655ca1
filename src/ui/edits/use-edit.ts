import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { useAppContext } from '../context.ts';
import { afterSaving, keptEdit, readEdit, editStateOf, written, type Edit, type EditState } from './edit.ts';

export type EditOptions<T> = {
  /** The key of the draft under which it is kept until it is saved; null keeps it as long as the form is open. */
  readonly draftKey: string | null;
  /** What is stored, as it is drawn; null is nothing. */
  readonly stored: T | null;
  /** The same, at the moment somebody acts. */
  readonly now: () => T | null;
  /** Reads a draft of version 0.1, if that could have one. */
  readonly older?: (kept: string) => Edit<T>;
};

export type Editing<T> = EditState<T> & {
  readonly change: (next: T) => void;
  /** What it holds at the moment somebody acts. */
  readonly current: () => T | null;
  /** Forgets what was written: what is stored shows. It can be taken back; `text` says what was done. */
  readonly drop: (text: string) => void;
  /** The same, unasked and for good: it was saved. */
  readonly forget: () => void;
  /** Whether saving now would overwrite what somebody else saved. */
  readonly isChanged: () => boolean;
  /** What was `sent` was saved; `stored` is how it stands there, if that is not the same. */
  readonly saved: (sent: T, stored?: T) => void;
};

/**
 * One thing in an editor: what is written is kept as a draft together with what it began from, so that nobody
 * overwrites unseen what was saved somewhere else meanwhile.
 */
export function useEdit<T>({ draftKey, stored, now, older }: EditOptions<T>): Editing<T> {
  const { store, undo } = useAppContext();
  const own = useSignal('');
  const read = () => (draftKey === null ? own.value : store.draft(draftKey));
  const kept = read();
  const edit = useMemo(() => readEdit(kept, older), [kept, older]);
  const standing = editStateOf(edit, stored);
  const isIdle = edit !== undefined && !standing.unsaved;
  const keep = (text: string) => {
    if (draftKey === null) own.value = text;
    else store.keepDraft(draftKey, text);
  };
  const latest = () => readEdit(read(), older);
  const tidy = useRef<() => void>(() => undefined);
  tidy.current = () => {
    // More may have been written since this was drawn; and what is as it was once is not as it is now.
    if (store.moment.peek() === null && !editStateOf(latest(), now()).unsaved) keep('');
  };
  useEffect(() => {
    if (isIdle) tidy.current();
  }, [isIdle]);
  return {
    ...standing,
    change: (next) => {
      keep(written(latest(), next, now()));
    },
    drop: (text) => {
      const dropped = latest();
      keep('');
      if (dropped === undefined) return;
      undo.offer(store.workspace.value?.id ?? '', {
        text,
        act: () => {
          // Whoever takes it back has seen what is stored now.
          keep(keptEdit({ mine: dropped.mine, base: now() }));
          return Promise.resolve('');
        },
      });
    },
    current: () => editStateOf(latest(), now()).value,
    forget: () => {
      keep('');
    },
    isChanged: () => editStateOf(latest(), now()).changed,
    saved: (sent, stands = sent) => {
      keep(afterSaving(latest(), sent, stands));
    },
  };
}
