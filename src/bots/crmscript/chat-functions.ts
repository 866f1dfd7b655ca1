import {
  instantOf,
  type DateTimeValue,
  type LibraryPart,
  type NativeContext,
} from '../../crmscript/library.ts';
import type { NewMessage } from '../../engine/script-call.ts';
import { botOf } from './bot-environment.ts';

/** Without an author the message comes from the channel's bot (crm Q37). */
function authorOf(context: NativeContext, session: number, author: string): string {
  if (author !== '') return author;
  const world = botOf(context).host.world();
  const channel = world.sessions.get(session)?.channel;
  return world.channels.find(({ id }) => id === channel)?.bot.name ?? '';
}

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
  const message: NewMessage = {
    session,
    text,
    type,
    author: authorOf(context, session, author),
    specialType,
    specialParam,
  };
  context.write(text.length + specialParam.length);
  // A DateTime without a value says nothing about when.
  const timed = whenPosted ? { ...message, whenPosted: instantOf(context, whenPosted) } : message;
  return botOf(context).act(context, (host, site) => host.addChatMessage(site, timed));
}

/** What a bot can do to a chat (crm §11.1). The host refuses unknown sessions and statuses (crm Q38). */
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
    {
      signature: 'Void resetChat(Integer sessionId)',
      run: (context, session: number) => {
        botOf(context).act(context, (host, site) => {
          host.resetChat(site, session);
        });
      },
    },
    {
      signature: 'Void setChatStatus(Integer sessionId, Integer status)',
      run: (context, session: number, status: number) => {
        botOf(context).act(context, (host, site) => {
          host.setChatStatus(site, session, status);
        });
      },
    },
    {
      signature: 'Void setUserIsTyping(Integer sessionId, Bool isTyping)',
      run: (context, session: number, typing: boolean) => {
        botOf(context).act(context, (host, site) => {
          host.setUserIsTyping(site, session, typing);
        });
      },
    },
  ],
};
