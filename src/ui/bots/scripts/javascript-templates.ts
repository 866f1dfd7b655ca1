import type { Template } from './script-templates.ts';

/* What new scripts in JavaScript begin with, in SuperOffice's dialect: each runs as it stands. Loaded with the others. */

export const javaScriptTemplates: Readonly<Record<Template, string>> = {
  empty: '',
  library: `// Others take this in with a line such as ///<include includeId="…"> and the include name of this script.

/** Says hello to somebody. The editor says this of the function. */
function greeting(name: string): string {
  return \`Hello \${name}!\`;
}
`,
  register: `// A folder is a bot when one of its scripts has a name like this one. It runs when the bot is turned on or off
// for a channel, never during a chat. It may do nothing.
const { action, topicid } = context.eventData.inputValues; // register or unregister

console.log(\`\${action}, channel \${topicid}\`);
`,
  sessionCreated: `// Runs when a customer has opened the chat. A bot that writes now is first: the pre-chat form and the FAQ are
// skipped, and the session goes straight to 6 User last. To wait for them, greet in the session changed script.
const values = context.eventData.inputValues;
const session = Number(values['chatSession.id']);
const bot = values['chatTopic.botName'];

if (values['chatSession.status'] === '4') { // in queue: neither form nor FAQ comes first
  await soApi.getChatAgent().addChatMessageAsync(session, {
    type: 'ToCustomer',
    message: \`Hi, I am \${bot}. How can I help?\`,
    author: bot,
    specialType: 'BotMessage',
  });
}
`,
  sessionChanged: `// Runs at every change of status while the bot is active.
const values = context.eventData.inputValues;
const session = Number(values['chatSession.id']);
const before = Number(values['status.old']);
const now = Number(values['status.new']);
const bot = values['chatTopic.botName'];

if (now === 4 && before < 4) { // the form or the FAQ is done, and the customer waits
  await soApi.getChatAgent().addChatMessageAsync(session, {
    type: 'ToCustomer',
    message: \`Hi, I am \${bot}. How can I help?\`,
    author: bot,
    specialType: 'BotMessage',
  });
}
`,
  messageReceived: `// Runs for each message of the customer, never for the bot's own.
const agent = soApi.getChatAgent();
const values = context.eventData.inputValues;
const session = Number(values['chatMessage.sessionId']);
const text = values['chatMessage.message'];
const bot = values['chatTopic.botName'];

async function say(message: string) {
  await agent.addChatMessageAsync(session, { type: 'ToCustomer', message, author: bot, specialType: 'BotMessage' });
}

if (text.toLowerCase() === 'human') {
  await say('One moment, I will find somebody for you.');
  await agent.resetChatSessionAsync(session); // hands over: from here on the bot is out of it
} else if (text.toLowerCase() === 'bye') {
  await say('Thank you for the chat. Bye!');
  const entity = await agent.getChatSessionEntityAsync(session);
  entity.status = 'Finished';
  await agent.saveChatSessionEntityAsync(entity);
} else {
  await say('You wrote: ' + text);
}
`,
};
