import type { ScriptLanguage } from '../../../engine/definition.ts';
import { javaScriptTemplates } from './javascript-templates.ts';
import type { BotRole } from '../../../engine/registration-found.ts';

/* What new scripts begin with (chat-domain §4, §5): each runs as it stands. Loaded when somebody makes a script. */

/** What a new script is for: a role of a bot, a library that others include, or anything else. */
export type Template = BotRole | 'library' | 'empty';

const templates: Readonly<Record<Template, string>> = {
  empty: '#setLanguageLevel 3;\n\n',
  library: `#setLanguageLevel 3;

// Others take this in with #include and the include name of this script.

// Says hello to somebody. The comment right above a function is what the editor says of it.
String greeting(String name)
{
  return "Hello " + name + "!";
}
`,
  register: `#setLanguageLevel 3;

// A folder is a bot when one of its scripts has a name like this one. It runs when the bot is turned on or off
// for a channel, never during a chat. It may do nothing.
EventData event = getEventData();
String action = event.getInputValue("action"); // register or unregister
String channel = event.getInputValue("topicId");

log(action + ", channel " + channel);
`,
  sessionCreated: `#setLanguageLevel 3;

// Runs when a customer has opened the chat. A bot that writes now is first: the pre-chat form and the FAQ are
// skipped, and the session goes straight to 6 User last. To wait for them, greet in the session changed script.
EventData event = getEventData();
Integer session = event.getInputValue("chatSession.id").toInteger();
Integer status = event.getInputValue("chatSession.status").toInteger();
String bot = event.getInputValue("chatTopic.botName");

if (status == 4) // neither form nor FAQ comes first
{
  addChatMessage(session, "Hi, I am " + bot + ". How can I help?", 1, bot, 16, "");
}
`,
  sessionChanged: `#setLanguageLevel 3;

// Runs at every change of status while the bot is active.
EventData event = getEventData();
Integer session = event.getInputValue("chatSession.id").toInteger();
Integer before = event.getInputValue("status.old").toInteger();
Integer now = event.getInputValue("status.new").toInteger();
String bot = event.getInputValue("chatTopic.botName");

if (now == 4 && before < 4) // the form or the FAQ is done, and the customer waits
{
  addChatMessage(session, "Hi, I am " + bot + ". How can I help?", 1, bot, 16, "");
}
`,
  messageReceived: `#setLanguageLevel 3;

// Runs for each message of the customer, never for the bot's own.
EventData event = getEventData();
Integer session = event.getInputValue("chatMessage.sessionId").toInteger();
String text = event.getInputValue("chatMessage.message");
String bot = event.getInputValue("chatTopic.botName");

if (text.toLower() == "human")
{
  addChatMessage(session, "One moment, I will find somebody for you.", 1, bot, 16, "");
  resetChat(session); // hands over: from here on the bot is out of it
}
else if (text.toLower() == "bye")
{
  addChatMessage(session, "Thank you for the chat. Bye!", 1, bot, 16, "");
  setChatStatus(session, 7); // finished
}
else
{
  addChatMessage(session, "You wrote: " + text, 1, bot, 16, "");
}
`,
};

/** The text that a new script begins with. */
export const sourceFor = (template: Template, language: ScriptLanguage): string =>
  (language === 'javascript' ? javaScriptTemplates : templates)[template];
