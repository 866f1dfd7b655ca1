import { messageLimit } from '../../engine/numbers.ts';
import { useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { useStore } from '../context.ts';
import type { Outbox, PendingText, TextInput } from '../store/outbox.ts';
import { words } from '../words/words.ts';
import { Icon } from '../controls/icon.tsx';
import { isComposing } from './is-composing.ts';
import { LeftDrafts } from './left-drafts.tsx';
import { Refusal } from '../controls/refusal.tsx';
import { OnTheWay } from './on-the-way.tsx';
import { useHeldText } from './use-held-text.ts';

const quietAfter = 5000;

const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);

/** What waits at a place, the same list as long as it holds the same: what is sent elsewhere draws nothing here. */
function useWaiting(outbox: Outbox, place: string): readonly PendingText[] {
  const last = useRef<readonly PendingText[]>([]);
  return useComputed(() => {
    const next = outbox.waiting(place);
    const isSame =
      next.length === last.current.length && next.every(({ id }, n) => id === last.current[n]?.id);
    if (!isSame) last.current = next;
    return last.current;
  }).value;
}

type ComposerProps = {
  /** Where unsent text is kept; one composer per key. */
  readonly draftKey: string;
  readonly label: string;
  readonly placeholder: string;
  readonly compose: (text: string) => TextInput;
  /** Told when somebody starts and stops typing, and only then (rulings 17). */
  readonly onTyping?: (typing: boolean) => void;
  /** Earlier messages of the same author, oldest first. */
  readonly history: readonly string[];
  /** What stands before the line. */
  readonly before?: ComponentChildren;
};

/** The line to write on: Enter sends, at once and in order, whatever is on its way; Shift+Enter breaks the line, ↑ and ↓ recall what was sent. */
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
  const { outbox } = store;
  const waiting = useWaiting(outbox, draftKey);
  const refusal = useComputed(() => outbox.refusal(draftKey)).value;
  const text = store.draft(draftKey);
  const held = useHeldText();
  const isPast = useComputed(() => store.moment.value !== null).value;
  /** Why nobody can be answered for now; undefined when nothing waits. */
  const standing = useComputed(() => store.waits.value?.why).value;
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
  const send = () => {
    const written = store.draft(draftKey);
    if (written.trim() === '' || standing !== undefined) return;
    if (typing.current !== null) clearTimeout(typing.current);
    typing.current = null;
    held.hold(written);
    write('');
    outbox.send(draftKey, compose(written));
    recalled.current = 0;
    // Asking for the focus has the page laid out, even where it is.
    if (document.activeElement !== box.current) box.current?.focus();
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
      if (!event.repeat) send();
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
      data-waiting={waiting.length}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <LeftDrafts place={draftKey} show={shortened} />
      <Refusal
        sending={{
          refusal,
          clear: () => {
            outbox.dismiss(draftKey);
          },
        }}
      />
      {text.length > messageLimit ? <p class="note">{words.tooLong}</p> : null}
      {standing === undefined ? <OnTheWay waiting={waiting} /> : null}
      <div class="composer-row">
        {before}
        <textarea
          ref={box}
          rows={1}
          dir="auto"
          aria-label={label}
          placeholder={
            isPast ? words.notInPast : standing === undefined ? placeholder : words.shutFor[standing]
          }
          disabled={isPast}
          readOnly={standing !== undefined}
          value={isPast ? '' : (held.text ?? text)}
          onBeforeInput={(event) => {
            if (held.text === null) return;
            held.letGo();
            event.currentTarget.value = text;
          }}
          onInput={(event) => {
            type(event.currentTarget.value);
          }}
          onKeyDown={key}
          onBlur={rest}
        />
        <button
          type="submit"
          class="primary icon-button send"
          aria-label={words.send}
          title={words.send}
          aria-disabled={(held.text ?? text).trim() === '' || standing !== undefined}
        >
          <Icon name="send" size={16} />
        </button>
      </div>
    </form>
  );
}
