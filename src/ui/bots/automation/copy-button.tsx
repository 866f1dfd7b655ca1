import { useSignal } from '@preact/signals';
import { LaterIcon } from '../../controls/later-icon.tsx';
import { automationWords } from '../../words/automation-words.ts';

/** Copies a text, and says whether that was possible. */
export function CopyButton({ label, text }: { readonly label: string; readonly text: string }) {
  const told = useSignal('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      told.value = automationWords.copied;
    } catch {
      told.value = automationWords.notCopied;
    }
  };
  return (
    <>
      <span class="note" role="status">
        {told.value}
      </span>
      <button type="button" class="plain small" onClick={() => void copy()}>
        <LaterIcon name="copy" /> {label}
      </button>
    </>
  );
}
