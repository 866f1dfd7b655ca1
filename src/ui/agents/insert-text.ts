import type { Store } from '../store/store.ts';

/** Puts a text behind what is typed so far at a place. Nothing is sent by it. */
export function insertText(store: Pick<Store, 'draft' | 'keepDraft'>, place: string, text: string): void {
  const before = store.draft(place);
  store.keepDraft(place, before === '' || /\s$/.test(before) ? before + text : `${before} ${text}`);
}

/** The line to write on of the chat that this stands in, with the cursor behind what was inserted. */
export function goOnWriting(from: Element | null): void {
  const box = from?.closest('.agent-chat')?.querySelector<HTMLTextAreaElement>('.composer textarea');
  box?.focus(); // at once: the next key is meant for it
  requestAnimationFrame(() => {
    box?.setSelectionRange(box.value.length, box.value.length);
  });
}
