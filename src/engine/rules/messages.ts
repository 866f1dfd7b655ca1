import { againstHearing } from '../call-rule.ts';
import { messageInputs, receivedInputs } from '../event-data.ts';
import type { MessageText } from '../event-data.ts';
import { channelOf } from '../channel-of.ts';
import { eventType, lastInstant, messageLimit, messageType, specialType, status } from '../numbers.ts';
import type { MessageType } from '../numbers.ts';
import { sanitise } from '../rich-text.ts';
import { asText, coded, type CodedText } from '../codes.ts';
import type { NewMessage } from '../script-call.ts';
import { HostError } from '../script-call.ts';
import { runBot, runTriggers } from '../scripts.ts';
import { following } from '../step-draft.ts';
import type { Cause, StepDraft } from '../step-draft.ts';
import type { Session } from '../world.ts';
import { delayOf, warnAboutParam, warnAboutSpecialType } from './message-hints.ts';
import { changeStatus } from './status.ts';
import { queueWebhooks } from './webhooks.ts';

/** A message before it is saved. */
export type UnsavedMessage = MessageText & {
  readonly session: number;
  readonly whenPosted?: number;
  readonly agent?: number;
  readonly answers?: number;
  /** Text of scripts is HTML of which only some tags are kept; what people type is taken literally. */
  readonly isHtml?: boolean;
};

/** A message that was saved: its number, and what follows from it. */
export type Saved = { readonly message: number; readonly next: Cause };

type Saving = {
  /** The rule that it is saved by; it also says whether the bot's message received script runs for it. */
  readonly rule: string;
  /** What the message does to the status, once it is saved and before trigger 403 (Q49). */
  readonly onSaved?: (because: Cause) => void;
  /** The status that the bot's script is told instead of the present one. */
  readonly seenStatus?: number;
};

/**
 * Saves a message: trigger 402, which may rewrite or block it; the message; what it does to the status;
 * trigger 403; the webhook; the bot's message received script (chat-domain §3, S4-S7).
 *
 * @returns what was saved, or null when a trigger blocked it.
 */
export function saveMessage(
  draft: StepDraft,
  because: Cause,
  unsaved: UnsavedMessage,
  saving: Saving,
): Saved | null {
  const accepted = beforeSave(draft, because, unsaved);
  return accepted === null ? null : afterTriggers(draft, because, accepted, saving);
}

/** Runs trigger 402: the message as they leave it, or null when one blocked it (S4, T68, T69). */
export function beforeSave(draft: StepDraft, because: Cause, unsaved: UnsavedMessage): UnsavedMessage | null {
  const session = draft.world.sessions.get(unsaved.session);
  if (session === undefined) return null;
  const { data, blockedBy, lastRun } = runTriggers(
    draft,
    because,
    eventType.beforeSaveMessage,
    unsaved.session,
    () => messageInputs(session, unsaved, null),
  );
  const block = (trigger: number, reason: CodedText | null): null => {
    draft.emit(
      because,
      {
        type: 'message.blocked',
        session: unsaved.session,
        text: unsaved.text,
        messageType: unsaved.type,
        author: unsaved.author,
        specialType: unsaved.specialType,
        ...(unsaved.agent !== undefined && { agent: unsaved.agent }),
        trigger,
        ...(reason !== null && { reason }),
      },
      'Q19',
    );
    return null;
  };
  if (blockedBy > 0) return block(blockedBy, data.message === '' ? null : asText(data.message));
  const now = draft.world.sessions.get(unsaved.session)?.status ?? status.deleted;
  if (isPersons(unsaved) && now > status.finished) {
    return block(lastRun, coded('closed-meanwhile', {}));
  }
  const left = lastRun === 0 ? unsaved : rewritten(unsaved, data.outputs);
  if (left.specialType !== unsaved.specialType) {
    warnAboutSpecialType(draft, because, unsaved.session, left.specialType);
  }
  return left;
}

/** Whether a customer or an agent said it, and not a script or the system: in a closed session nobody speaks. */
const isPersons = (unsaved: UnsavedMessage): boolean =>
  unsaved.isHtml !== true &&
  (unsaved.type === messageType.toUser ||
    unsaved.specialType === specialType.clickedOption ||
    (unsaved.agent !== undefined && unsaved.specialType === specialType.none));

/** The four values that a before-trigger can change (chat-domain §5.2). */
function rewritten(unsaved: UnsavedMessage, outputs: Readonly<Record<string, string>>): UnsavedMessage {
  const given = new Map(Object.entries(outputs));
  const special = given.get('chatmessage.specialtype');
  return {
    ...unsaved,
    text: given.get('chatmessage.message') ?? unsaved.text,
    specialType: special === undefined ? unsaved.specialType : Number.parseInt(special, 10) || 0,
    specialParam: given.get('chatmessage.specialparam') ?? unsaved.specialParam,
    author: given.get('chatmessage.author') ?? unsaved.author,
  };
}

