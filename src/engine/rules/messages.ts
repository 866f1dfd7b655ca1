import { againstHearing } from '../call-rule.ts';
import { messageInputs, receivedInputs } from '../event-data.ts';
import type { MessageText } from '../event-data.ts';
import { channelOf } from '../channel-of.ts';
import { eventType, lastInstant, messageLimit, messageType, specialType, status } from '../numbers.ts';
import type { MessageType } from '../numbers.ts';
import { sanitise } from '../rich-text.ts';
import { asText, coded, type Said } from '../said.ts';
import type { NewMessage } from '../script-call.ts';
import { HostError } from '../script-call.ts';
import { runBot, runTriggers } from '../scripts.ts';
import { following } from '../stage.ts';
import type { Cause, Stage } from '../stage.ts';
import type { Session } from '../world.ts';
import { delayOf, warnAboutParam, warnAboutSpecialType } from './message-hints.ts';
import { changeStatus } from './status.ts';
import { queueWebhooks } from './webhooks.ts';

/** A message before it is saved. */
export type Draft = MessageText & {
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
export function saveMessage(stage: Stage, because: Cause, draft: Draft, saving: Saving): Saved | null {
  const accepted = beforeSave(stage, because, draft);
  return accepted === null ? null : afterTriggers(stage, because, accepted, saving);
}

/** Runs trigger 402: the message as they leave it, or null when one blocked it (S4, T68, T69). */
export function beforeSave(stage: Stage, because: Cause, draft: Draft): Draft | null {
  const session = stage.world.sessions.get(draft.session);
  if (session === undefined) return null;
  const { data, blockedBy, lastRun } = runTriggers(
    stage,
    because,
    eventType.beforeSaveMessage,
    draft.session,
    () => messageInputs(session, draft, null),
  );
  const block = (trigger: number, reason: Said | null): null => {
    stage.emit(
      because,
      {
        type: 'message.blocked',
        session: draft.session,
        text: draft.text,
        messageType: draft.type,
        author: draft.author,
        specialType: draft.specialType,
        ...(draft.agent !== undefined && { agent: draft.agent }),
        trigger,
        ...(reason !== null && { reason }),
      },
      'Q19',
    );
    return null;
  };
  if (blockedBy > 0) return block(blockedBy, data.message === '' ? null : asText(data.message));
  const now = stage.world.sessions.get(draft.session)?.status ?? status.deleted;
  if (isPersons(draft) && now > status.finished) {
    return block(lastRun, coded('closed-meanwhile', {}));
  }
  const left = rewritten(draft, data.outputs);
  if (left.specialType !== draft.specialType) {
    warnAboutSpecialType(stage, because, draft.session, left.specialType);
  }
  return left;
}

/** Whether a customer or an agent said it, and not a script or the system: in a closed session nobody speaks. */
const isPersons = (draft: Draft): boolean =>
  draft.isHtml !== true &&
  (draft.type === messageType.toUser ||
    draft.specialType === specialType.clickedOption ||
    (draft.agent !== undefined && draft.specialType === specialType.none));

/** The four values that a before-trigger can change (chat-domain §5.2). */
function rewritten(draft: Draft, outputs: Readonly<Record<string, string>>): Draft {
  const given = new Map(Object.entries(outputs));
  const special = given.get('chatmessage.specialtype');
  return {
    ...draft,
    text: given.get('chatmessage.message') ?? draft.text,
    specialType: special === undefined ? draft.specialType : Number.parseInt(special, 10) || 0,
    specialParam: given.get('chatmessage.specialparam') ?? draft.specialParam,
    author: given.get('chatmessage.author') ?? draft.author,
  };
}

/** Everything after trigger 402. */
export function afterTriggers(stage: Stage, because: Cause, draft: Draft, saving: Saving): Saved {
  const { session: id, isHtml = false, agent, answers } = draft;
  const message: MessageText = {
    text: isHtml ? sanitise(draft.text) : draft.text,
    type: draft.type,
    specialType: draft.specialType,
    specialParam: draft.specialParam,
    author: draft.author,
  };
  const number = stage.world.messages.length + 1;
  const seq = stage.emit(
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
      whenPosted: new Date(Math.max(draft.whenPosted ?? stage.now, stage.now)).toISOString(),
      ...(agent !== undefined && { agent }),
      ...(answers !== undefined && { answers }),
    },
    saving.rule,
  );
  const next = following(because, seq);
  saving.onSaved?.(next);
  const saved: Saved = { message: number, next };
  const session = stage.world.sessions.get(id);
  if (session === undefined) return saved;
  runTriggers(stage, next, eventType.afterSaveMessage, id, () => messageInputs(session, message, number));
  queueWebhooks(stage, next, 'chatsession.message', id, { message: number });
  if (againstHearing(saving.rule) === null) {
    runBot(stage, next, session, 'messageReceived', (current, world) =>
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
  stage: Stage,
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
    stage,
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
export function postFromScript(stage: Stage, because: Cause, session: Session, message: NewMessage): number {
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
  warnAboutSpecialType(stage, because, session.id, special);
  warnAboutParam(stage, because, message);
  const channel = channelOf(stage.world, session);
  const whenPosted = message.whenPosted ?? delayOf(stage, because, message);
  const saved = saveMessage(
    stage,
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
        if (type === messageType.toCustomer) speakTo(stage, next, session.id);
        if (type === messageType.toUser) hearCustomer(stage, next, session.id);
      },
    },
  );
  return saved?.message ?? 0;
}

/** What the bot or an agent says makes them the last to speak (rulings 19; T13, T14, T16). */
export function speakTo(stage: Stage, because: Cause, id: number): void {
  const from = stage.world.sessions.get(id)?.status;
  if (from === status.preChatForm || from === status.faq) {
    changeStatus(stage, because, id, status.userLast, 'T14');
  } else if (from === status.inQueue) {
    changeStatus(stage, because, id, status.userLast, 'T13');
  } else if (from === status.customerLast) {
    changeStatus(stage, because, id, status.userLast, 'T16');
  }
}

/** What the customer says in a conversation makes them the last to speak (T15); elsewhere nothing (§2.6). */
export function hearCustomer(stage: Stage, because: Cause, id: number): void {
  if (stage.world.sessions.get(id)?.status === status.userLast) {
    changeStatus(stage, because, id, status.customerLast, 'T15');
  }
}
