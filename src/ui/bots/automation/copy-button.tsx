import { LaterIcon } from '../../controls/later-icon.tsx';
import { useCopy } from '../../controls/use-copy.ts';
import { automationWords as words } from '../../words/automation-words.ts';

/** Copies a text, and says whether that was possible. */
export function CopyButton({ label, text }: { readonly label: string; readonly text: string }) {
  const { copied, copy } = useCopy(text);
  return (
    <>
      <span class="note" role="status">
        {{ '': '', yes: words.copied, refused: words.notCopied }[copied.value]}
      </span>
      <button type="button" class="plain small" onClick={() => void copy()}>
        <LaterIcon name="copy" /> {label}
      </button>
    </>
  );
}