/** Everything after trigger 402. */
export function afterTriggers(
  draft: StepDraft,
  because: Cause,
  unsaved: UnsavedMessage,
  saving: Saving,
): Saved {
  const { session: id, isHtml = false, agent, answers } = unsaved;
  const message: MessageText = {
    text: isHtml ? sanitise(unsaved.text) : unsaved.text,
    type: unsaved.type,
    specialType: unsaved.specialType,
    specialParam: unsaved.specialParam,
    author: unsaved.author,
  };
  const number = draft.world.messages.length + 1;
  const seq = draft.emit(
    because,
    {
      type: 'message.saved',
      session: id,
      message: number,
      messageType: message.type,
      text: message.text,
      author: message.author,
      specialType: message.specialType,
      specialParam: message.specialParam,
      whenPosted: draft.instant(Math.max(unsaved.whenPosted ?? draft.now, draft.now)),
      ...(agent !== undefined && { agent }),
      ...(answers !== undefined && { answers }),
    },
    saving.rule,
  );
  const next = following(because, seq);
  saving.onSaved?.(next);
  const saved: Saved = { message: number, next };
  const session = draft.world.sessions.get(id);
  if (session === undefined) return saved;
  runTriggers(draft, next, eventType.afterSaveMessage, id, () => messageInputs(session, message, number));
  queueWebhooks(draft, next, 'chatsession.message', id, { message: number });
  if (againstHearing(saving.rule) === null) {
    runBot(draft, next, session, 'messageReceived', (current, world) =>
      receivedInputs(world, asSeen(current, saving.seenStatus), message, number),
    );
  }
  return saved;
}

const asSeen = (session: Session, seen: number | undefined): Session =>
  seen === undefined ? session : { ...session, status: seen as Session['status'] };

type SystemMessage = {
  readonly text?: string;
  readonly param?: string;
  readonly type?: MessageType;
  readonly author?: string;
  readonly isHtml?: boolean;
  readonly agent?: number;
};

/** A message of the system: it changes no status and calls no bot script (S7, Q6). */
export function saveSystemMessage(
  draft: StepDraft,
  because: Cause,
  session: number,
  special: number,
  {
    text = '',
    param = '',
    type = messageType.special,
    author = '',
    isHtml = false,
    agent,
  }: SystemMessage = {},
): Saved | null {
  return saveMessage(
    draft,
    because,
    {
      session,
      text,
      type,
      specialType: special,
      specialParam: param,
      author,
      isHtml,
      ...(agent !== undefined && { agent }),
    },
    { rule: 'S7' },
  );
}

/** A message that a script posts with `addChatMessage` (chat-domain §6.2, S6, Q46). */
export function postFromScript(
  draft: StepDraft,
  because: Cause,
  session: Session,
  message: NewMessage,
): number {
  const { text, type, specialType: special, specialParam } = message;
  if (text.length > messageLimit) {
    throw new HostError(
      `addChatMessage: the message has ${String(text.length)} characters; the most is ${String(messageLimit)}. It was not posted. Post it in parts.`,
    );
  }
  if (type !== 1 && type !== 2 && type !== 3) {
    throw new HostError(
      `addChatMessage: ${String(type)} is not a message type. 1 is to the customer, 2 to the agent, 3 special.`,
    );
  }
  const { whenPosted: given } = message;
  if (given !== undefined && !(Number.isFinite(given) && given <= lastInstant)) {
    throw new HostError('addChatMessage: whenPosted is not a time before the year 10000.');
  }
  warnAboutSpecialType(draft, because, session.id, special);
  warnAboutParam(draft, because, message);
  const channel = channelOf(draft.world, session);
  const whenPosted = message.whenPosted ?? delayOf(draft, because, message);
  const saved = saveMessage(
    draft,
    because,
    {
      session: session.id,
      text,
      type,
      author: message.author === '' ? channel.bot.name : message.author,
      specialType: special,
      specialParam,
      isHtml: true,
      ...(whenPosted !== undefined && { whenPosted }),
    },
    {
      rule: 'S6',
      onSaved: (next) => {
        if (type === messageType.toCustomer) speakTo(draft, next, session.id);
        if (type === messageType.toUser) hearCustomer(draft, next, session.id);
      },
    },
  );
  return saved?.message ?? 0;
}

/** What the bot or an agent says makes them the last to speak (rulings 19; T13, T14, T16). */
export function speakTo(draft: StepDraft, because: Cause, id: number): void {
  const from = draft.world.sessions.get(id)?.status;
  if (from === status.preChatForm || from === status.faq) {
    changeStatus(draft, because, id, status.userLast, 'T14');
  } else if (from === status.inQueue) {
    changeStatus(draft, because, id, status.userLast, 'T13');
  } else if (from === status.customerLast) {
    changeStatus(draft, because, id, status.userLast, 'T16');
  }
}

/** What the customer says in a conversation makes them the last to speak (T15); elsewhere nothing (§2.6). */
export function hearCustomer(draft: StepDraft, because: Cause, id: number): void {
  if (draft.world.sessions.get(id)?.status === status.userLast) {
    changeStatus(draft, because, id, status.customerLast, 'T15');
  }
}
