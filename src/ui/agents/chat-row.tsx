import { unansweredOf } from '../../engine/agent-views.ts';
import type { Session } from '../../engine/world.ts';
import { useWorld } from '../context.ts';
import { lastMessageLine } from '../last-message-line.ts';
import { agentName, customerName } from '../names.ts';
import { AlertMark } from '../conversation/alert-mark.tsx';
import { Icon } from '../controls/icon.tsx';
import { memo } from '../controls/memo.ts';
import { StatusChip } from '../conversation/status-chip.tsx';
import { Waited } from '../conversation/waited.tsx';
import { words } from '../words/words.ts';

/** One's own, one that is listened to, one that is over. */
export type RowKind = 'mine' | 'listens' | 'over';

/** Where a row stands in its list, in pixels. */
export type RowBox = { readonly top: number; readonly height: number };

export const styleOf = ({ top, height }: RowBox) => ({
  transform: `translateY(${String(top)}px)`,
  height: `${String(height)}px`,
});

type ChatRowProps = RowBox & {
  readonly session: Session;
  readonly kind: RowKind;
  readonly open: boolean;
  readonly onChoose: (session: number) => void;
};

const marks = { mine: null, listens: 'listen', over: 'accept' } as const;

/** A chat on two lines: who, what is with it, what was said last, how long it waits, what nobody has answered. */
export const ChatRow = memo(function ChatRow(props: ChatRowProps) {
  const { session, kind, open, onChoose } = props;
  const unread = useWorld((world) => (kind === 'mine' ? unansweredOf(world, session) : 0));
  const to = useWorld((world) => agentName(world, session.transferTo));
  const by = useWorld((world) => (session.agent === 0 ? words.bot : agentName(world, session.agent)));
  const name = customerName(session);
  const sent = kind === 'mine' && session.transferTo > 0;
  const mark = sent ? 'transfer' : marks[kind];
  const state = { mine: '', listens: words.listens, over: words.over }[kind];
  const last = sent
    ? words.waitsFor(to)
    : kind === 'listens'
      ? words.listensTo(by)
      : lastMessageLine(session);
  return (
    <li style={styleOf(props)}>
      <button
        type="button"
        class={`row-button chat-row is-${kind} ${open ? 'selected' : ''} ${sent ? 'asked' : ''}`}
        aria-current={open}
        title={name}
        onClick={() => {
          onChoose(session.id);
        }}
      >
        <span class={unread > 0 ? 'person-text unread' : 'person-text'}>
          <span class="person-line">
            <bdi class="person-name">{name}</bdi>
            {mark === null ? null : <Icon name={mark} size={13} />}
            {state === '' ? null : <span class="hidden-text">{state}</span>}
            <AlertMark session={session} />
          </span>
          <span class={session.customerTyping ? 'person-last typing-now' : 'person-last'}>
            <bdi>{session.customerTyping && !sent ? words.typingRow : last}</bdi>
          </span>
        </span>
        <span class="person-side">
          <span class="person-line">
            {unread > 0 ? (
              <span class="badge" title={words.unread(unread)}>
                {unread}
                <span class="hidden-text">{words.unread(unread)}</span>
              </span>
            ) : null}
            <StatusChip status={session.status} bare />
          </span>
          <Waited session={session} />
        </span>
      </button>
    </li>
  );
});
