import { useEffect, useRef } from 'preact/hooks';
import { splitAtFaqLinks } from '../../engine/faq-link.ts';
import { specialType } from '../../engine/numbers.ts';
import { optionsOf } from '../../engine/views.ts';
import type { Message, Undelivered } from '../../engine/world.ts';
import { minuteOf } from '../format.ts';
import { useAppContext } from '../context.ts';
import { goThereInPast, useSelectEvent } from '../select-event.ts';
import { systemWords } from '../words/system-words.ts';
import { words } from '../words/words.ts';
import { Avatar } from '../controls/avatar.tsx';
import { isLine, speaker } from './message-kinds.ts';
import { Link, RichText } from './rich-text.tsx';
import { unlessUsed } from '../controls/unless-used.ts';

export type MessageViewProps = {
  readonly message: Message;
  readonly viewer: 'customer' | 'agent';
  /** At whose desk it is read: one's own words look otherwise than a colleague's. */
  readonly desk?: number | undefined;
  readonly zone: string;
  /** It follows a message of the same author and minute, so that neither is written again. */
  readonly goesOn: boolean;
  /** Its event is selected in the window. */
  readonly selected: boolean;
  /** Whether its options can still be clicked, and whether a click is on its way. */
  readonly live: boolean;
  readonly busy: boolean;
  /** Does what a click on one of its options does; without it they are only shown. */
  readonly onOption: ((message: Message, option: string) => void) | undefined;
};

/** One message. What people wrote is shown as they wrote it; only a bot's or the system's text may be rich. */
export function MessageView(props: MessageViewProps) {
  const { message, viewer, desk, zone, goesOn, selected } = props;
  const element = useRef<HTMLDivElement>(null);
  const { message: select } = useSelectEvent();
  useEffect(() => {
    if (selected) element.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const choose = unlessUsed(() => {
    select(message.id);
  });
  if (isLine(message)) {
    return (
      <div
        ref={element}
        class={selected ? 'message system selected' : 'message system'}
        data-message={message.id}
        onClick={choose}
      >
        <Avatar of="system" />
        {systemText(message)} · {minuteOf(message.whenPosted, zone)}
      </div>
    );
  }
  const mine = viewer === 'customer' ? message.sender === 'customer' : message.sender !== 'customer';
  const time = minuteOf(message.whenPosted, zone);
  const who = speaker(message);
  const own = who === 'agent' && message.agent === desk;
  return (
    <div
      ref={element}
      class={`message ${mine ? 'mine' : 'theirs'} by-${who} ${own ? 'own' : ''} ${goesOn ? 'goes-on' : ''} ${selected ? 'selected' : ''}`}
      data-message={message.id}
    >
      <div class={goesOn ? 'message-meta hidden-text' : 'message-meta'}>
        {viewer === 'customer' && mine ? (
          time
        ) : (
          <>
            <Avatar of={who} />
            <bdi>{message.author}</bdi> · {time}
          </>
        )}
      </div>
      <div class="bubble" onClick={choose}>
        <MessageText message={message} />
      </div>
      <Options {...props} />
    </div>
  );
}

type UndeliveredProps = {
  readonly session: number;
  readonly blocked: Undelivered;
  readonly viewer: 'customer' | 'agent';
};

/** What somebody wrote and a trigger blocked: to be read by themselves, and by nobody else. */
export function UndeliveredView({ session, blocked, viewer }: UndeliveredProps) {
  const { store, windowState } = useAppContext();
  const chosen = windowState.view.value.event === blocked.seq;
  const choose = unlessUsed(() => {
    windowState.change({ event: blocked.seq, session });
    goThereInPast({ store }, blocked.seq);
  });
  return (
    <div
      class={`message mine by-${viewer} undelivered ${chosen ? 'selected' : ''}`}
      data-undelivered={blocked.seq}
    >
      <div class="bubble" onClick={choose}>
        <bdi class="literal" dir="auto">
          {blocked.text}
        </bdi>
      </div>
      <p class="undelivered-mark" title={words.blockedBy(blocked.trigger)}>
        {words.notDelivered}
      </p>
    </div>
  );
}

/** What the system tells, in its own words or in those of the product. */
function systemText(message: Message): string {
  const said = message.text === '' ? (systemWords[message.specialType] ?? '') : message.text;
  const file = message.specialType === specialType.illegalFileType ? `: ${message.specialParam}` : '';
  return said === '' ? words.system.newSession : `${said}${file}`;
}

/** Links to the FAQ that an agent inserted can be followed; any other address stays the text that it is. */
const withFaqLinks = (text: string) =>
  splitAtFaqLinks(text).map((piece, index) =>
    index % 2 === 0 ? (
      piece
    ) : (
      <Link key={index} href={piece}>
        {piece}
      </Link>
    ),
  );

function MessageText({ message }: { readonly message: Message }) {
  const who = speaker(message);
  const rich = who === 'bot' || who === 'system';
  const asks = message.specialType === specialType.faqSuccessQuestion && message.text === '';
  const text = rich ? (
    <RichText html={asks ? words.helpful : message.text} />
  ) : (
    <bdi class="literal" dir="auto">
      {who === 'agent' ? withFaqLinks(message.text) : message.text}
    </bdi>
  );
  if (message.specialType !== specialType.url) return text;
  return (
    <>
      {text} <Link href={message.specialParam}>{message.specialParam}</Link>
    </>
  );
}

/** The buttons under a message: a bot's options, or yes and no where the FAQ asks whether it helped. */
const buttonsOf = (message: Message): readonly string[] =>
  message.specialType === specialType.faqSuccessQuestion ? [words.yes, words.no] : optionsOf(message);

function Options({ message, live, busy, onOption }: MessageViewProps) {
  const labels = buttonsOf(message);
  if (labels.length === 0) return null;
  return (
    <div class="options" role="group" aria-label={words.options}>
      {labels.map((label, index) => (
        <button
          key={`${String(index)} ${label}`}
          type="button"
          class="option"
          disabled={!live || busy}
          {...(live ? {} : { title: words.optionGone })}
          onClick={() => onOption?.(message, label)}
        >
          <bdi dir="auto">{label}</bdi>
        </button>
      ))}
    </div>
  );
}
