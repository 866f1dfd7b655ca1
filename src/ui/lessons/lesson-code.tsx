import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { LaterIcon } from '../controls/later-icon.tsx';
import { lessonsWords as words } from '../words/lessons-words.ts';

/** Lines of code in a lesson, to be copied; where the browser does not let a page do that, they are selected. */
export function LessonCode({ text }: { readonly text: string }) {
  const told = useSignal<'' | 'codeCopied' | 'codeSelected'>('');
  const code = useRef<HTMLPreElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      told.value = 'codeCopied';
    } catch {
      if (code.current !== null) getSelection()?.selectAllChildren(code.current);
      told.value = 'codeSelected';
    }
  };
  const says = told.value === '' ? '' : words[told.value];
  return (
    <div class="lesson-code">
      <pre ref={code} dir="ltr">
        {text}
      </pre>
      <button
        type="button"
        class="quiet icon-button"
        aria-label={words.copyCode}
        title={says === '' ? words.copyCode : says}
        onClick={() => void copy()}
        onBlur={() => {
          told.value = '';
        }}
      >
        <LaterIcon name={told.value === 'codeCopied' ? 'done' : 'copy'} size={13} />
      </button>
      <span class={told.value === 'codeSelected' ? 'note' : 'hidden-text'} role="status">
        {says}
      </span>
    </div>
  );
}
