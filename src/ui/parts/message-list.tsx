import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Message } from '../../engine/world.ts';
import { words } from '../words.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { MessageView, type MessageViewProps } from './message-view.tsx';

const windowed = 100;

type MessageListProps = {
  readonly name: string;
  readonly messages: readonly Message[];
  readonly viewer: 'customer' | 'agent';
  readonly zone: string;
  /** Who is typing; empty is nobody. */
  readonly typing: string;
  readonly options?: MessageViewProps['options'];
};

/**
 * A conversation, newest at the end. Only the newest hundred are drawn until somebody asks for more, so
 * that a long session costs what a short one does; it stays at the end unless it was scrolled up.
 */
export function MessageList({ name, messages, viewer, zone, typing, options }: MessageListProps) {
  const shown = useSignal(windowed);
  const list = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const last = messages.at(-1)?.id ?? 0;
  useEffect(() => {
    if (atEnd.current && list.current !== null) list.current.scrollTop = list.current.scrollHeight;
  }, [last, typing, messages.length]);
  useEffect(() => {
    if (list.current === null) return undefined;
    const element = list.current;
    const watch = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight;
    });
    watch.observe(element);
    return () => {
      watch.disconnect();
    };
  }, []);
  const hidden = Math.max(0, messages.length - shown.value);
  return (
    <div
      ref={list}
      class="messages"
      role="log"
      aria-label={words.conversation(name)}
      tabIndex={0}
      onScroll={({ currentTarget: box }) => {
        atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < 24;
      }}
    >
      <div class="messages-filler" />
      {hidden > 0 ? (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            shown.value += windowed;
          }}
        >
          {words.earlier(Math.min(hidden, windowed))}
        </button>
      ) : null}
      {messages.slice(hidden).map((message) => (
        <ErrorBoundary key={message.id} instead={<Failed text={message.text} />}>
          <MessageView message={message} viewer={viewer} zone={zone} options={options} />
        </ErrorBoundary>
      ))}
      {typing === '' ? null : (
        <div class="typing" role="status" aria-label={words.typing(typing)}>
          <i />
          <i />
          <i />
        </div>
      )}
    </div>
  );
}

const Failed = ({ text }: { readonly text: string }) => (
  <div class="message system">
    <p>{words.cannotShow}</p>
    <pre>{text}</pre>
  </div>
);
