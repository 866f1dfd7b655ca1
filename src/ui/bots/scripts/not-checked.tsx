import type { Diagnostic } from '../../../crmscript/diagnostic.ts';
import { isNotChecked } from '../../help/not-checked.ts';
import { botWords } from '../../words/bot-words.ts';

type NotCheckedProps = { readonly found: readonly Diagnostic[]; readonly onAgain: () => void };

/** Says above the editor that nobody looked at its text, and offers to try once more. */
export function NotChecked({ found, onAgain }: NotCheckedProps) {
  const notice = found.find(isNotChecked);
  return (
    <div role="status">
      {notice === undefined ? null : (
        <p class="not-checked">
          <span>{notice.message}</span>
          <button type="button" class="plain small" onClick={onAgain}>
            {botWords.checkAgain}
          </button>
        </p>
      )}
    </div>
  );
}
