import { messageLimit } from '../../engine/numbers.ts';
import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { Input } from '../../engine/inputs.ts';
import { useSending, useStore } from '../context.ts';
import { words } from '../words.ts';
import { isComposing } from './is-composing.ts';
import { Refusal } from './refusal.tsx';
import { SlowHint } from './slow-hint.tsx';

const quietAfter = 5000;

type ComposerProps = {
  /** Where unsent text is kept; one composer per key. */
  readonly draftKey: string;
  readonly label: string;
  readonly placeholder: string;
  readonly compose: (text: string) => Input;
  /** Told when somebody starts and stops typing, and only then (rulings 17). */
  readonly onTyping?: (typing: boolean) => void;
  /** Earlier messages of the same author, oldest first. */
  readonly history: readonly string[];
  /** What stands before the line. */
  readonly before?: ComponentChildren;
};

/** The line to write on: Enter sends, Shift+Enter breaks the line, ↑ and ↓ go through what was sent before. */
export function Composer({
  draftKey,
  label,
  placeholder,
  compose,
  onTyping,
  history,
  before,
}: ComposerProps) {
  const store = useStore();
  const sending = useSending();
  const text = store.draft(draftKey);
  const recalled = useRef(0);
  const typing = useRef<ReturnType<typeof setTimeout> | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);

  const told = useRef(onTyping);
  told.current = onTyping;
  const rest = useCallback(() => {
    if (typing.current === null) return;
    clearTimeout(typing.current);
    typing.current = null;
    told.current?.(false);
  }, []);
  useEffect(() => rest, [rest]);

  const write = (value: string) => {
    store.keepDraft(draftKey, value);
  };
  const type = (value: string) => {
    write(value);
    recalled.current = 0;
    if (onTyping === undefined) return;
    if (value === '') {
      rest();
      return;
    }
    if (typing.current === null) onTyping(true);
    else clearTimeout(typing.current);
    typing.current = setTimeout(rest, quietAfter);
  };
  const send = async () => {
    const sent = store.draft(draftKey);
    if (sent.trim() === '' || sending.pending) return;
    if (typing.current !== null) clearTimeout(typing.current);
    typing.current = null;
    const done = await sending.send(compose(sent));
    const now = store.draft(draftKey);
    if (done && now.startsWith(sent)) write(now.slice(sent.length));
    recalled.current = 0;
    // Whoever has gone on elsewhere meanwhile keeps the focus there.
    const { activeElement: active } = document;
    if (active === document.body || box.current?.form?.contains(active) === true) box.current?.focus();
  };
  const recall = (step: number) => {
    const latest = history.slice(-20);
    const next = Math.max(0, Math.min(latest.length, recalled.current + step));
    recalled.current = next;
    write(next === 0 ? '' : (latest[latest.length - next] ?? ''));
  };
  const key = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      if (!event.repeat) void send();
    } else if (event.key === 'ArrowUp' && (text === '' || recalled.current > 0)) {
      event.preventDefault();
      recall(1);
    } else if (event.key === 'ArrowDown' && recalled.current > 0) {
      event.preventDefault();
      recall(-1);
    }
  };

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Refusal sending={sending} />
      {text.length > messageLimit ? <p class="note">{words.tooLong}</p> : null}
      <SlowHint pending={sending.pending} />
      <div class="composer-row">
        {before}
        <textarea
          ref={box}
          rows={1}
          dir="auto"
          aria-label={label}
          placeholder={placeholder}
          value={text}
          onInput={(event) => {
            type(event.currentTarget.value);
          }}
          onKeyDown={key}
          onBlur={rest}
        />
        <button type="submit" class="primary" aria-disabled={sending.pending || text.trim() === ''}>
          {words.send}
        </button>
      </div>
    </form>
  );
}
