import { chatMembers } from './chat-members.ts';
import { chatMessages } from './chat-messages.ts';
import { chatPresence } from './chat-presence.ts';
import { chatSessions } from './chat-sessions.ts';
import { chatTopics } from './chat-topics.ts';

/**
 * The methods of ChatAgent by the names of the web services, each once for all languages: NSChatAgent of CRMScript and
 * `soApi.getChatAgent()` of JavaScript differ in spelling only.
 */
export const chatAgent = {
  ...chatSessions,
  ...chatMessages,
  ...chatTopics,
  ...chatPresence,
  ...chatMembers,
};
