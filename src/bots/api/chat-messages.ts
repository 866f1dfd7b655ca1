import { escapeHtml } from '../../engine/escape-html.ts';
import type { NewMessage } from '../../engine/script-call.ts';
import { chatLog } from '../../engine/transcript.ts';
import { worldOf, type Caller } from './caller.ts';
import { messageCarrier } from './carriers.ts';
import { sessionOf } from './chat-sessions.ts';
import { Instant, numberIn, textIn, type Carrier, type CarrierInput } from './plain.ts';

/* Messages: by the functions of scripts, and as ChatAgent has them (chat-domain §12). */

/** Posts a message; returns its number, or 0 where a trigger blocked it. The host refuses unknown sessions (crm Q38). */
export function postMessage(caller: Caller, message: NewMessage): number {
  caller.write(message.text.length + message.specialParam.length);
  return caller.act((host, site) => host.addChatMessage(site, message));
}

/** Without an author the message comes from the channel's bot (crm Q37). */
export function authorOf(caller: Caller, session: number, author: string): string {
  if (author !== '') return author;
  const world = worldOf(caller);
  const channel = world.sessions.get(session)?.channel;
  return world.channels.find(({ id }) => id === channel)?.bot.name ?? '';
}

function addMessage(caller: Caller, session: number, given: CarrierInput | null): Carrier | null {
  if (given === null || sessionOf(caller, session) === undefined) return null;
  const when = given.field('WhenPosted');
  const id = postMessage(caller, {
    session,
    text: textIn(given, 'Message'),
    // A field that nobody set is 0 once it was asked for; the type is then the usual one.
    type: numberIn(given, 'Type') || 1,
    author: textIn(given, 'Author'),
    specialType: numberIn(given, 'SpecialType') ?? 0,
    specialParam: textIn(given, 'SpecialParam'),
    ...(when instanceof Instant && { whenPosted: when.at }),
  });
  const saved = worldOf(caller).messages.get(id);
  return saved === undefined ? null : messageCarrier(saved);
}

function messagesAfter(caller: Caller, id: number, after: number): Carrier[] {
  const world = worldOf(caller);
  const numbers = [...(sessionOf(caller, id)?.messages ?? [])].filter((number) => number > after);
  caller.work(16 * numbers.length);
  return numbers.flatMap((number) => {
    const message = world.messages.get(number);
    return message === undefined ? [] : messageCarrier(message);
  });
}

function transcript(caller: Caller, id: number, html: boolean): string | null {
  if (sessionOf(caller, id) === undefined) return null;
  const text = chatLog(worldOf(caller), id, 'agent', caller.host.now());
  caller.text(text.length);
  return html ? escapeHtml(text).replaceAll('\n', '<br>') : text;
}

export const chatMessages = {
  AddChatMessage: addMessage,
  GetChatMessages: messagesAfter,
  GetChatTranscript: transcript,
};
