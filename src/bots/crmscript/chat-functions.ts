import {
  instantOf,
  type DateTimeValue,
  type LibraryPart,
  type NativeContext,
} from '../../crmscript/library.ts';
import { chatFunctions } from '../api/chat-functions.ts';
import { by, callerOf } from './caller-of.ts';

function addChatMessage(
  context: NativeContext,
  session: number,
  text: string,
  type: number,
  author: string,
  specialType: number,
  specialParam: string,
  whenPosted?: DateTimeValue,
): number {
  const message = { session, text, type, author, specialType, specialParam };
  // A DateTime without a value says nothing about when.
  const timed = whenPosted ? { ...message, whenPosted: instantOf(context, whenPosted) } : message;
  return chatFunctions.addChatMessage(callerOf(context), timed);
}

/** What a bot can do to a chat (crm §11.1). */
export const chatPart: LibraryPart = {
  functions: [
    {
      signature:
        'Integer addChatMessage(Integer sessionId, String message, Integer type, String author, Integer specialType, String specialParams)',
      run: addChatMessage,
    },
    {
      signature:
        'Integer addChatMessage(Integer sessionId, String message, Integer type, String author, Integer specialType, String specialParams, DateTime whenPosted)',
      run: addChatMessage,
    },
    { signature: 'Void resetChat(Integer sessionId)', run: by(chatFunctions.resetChat) },
    {
      signature: 'Void setChatStatus(Integer sessionId, Integer status)',
      run: by(chatFunctions.setChatStatus),
    },
    {
      signature: 'Void setUserIsTyping(Integer sessionId, Bool isTyping)',
      run: by(chatFunctions.setUserIsTyping),
    },
  ],
};
