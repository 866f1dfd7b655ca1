import type { InputOf } from '../inputs.ts';
import { channelOf } from '../channel-of.ts';
import { customerName, findAgent } from '../lookup.ts';
import { messageType, specialType, status } from '../numbers.ts';
import { problemWithText } from '../message-text.ts';
import { parseOptions } from '../options.ts';
import { coded, type Said } from '../said.ts';
import type { Cause, Stage } from '../stage.ts';
import type { Session } from '../world.ts';
import { offlineOffered, optionsAreLive } from '../views.ts';
import { askFaq } from './faq.ts';
import type { Draft } from './messages.ts';
import { afterTriggers, beforeSave, hearCustomer, saveSystemMessage } from './messages.ts';
import { changeStatus } from './status.ts';

const notNow: Readonly<Record<number, Said>> = {
  [status.invalid]: coded('session-invalid', {}),
  [status.preChatForm]: coded('pre-chat-form-open', {}),
  [status.offlineForm]: coded('offline-form-open', {}),
};

/** The customer writes: S4 in a conversation, S5 in the FAQ, S15 after the end. */
export function writes(
  stage: Stage,
  because: Cause,
  session: Session,
  input: InputOf<'customer.writes'>,
): Said | null {
  const problem = problemWithText(input.text) ?? refusalOf(session);
  if (problem !== null) return problem;
  if (session.status === status.faq) {
    askFaq(stage, because, session, input.text);
  } else {
    say(stage, because, session, input.text);
  }
  return null;
}

function refusalOf(session: Session): Said | null {
  if (session.status > status.finished) {
    return coded('session-over', { session: session.id });
  }
  return notNow[session.status] ?? null;
}

type Manner = { readonly specialType?: number; readonly specialParam?: string; readonly answers?: number };

/** Saves what the customer said, reopening the session if it had ended (chat-domain S4, S15). */
function say(stage: Stage, because: Cause, session: Session, text: string, manner: Manner = {}): void {
  const { specialType: special = specialType.none, specialParam = '', answers } = manner;
  const clicked = special === specialType.clickedOption;
  const draft = {
    session: session.id,
    text,
    type: clicked && !stage.world.options.clickAsText ? messageType.special : messageType.toUser,
    specialType: clicked && stage.world.options.clickAsText ? specialType.none : special,
    specialParam,
    author: customerName(session),
    ...(answers !== undefined && { answers }),
  };
  const accepted = beforeSave(stage, because, draft);
  // Triggers may have moved the session: the status now decides.
  const now = stage.world.sessions.get(session.id);
  if (accepted === null || now === undefined) return;
  if (now.status === status.finished) {
    reopen(stage, because, now, accepted);
    return;
  }
  afterTriggers(stage, because, accepted, {
    rule: 'S4',
    onSaved: (next) => {
      hearCustomer(stage, next, session.id);
    },
  });
}

/** The customer returned: a line says so, then the message, and the chat goes on (S15, rulings 20). */
function reopen(stage: Stage, because: Cause, session: Session, draft: Draft): void {
  saveSystemMessage(stage, because, session.id, specialType.reopenedByCustomer);
  const agentIsThere = findAgent(stage.world, session.agent) !== undefined;
  const toQueue = !session.botActive && !agentIsThere;
  afterTriggers(stage, because, draft, {
    rule: 'S15',
    ...(stage.world.options.botSeesFinished && { seenStatus: status.finished }),
    onSaved: (next) => {
      if (stage.world.sessions.get(session.id)?.status !== status.finished) return;
      if (toQueue && session.agent > 0) {
        stage.emit(next, { type: 'session.unassigned', session: session.id, agent: session.agent }, 'T33');
      }
      const to = toQueue ? status.inQueue : status.customerLast;
      changeStatus(stage, next, session.id, to, toQueue ? 'T33' : 'T26');
    },
  });
}

/** The customer clicks a button below an options message: it counts as a message (Q27, T81). */
export function clicksOption(
  stage: Stage,
  because: Cause,
  session: Session,
  input: InputOf<'customer.clicksOption'>,
): Said | null {
  const problem = refusalOf(session);
  if (problem !== null) return problem;
  const message = stage.world.messages.get(input.message);
  if (message?.session !== session.id || message.specialType !== specialType.options) {
    return coded('no-options', { message: input.message, session: session.id });
  }
  const { options } = parseOptions(message.specialParam);
  if (!options.includes(input.option)) {
    return coded('no-such-option', { message: message.id, option: input.option, options });
  }
  if (message.whenPosted > stage.now) return coded('message-not-shown', {});
  if (!optionsAreLive(session, message)) return coded('option-over', {});
  say(stage, because, session, input.option, {
    specialType: specialType.clickedOption,
    specialParam: JSON.stringify([input.option]),
    answers: message.id,
  });
  return null;
}

/** The customer sends a file; its content is not kept, and a type outside the list gives special 18 (rulings 24). */
export function sendsFile(
  stage: Stage,
  because: Cause,
  session: Session,
  input: InputOf<'customer.sendsFile'>,
): Said | null {
  const open = [status.inQueue, status.customerLast, status.userLast].some((one) => one === session.status);
  if (!open) return coded('no-files-now', {});
  if (!isFileAllowed(stage, input.name)) {
    saveSystemMessage(stage, because, session.id, specialType.illegalFileType, { param: input.name });
    return null;
  }
  say(stage, because, session, input.name);
  return null;
}

export function isFileAllowed(stage: Stage, name: string): boolean {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return name.includes('.') && stage.world.fileTypes.some((type) => type.toLowerCase() === ending);
}

/** Who waits takes the offline form instead, once it is offered (T11, Q12). */
export function takesOfflineForm(stage: Stage, because: Cause, session: Session): Said | null {
  if (session.status !== status.inQueue) return coded('only-from-queue', {});
  if (!offlineOffered(stage.world, session, stage.now)) {
    const { name } = channelOf(stage.world, session);
    return coded('offline-form-not-offered', { channel: name });
  }
  changeStatus(stage, because, session.id, status.offlineForm, 'T11');
  return null;
}
