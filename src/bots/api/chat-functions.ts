import type { NewMessage } from '../../engine/script-call.ts';
import type { Caller } from './caller.ts';
import { authorOf, postMessage } from './chat-messages.ts';

/*
 * What a bot does to a chat by the global functions of scripts (crm §11.1). The host refuses unknown sessions and statuses
 * (crm Q38).
 */

export const chatFunctions = {
  /** Returns the number of the message, or 0 where a trigger blocked it. */
  addChatMessage: (caller: Caller, message: NewMessage): number =>
    postMessage(caller, { ...message, author: authorOf(caller, message.session, message.author) }),
  resetChat: (caller: Caller, session: number): void => {
    caller.act((host, site) => {
      host.resetChat(site, session);
    });
  },
  setChatStatus: (caller: Caller, session: number, status: number): void => {
    caller.act((host, site) => {
      host.setChatStatus(site, session, status);
    });
  },
  setUserIsTyping: (caller: Caller, session: number, typing: boolean): void => {
    caller.act((host, site) => {
      host.setUserIsTyping(site, session, typing);
    });
  },
};
