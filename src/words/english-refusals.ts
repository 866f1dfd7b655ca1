import { ofMessages } from './english-texts.ts';
import { formSentence, formTitles, type FormProblem } from './english-form.ts';
import { list, nr } from './phrases.ts';

type Session = { readonly session: number };
type Named = { readonly name: string };
type OfSession = Session & Named;

/** Why an input is not possible now. */
export const refusals = {
  ...ofMessages,
  'in-the-past': () =>
    'This is shown as it was, and nothing can be changed in the past. Fork from here, or go back to now.',
  'no-session': ({ session }: Session) => `There is no session ${nr(session)}.`,
  'no-agent': ({ agent }: { agent: number }) => `There is no agent ${nr(agent)}.`,
  'no-channel': ({ channel }: { channel: number }) =>
    `There is no channel ${nr(channel)}. It may have been deleted; choose another.`,
  'no-contact': ({ contact }: { contact: number }) => `There is no contact ${nr(contact)}.`,
  'no-folder': ({ folder }: { folder: number }) => `There is no folder ${nr(folder)}.`,
  'no-script': ({ script }: { script: number }) => `There is no script ${nr(script)}.`,
  'no-trigger': ({ trigger }: { trigger: number }) => `There is no trigger ${nr(trigger)}.`,
  'no-webhook': ({ webhook }: { webhook: number }) => `There is no webhook ${nr(webhook)}.`,
  'no-faq-entry': ({ faqEntry }: { faqEntry: number }) => `There is no FAQ entry ${nr(faqEntry)}.`,
  'no-faq-folder': ({ faqFolder }: { faqFolder: number }) => `There is no FAQ folder ${nr(faqFolder)}.`,
  'no-mock': ({ mock }: { mock: number }) => `There is no mock ${nr(mock)}.`,
  'no-quick-reply': ({ quickReply }: { quickReply: number }) => `There is no quick reply ${nr(quickReply)}.`,
  'no-table': ({ table }: { table: string }) => `There is no table "${table}".`,
  'no-time-zone': ({ timeZone }: { timeZone: string }) =>
    `There is no time zone "${timeZone}". Name one of the IANA database, such as Europe/Oslo.`,
  'folder-not-saved': ({ folder }: { folder: number | string }) =>
    `There is no folder ${nr(folder)}. Save the folder first.`,
  'folder-name-taken': ({ name }: Named) => `There is a folder "${name}" already.`,
  'channel-name-taken': ({ name }: Named) =>
    `There is a channel "${name}" already. Channel names are unique.`,
  'script-in-other-folder': ({ script }: { script: number }) =>
    `Another folder has a script ${nr(script)} already.`,
  'trigger-without-script': ({ script }: { script: number }) =>
    `The trigger names script ${nr(script)}, which does not exist.`,
  'webhook-test-failed': ({ name, answer }: Named & { answer: number | string }) =>
    `The webhook "${name}" was not saved: its target ${answer === 'timeout' ? 'did not answer in time' : answer === 'error' ? 'could not be reached' : `answered ${nr(answer)}`} to the test event. It has to answer 200.`,
  'no-delivery': ({ name, eventId }: Named & { eventId: string }) =>
    `The webhook "${name}" got no event ${eventId}, or it is not among the newest 100 that are kept.`,
  'webhook-not-active': ({ name }: Named) =>
    `The webhook "${name}" is stopped and gets nothing. Reset it first.`,
  'webhook-is-active': ({ name }: Named) => `The webhook "${name}" is active already.`,
  'channel-without-bot': ({ channel }: { channel: string }) =>
    `The channel ${channel} has no bot. Turn one on in its Chat bot settings.`,
  'agent-has-chats': ({ agent, sessions }: { agent: number; sessions: readonly number[] }) =>
    `Agent ${nr(agent)} has chats: session ${list(sessions)}. End or transfer them first.`,
  'session-not-over': ({ session }: Session) => `Session ${nr(session)} does not exist or has not ended.`,
  'session-over': ({ session }: Session) =>
    `Session ${nr(session)} has ended. The customer can start a new chat.`,
  'session-invalid': () => 'The session is in no valid status, so nothing can be written.',
  'pre-chat-form-open': () => 'The customer has the pre-chat form open. Submit or close it first.',
  'offline-form-open': () => 'The customer has the offline form open. Submit or close it first.',
  'customer-disconnected': ({ session }: Session) =>
    `The customer of session ${nr(session)} is disconnected. Reconnect first.`,
  'customer-connected': ({ session }: Session) => `The customer of session ${nr(session)} is connected.`,
  'no-options': ({ message, session }: Session & { message: number }) =>
    `Message ${nr(message)} of session ${nr(session)} has no options.`,
  'no-such-option': (params: { message: number; option: string; options: readonly string[] }) =>
    `Message ${nr(params.message)} has no option "${params.option}". It has: ${list(params.options)}.`,
  'message-not-shown': () => 'This message is not shown to the customer yet.',
  'option-over': () => 'This option is no longer available: the customer has chosen or written since.',
  'no-files-now': () => 'Files can be sent while the customer waits in the queue or talks.',
  'faq-not-asked': ({ session }: Session) =>
    `Session ${nr(session)} has not been asked whether the FAQ helped.`,
  'no-requests': ({ channel }: { channel: string }) =>
    `The channel ${channel} takes no requests (Offline form: enable request submission). The customer can only close the form.`,
  'only-from-queue': () => 'Only a customer who waits in the queue can leave a request instead.',
  'offline-form-not-offered': ({ channel }: { channel: string }) =>
    `The channel ${channel} does not offer the offline form to this customer yet (Offline form: from the queue).`,
  'form-not-shown': ({ session, form, status }: Session & { form: string; status: number }) =>
    `Session ${nr(session)} does not show the ${formTitles[form] ?? form} now: it is in status ${nr(status)}.`,
  'form-problems': ({ problems }: { problems: readonly FormProblem[] }) => formSentence(problems),
  'nobody-waits': ({ name }: Named) => `No one is waiting for ${name}.`,
  'already-taken': ({ session, name }: OfSession) =>
    `Session ${nr(session)} is already taken by ${name === '' ? 'another agent' : name}.`,
  'not-in-queue': ({ session }: Session) => `Session ${nr(session)} is not waiting in the queue.`,
  'may-not-respond': ({ name, channel }: Named & { channel: string }) =>
    `${name} may not respond in the channel ${channel}. Give the agent Can respond there.`,
  'may-not-listen': ({ name }: Named) => `${name} may not listen in on this channel (Can listen in).`,
  'not-ongoing': ({ session, status }: Session & { status: number }) =>
    `Session ${nr(session)} is in status ${nr(status)}; only ongoing chats (5, 6) can be handled.`,
  'not-the-owner': ({ name, session }: OfSession) => `${name} does not handle session ${nr(session)}.`,
  'is-the-owner': ({ name, session }: OfSession) => `${name} handles session ${nr(session)} already.`,
  'not-listening': ({ name, session }: OfSession) => `${name} does not listen to session ${nr(session)}.`,
  'only-ongoing-heard': () => 'Only an ongoing chat (5, 6) can be listened to.',
  'title-missing': () => 'A request needs a title.',
  'agent-away': ({ name }: Named) => `${name} is Away. Chats can be transferred to agents who are Present.`,
  'transfer-waits': () => 'A transfer is waiting to be accepted. Cancel it first.',
  'no-transfer': ({ session }: Session) => `Session ${nr(session)} is not being transferred.`,
  'not-transferred-to': ({ name, session }: OfSession) =>
    `Session ${nr(session)} is not being transferred to ${name}.`,
  'clock-not-whole': () => 'The clock advances by a whole number of milliseconds, 0 or more.',
  'clock-out-of-range': () => 'The clock can stand at a whole millisecond until the end of the year 9999.',
  'clock-back': () => 'The clock cannot move back. Give a later time, or an offset such as "+5s".',
};
