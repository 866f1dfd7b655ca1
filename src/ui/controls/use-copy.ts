import { useSignal, type ReadonlySignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useCallback, useEffect, useRef } from 'preact/hooks';

/** Puts a text into the clipboard; false where the browser does not let the page do that. */
export async function copyText(text: string): Promise<boolean> {
  try {
    // Of a page that is not loaded from a safe address, not even the clipboard is there.
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

type Copying<Of extends HTMLElement> = {
  /** What shows the text, so that it can be selected. */
  readonly of: RefObject<Of | null>;
  /** What came of it; empty before, and when the text is another one. */
  readonly copied: ReadonlySignal<'' | 'yes' | 'refused'>;
  /** The same in words. */
  readonly says: string;
  readonly copy: () => Promise<void>;
  readonly forget: () => void;
};

/** A text that can be copied; where that is refused, it is selected, for the keys. `words` say what came of it. */
export function useCopy<Of extends HTMLElement>(
  text: string,
  words: { readonly yes: string; readonly refused: string },
): Copying<Of> {
  const copied = useSignal<'' | 'yes' | 'refused'>('');
  const of = useRef<Of>(null);
  const latest = useRef(text);
  latest.current = text;
  const forget = useCallback(() => {
    copied.value = '';
  }, [copied]);
  useEffect(forget, [text, forget]);
  const copy = async () => {
    const isCopied = await copyText(text);
    // Clipboards may answer late: what is shown by now is not what was copied.
    if (latest.current !== text) return;
    const shown = of.current;
    if (!isCopied && shown instanceof HTMLInputElement) shown.select();
    else if (!isCopied && shown !== null) getSelection()?.selectAllChildren(shown);
    copied.value = isCopied ? 'yes' : 'refused';
  };
  const says = copied.value === '' ? '' : words[copied.value];
  return { of, copied, says, copy, forget };
}
