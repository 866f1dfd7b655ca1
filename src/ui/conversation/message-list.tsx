import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Message, Undelivered } from '../../engine/world.ts';
import { useSelectedMessage } from '../select-event.ts';
import { words } from '../words/words.ts';
import { ErrorBoundary } from '../controls/error-boundary.tsx';
import { memo } from '../controls/memo.ts';
import { goesOn } from './message-kinds.ts';
import { MessageView, UndeliveredView, type MessageViewProps } from './message-view.tsx';
import { useSteady } from '../controls/use-steady.ts';
import { useStayAtEnd } from './use-stay-at-end.ts';

const windowed = 100;

type Entry = { readonly message: Message; readonly goesOn: boolean } | { readonly blocked: Undelivered };

/** Messages and blocked texts in the order of their times. */
function inOrder(messages: readonly Message[], undelivered: readonly Undelivered[]): readonly Entry[] {
  const entries: Entry[] = [];
  const rest = [...undelivered];
  messages.forEach((message, index) => {
    while (rest[0] !== undefined && rest[0].at < message.whenPosted) {
      entries.push({ blocked: rest[0] });
      rest.shift();
    }
    const before = entries.at(-1);
    const follows = before === undefined || 'message' in before;
    entries.push({ message, goesOn: follows && goesOn(message, messages[index - 1]) });
  });
  return [...entries, ...rest.map((blocked) => ({ blocked }))];
}

type MessageListProps = {
  readonly session: number;
  readonly name: string;
  readonly messages: readonly Message[];
  /** What the viewer wrote and a trigger blocked. */
  readonly undelivered: readonly Undelivered[];
  readonly viewer: 'customer' | 'agent';
  /** At whose desk it is read. */
  readonly desk?: number;
  readonly zone: string;
  /** Who is typing; empty is nobody. */
  readonly typing: string;
  /** How the options of a message are clicked; without it they are only shown. */
  readonly options?: {
    readonly live: (message: Message) => boolean;
    readonly busy: boolean;
    readonly click: (message: Message, option: string) => void;
  };
};

/**
 * A conversation, newest at the end. Only the newest hundred are drawn until somebody asks for more, so
 * that a long session costs what a short one does; it stays at the end unless it was scrolled up.
 */
export function MessageList(props: MessageListProps) {
  const { session, name, messages, undelivered, viewer, desk, zone, typing, options } = props;
  const shown = useSignal(windowed);
  const selected = useSelectedMessage();
  const list = useRef<HTMLDivElement>(null);
  const scrolled = useStayAtEnd(list);
  const click = useSteady((message: Message, option: string) => options?.click(message, option));
  const hidden = Math.max(0, messages.length - shown.value);
  const since = hidden === 0 ? -Infinity : (messages[hidden]?.whenPosted ?? 0);
  const entries = inOrder(
    messages.slice(hidden),
    undelivered.filter(({ at }) => at >= since),
  );
  return (
    <div
      ref={list}
      class="messages"
      role="log"
      aria-label={words.conversation(name)}
      tabIndex={0}
      onScroll={scrolled}
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
      {entries.map((entry) =>
        'blocked' in entry ? (
          <UndeliveredView
            key={`blocked ${String(entry.blocked.seq)}`}
            blocked={entry.blocked}
            session={session}
            viewer={viewer}
          />
        ) : (
          <One
            key={entry.message.id}
            {...entry}
            selected={entry.message.id === selected}
            viewer={viewer}
            desk={desk}
            zone={zone}
            live={options?.live(entry.message) ?? false}
            busy={options?.busy ?? false}
            onOption={options === undefined ? undefined : click}
          />
        ),
      )}
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

/** A message; those before it are not drawn again when the next one comes. */
const One = memo((props: MessageViewProps) => (
  <ErrorBoundary instead={<Failed text={props.message.text} />}>
    <MessageView {...props} />
  </ErrorBoundary>
));

const Failed = ({ text }: { readonly text: string }) => (
  <div class="message system">
    <p>{words.cannotShow}</p>
    <pre>{text}</pre>
  </div>
);
