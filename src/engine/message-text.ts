import { messageLimit } from './numbers.ts';

/** Why a text cannot be sent, or null. */
export function problemWithText(text: string): string | null {
  if (text.trim() === '') return 'A message needs some text.';
  if (text.length <= messageLimit) return null;
  return `The message has ${String(text.length)} characters; the most is ${String(messageLimit)}. It was not sent. Shorten it, or send it in parts.`;
}
