import { LaterIcon } from '../../controls/later-icon.tsx';
import { useCopy } from '../../controls/use-copy.ts';
import { automationWords as words } from '../../words/automation-words.ts';

/** Copies a text, and says whether that was possible. */
export function CopyButton({ label, text }: { readonly label: string; readonly text: string }) {
  const { says, copy } = useCopy(text, { yes: words.copied, refused: words.notCopied });
  return (
    <>
      <span class="note" role="status">
        {says}
      </span>
      <button type="button" class="plain small" onClick={() => void copy()}>
        <LaterIcon name="copy" /> {label}
      </button>
    </>
  );
}
