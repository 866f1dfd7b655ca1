import { localTimeOf } from './local-time.ts';
import { specialType } from './numbers.ts';
import { plainText } from './rich-text.ts';
import { visibleMessages } from './views.ts';
import type { Message, World } from './world.ts';

/** What the product's lines say when a special message has no text of its own (chat-domain §6.3). */
export function systemLine(message: Pick<Message, 'specialType' | 'specialParam'>): string {
  switch (message.specialType) {
    case specialType.newSession:
      return 'New chat session';
    case specialType.transferedSession:
      return `Transferred to ${message.specialParam}`;
    case specialType.error:
      return 'Error';
    case specialType.sessionDeleted:
      return 'The session was deleted';
    case specialType.faqSuccessQuestion:
      return 'Was this helpful?';
    case specialType.closedByUser:
      return message.specialParam === ''
        ? 'The agent ended the chat'
        : `${message.specialParam} ended the chat`;
    case specialType.closedByCustomer:
      return 'The customer closed the chat';
    case specialType.closedByIdle:
      return 'Closed because the customer was gone';
    case specialType.transferRejected:
      return `${message.specialParam} rejected the transfer`;
    case specialType.reopenedByCustomer:
      return 'The customer returned to the chat';
    case specialType.illegalFileType:
      return `Files such as ${message.specialParam} are not allowed`;
    default:
      return '';
  }
}

/** A message in words, without markup. */
export function messageText(message: Message): string {
  if (message.text === '') return systemLine(message);
  return message.sender === 'bot' || message.sender === 'system' ? plainText(message.text) : message.text;
}

/** The conversation as text, a line a message with the world's local time, as in requests and transcripts (T53, T62). */
export function chatLog(world: World, session: number, viewer: 'customer' | 'agent', now: number): string {
  return visibleMessages(world, session, viewer, now)
    .map((message) => {
      const time = localTimeOf(message.whenPosted, world.timeZone);
      const who = message.author === '' ? '' : `${message.author}: `;
      return `${time} ${who}${messageText(message)}`;
    })
    .join('\n');
}
