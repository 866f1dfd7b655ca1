import { instantOf, type DateTimeValue, type LibraryPart, type NativeContext } from '../crmscript/library.ts';
import { isStatus } from '../engine/numbers.ts';
import type { NewMessage } from '../engine/script-call.ts';
import type { Session } from '../engine/world.ts';
import { botOf } from './bot-environment.ts';

/** The session that a script means; one that does not exist is an exception with its id (crm Q38). */
function sessionOf(context: NativeContext, id: number): Session {
  const session = botOf(context).host.world().sessions.get(id);
  return session ?? context.fail('RunTimeException', `There is no chat session with the id ${String(id)}.`);
}

/** Without an author the message comes from the channel's bot (crm Q37). */
function authorOf(context: NativeContext, session: Session, author: string): string {
  if (author !== '') return author;
  const channel = botOf(context).host.world().channels.find(({ id }) => id === session.channel);
  return channel?.bot.name ?? '';
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
  const found = sessionOf(context, session);
  const message: NewMessage = {
    session,
    text,
    type,
    author: authorOf(context, found, author),
    specialType,
    specialParam,
  };
  // A DateTime without a value says nothing about when.
  const timed = whenPosted ? { ...message, whenPosted: instantOf(context, whenPosted) } : message;
  return botOf(context).act(context, (host, site) => host.addChatMessage(site, timed));
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
    {
      signature: 'Void resetChat(Integer sessionId)',
      run: (context, session: number) => {
        sessionOf(context, session);
        botOf(context).act(context, (host, site) => {
          host.resetChat(site, session);
        });
      },
    },
    {
      signature: 'Void setChatStatus(Integer sessionId, Integer status)',
      run: (context, session: number, status: number) => {
        sessionOf(context, session);
        if (!isStatus(status)) {
          context.fail('RunTimeException', `There is no chat status ${String(status)}; the statuses are 0 to 11.`);
        }
        botOf(context).act(context, (host, site) => {
          host.setChatStatus(site, session, status);
        });
      },
    },
    {
      signature: 'Void setUserIsTyping(Integer sessionId, Bool isTyping)',
      run: (context, session: number, typing: boolean) => {
        sessionOf(context, session);
        botOf(context).act(context, (host, site) => {
          host.setUserIsTyping(site, session, typing);
        });
      },
    },
  ],
};
