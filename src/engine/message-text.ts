import { messageLimit } from './numbers.ts';
import { coded, type CodedText } from './codes.ts';

/** Why a text cannot be sent, or null. */
export function problemWithText(text: string): CodedText | null {
  if (text.trim() === '') return coded('message-empty', {});
  if (text.length <= messageLimit) return null;
  return coded('message-too-long', { length: text.length, limit: messageLimit });
}
