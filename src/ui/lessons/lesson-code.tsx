import { LaterIcon } from '../controls/later-icon.tsx';
import { useCopy } from '../controls/use-copy.ts';
import { lessonsWords as words } from '../words/lessons-words.ts';

/** Lines of code in a lesson, to be copied; where the browser does not let a page do that, they are selected. */
export function LessonCode({ text }: { readonly text: string }) {
  const { of, copied, says, copy, forget } = useCopy<HTMLPreElement>(text, {
    yes: words.codeCopied,
    refused: words.codeSelected,
  });
  return (
    <div class="lesson-code">
      <pre ref={of} dir="ltr">
        {text}
      </pre>
      <button
        type="button"
        class="quiet icon-button"
        aria-label={words.copyCode}
        title={says === '' ? words.copyCode : says}
        onClick={() => void copy()}
        onBlur={forget}
      >
        <LaterIcon name={copied.value === 'yes' ? 'done' : 'copy'} size={13} />
      </button>
      <span class={copied.value === 'refused' ? 'note' : 'hidden-text'} role="status">
        {says}
      </span>
    </div>
  );
}
