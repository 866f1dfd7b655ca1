import type { InputOf } from '../inputs.ts';
import { channelOf } from '../channel-of.ts';
import { customerName, findAgent } from '../lookup.ts';
import { messageType, specialType, status } from '../numbers.ts';
import { problemWithText } from '../message-text.ts';
import { parseOptions } from '../options.ts';
import { coded, type CodedText } from '../codes.ts';
import type { Cause, StepDraft } from '../step-draft.ts';
import type { Session } from '../world.ts';
import { offlineOffered, optionsAreLive } from '../views.ts';
import { askFaq } from './faq.ts';
import type { UnsavedMessage } from './messages.ts';
import { afterTriggers, beforeSave, hearCustomer, saveSystemMessage } from './messages.ts';
import { changeStatus } from './status.ts';

const notNow: Readonly<Record<number, CodedText>> = {
  [status.invalid]: coded('session-invalid', {}),
  [status.preChatForm]: coded('pre-chat-form-open', {}),
  [status.offlineForm]: coded('offline-form-open', {}),
};

/** The customer writes: S4 in a conversation, S5 in the FAQ, S15 after the end. */
export function writes(
  draft: StepDraft,
  because: Cause,
  session: Session,
  input: InputOf<'customer.writes'>,
): CodedText | null {
  const problem = problemWithText(input.text) ?? refusalOf(session);
  if (problem !== null) return problem;
  if (session.status === status.faq) {
    askFaq(draft, because, session, input.text);
  } else {
    say(draft, because, session, input.text);
  }
  return null;
}

function refusalOf(session: Session): CodedText | null {
  if (session.status > status.finished) {
    return coded('session-over', { session: session.id });
  }
  return notNow[session.status] ?? null;
}

type Manner = { readonly specialType?: number; readonly specialParam?: string; readonly answers?: number };

/** Saves what the customer said, reopening the session if it had ended (chat-domain S4, S15). */
function say(draft: StepDraft, because: Cause, session: Session, text: string, manner: Manner = {}): void {
  const { specialType: special = specialType.none, specialParam = '', answers } = manner;
  const clicked = special === specialType.clickedOption;
  const unsaved = {
    session: session.id,
    text,
    type: clicked && !draft.world.options.clickAsText ? messageType.special : messageType.toUser,
    specialType: clicked && draft.world.options.clickAsText ? specialType.none : special,
    specialParam,
    author: customerName(session),
    ...(answers !== undefined && { answers }),
  };
  const accepted = beforeSave(draft, because, unsaved);
  // Triggers may have moved the session: the status now decides.
  const now = draft.world.sessions.get(session.id);
  if (accepted === null || now === undefined) return;
  if (now.status === status.finished) {
    reopen(draft, because, now, accepted);
    return;
  }
  afterTriggers(draft, because, accepted, {
    rule: 'S4',
    onSaved: (next) => {
      hearCustomer(draft, next, session.id);
    },
  });
}

/** The customer returned: a line says so, then the message, and the chat goes on (S15, rulings 20). */
function reopen(draft: StepDraft, because: Cause, session: Session, unsaved: UnsavedMessage): void {
  saveSystemMessage(draft, because, session.id, specialType.reopenedByCustomer);
  const agentIsThere = findAgent(draft.world, session.agent) !== undefined;
  const toQueue = !session.botActive && !agentIsThere;
  afterTriggers(draft, because, unsaved, {
    rule: 'S15',
    ...(draft.world.options.botSeesFinished && { seenStatus: status.finished }),
    onSaved: (next) => {
      if (draft.world.sessions.get(session.id)?.status !== status.finished) return;
      if (toQueue && session.agent > 0) {
        draft.emit(next, { type: 'session.unassigned', session: session.id, agent: session.agent }, 'T33');
      }
      const to = toQueue ? status.inQueue : status.customerLast;
      changeStatus(draft, next, session.id, to, toQueue ? 'T33' : 'T26');
    },
  });
}

/** The customer clicks a button below an options message: it counts as a message (Q27, T81). */
export function clicksOption(
  draft: StepDraft,
  because: Cause,
  session: Session,
  input: InputOf<'customer.clicksOption'>,
): CodedText | null {
  const problem = refusalOf(session);
  if (problem !== null) return problem;
  const message = draft.world.messages.get(input.message);
  if (message?.session !== session.id || message.specialType !== specialType.options) {
    return coded('no-options', { message: input.message, session: session.id });
  }
  const { options } = parseOptions(message.specialParam);
  if (!options.includes(input.option)) {
    return coded('no-such-option', { message: message.id, option: input.option, options });
  }
  if (message.whenPosted > draft.now) return coded('message-not-shown', {});
  if (!optionsAreLive(session, message)) return coded('option-over', {});
  say(draft, because, session, input.option, {
    specialType: specialType.clickedOption,
    specialParam: JSON.stringify([input.option]),
    answers: message.id,
  });
  return null;
}

/** The customer sends a file; its content is not kept, and a type outside the list gives special 18 (rulings 24). */
export function sendsFile(
  draft: StepDraft,
  because: Cause,
  session: Session,
  input: InputOf<'customer.sendsFile'>,
): CodedText | null {
  const open = [status.inQueue, status.customerLast, status.userLast].some((one) => one === session.status);
  if (!open) return coded('no-files-now', {});
  if (!isFileAllowed(draft, input.name)) {
    saveSystemMessage(draft, because, session.id, specialType.illegalFileType, { param: input.name });
    return null;
  }
  say(draft, because, session, input.name);
  return null;
}

export function isFileAllowed(draft: StepDraft, name: string): boolean {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return name.includes('.') && draft.world.fileTypes.some((type) => type.toLowerCase() === ending);
}

/** Who waits takes the offline form instead, once it is offered (T11, Q12). */
export function takesOfflineForm(draft: StepDraft, because: Cause, session: Session): CodedText | null {
  if (session.status !== status.inQueue) return coded('only-from-queue', {});
  if (!offlineOffered(draft.world, session, draft.now)) {
    const { name } = channelOf(draft.world, session);
    return coded('offline-form-not-offered', { channel: name });
  }
  changeStatus(draft, because, session.id, status.offlineForm, 'T11');
  return null;
}
