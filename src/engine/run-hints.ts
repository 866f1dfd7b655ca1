import type { EventOf, RecordedEvent } from './events.ts';
import { messageType, status } from './numbers.ts';
import { coded, type CodedText } from './codes.ts';

/** A hint at a bot that a run gave: what happened in the chat, at which event, and what it comes from. */
export type RunHint = {
  readonly hint: CodedText;
  /** The number of its rule (chat-domain §16). */
  readonly rule: string;
  /** The event that shows it. */
  readonly seq: number;
  readonly session: number | undefined;
  /** The script that did it, and the line; 0 where the log does not say. */
  readonly script: number;
  readonly line: number;
};

/** Hints that scripts are given while they run, and the rules that those come from. */
export const rulesOfRaised: ReadonlyMap<string, string> = new Map([
  ['special-param-long', 'Q28'],
  ['options-no-json', 'Q28'],
  ['options-no-list', 'Q28'],
  ['options-no-texts', 'Q28'],
  ['show-at-unread', 'Q18'],
  ['online-port', 'rulings 40'],
  ['online-run-time', 'rulings 40'],
  ['online-memory', 'rulings 40'],
  ['too-many-events', 'rulings 1'],
]);

/** Hints that what happened gives, and their rules. */
export const rulesOfRuns = {
  'forms-were-skipped': 'T14',
  'wrote-after-hand-over': 'T13',
  'ended-without-word': 'T17',
} as const;

/** What is known of a session from the events so far; nothing of it where the session began before them. */
type Known = {
  /** The bot has handed over, and no agent has taken the chat since. */
  handedOver: boolean;
  /** Nobody but the customer has written since they last wrote, or since the session began. */
  isUnanswered: boolean;
};

type Changed = EventOf<'session.statusChanged'>;

/**
 * Hints that the events of some steps give, in their order. A fold of the log: the same events give the same hints. Of a session that
 * began before them only what its further events tell is known.
 */
export function runHintsOf(events: readonly RecordedEvent[]): readonly RunHint[] {
  const sessions = new Map<number, Known>();
  const found: RunHint[] = [];
  /** Chats that were ended without a word so far: the word may come within the step. */
  let silent: Changed[] = [];
  let step = 0;
  const knownOf = (session: number): Known => {
    const known = sessions.get(session) ?? { handedOver: false, isUnanswered: false };
    sessions.set(session, known);
    return known;
  };
  const settle = (): void => {
    for (const event of silent)
      found.push(at(event, coded('ended-without-word', {}), rulesOfRuns['ended-without-word']));
    silent = [];
  };
  for (const event of events) {
    if (event.step !== step) settle();
    step = event.step;
    switch (event.type) {
      case 'session.created':
        sessions.set(event.session, { handedOver: false, isUnanswered: true });
        break;
      case 'session.botDeactivated':
        knownOf(event.session).handedOver = event.reason === 'reset';
        break;
      case 'session.assigned':
        knownOf(event.session).handedOver = false;
        break;
      case 'message.saved': {
        if (event.messageType === messageType.toUser) knownOf(event.session).isUnanswered = true;
        if (event.messageType !== messageType.toCustomer) break;
        knownOf(event.session).isUnanswered = false;
        silent = silent.filter(({ session }) => session !== event.session);
        break;
      }
      case 'session.statusChanged': {
        const { handedOver, isUnanswered } = knownOf(event.session);
        const hint = hintAtChange(event, handedOver);
        if (hint !== undefined) found.push(hint);
        if (event.rule === 'T17' && event.by !== undefined && isUnanswered) silent.push(event);
        break;
      }
      case 'hint.raised': {
        const rule = rulesOfRaised.get(event.hint.code);
        if (rule !== undefined) found.push(at(event, event.hint, rule));
        break;
      }
      default:
    }
  }
  settle();
  return found.sort((a, b) => a.seq - b.seq);
}

/** A script's message that took a chat out of its queue, or past its forms. */
function hintAtChange(event: Changed, handedOver: boolean): RunHint | undefined {
  if (event.rule !== 'T13' && event.rule !== 'T14') return undefined;
  if (handedOver)
    return at(
      event,
      coded('wrote-after-hand-over', { from: event.from }),
      rulesOfRuns['wrote-after-hand-over'],
    );
  const form = event.from === status.preChatForm ? 'preChat' : 'faq';
  return event.rule === 'T14'
    ? at(event, coded('forms-were-skipped', { form }), rulesOfRuns['forms-were-skipped'])
    : undefined;
}

const at = (event: Changed | EventOf<'hint.raised'>, hint: CodedText, rule: string): RunHint => ({
  hint,
  rule,
  seq: event.seq,
  session: event.session,
  script: event.by?.script ?? 0,
  line: event.by?.line ?? 0,
});
