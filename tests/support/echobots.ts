import type { WorldFile } from '../../src/engine/definition.ts';

/* The two Echobots of the acceptance scenarios in SuperOffice's dialect of TypeScript, by the names of their scripts. */

const post = `
const chat = soApi.getChatAgent();
const { inputValues } = context.eventData;
const bot = inputValues['chatTopic.botName'];

async function say(session: number, message: string): Promise<void> {
  await chat.addChatMessageAsync(session, { type: 'ToCustomer', message, author: bot, specialType: 'BotMessage' });
}

async function finish(session: number): Promise<void> {
  const entity = await chat.getChatSessionEntityAsync(session);
  entity.status = 'Finished';
  await chat.saveChatSessionEntityAsync(entity);
}
`;

const register = (name: string): string =>
  `const { inputValues } = context.eventData;
console.log('${name}: ' + inputValues['action'] + ', channel ' + inputValues['topicid']);`;

const tellStatus = `console.log('Status ' + inputValues['status.old'] + ' to ' + inputValues['status.new']);`;

const answers = (human: string, quit: string): string => `
const session = Number(inputValues['chatMessage.sessionId']);
const text = inputValues['chatMessage.message'];
if (text === 'human') {
  await say(session, '${human}');
  await chat.resetChatSessionAsync(session);
} else if (text === 'quit') {
  await say(session, '${quit}');
  await finish(session);
} else {
  await say(session, 'Echo: ' + text);
}`;

const welcomes = `
if (Number(inputValues['chatSession.status']) === 4) {
  await say(Number(inputValues['chatSession.id']), 'Welcome! I am ' + bot + ', your turn.');
}`;

const sources: Readonly<Record<string, string>> = {
  'echobot register': register('Echobot'),
  'echobot session created': `${post}
await say(
  Number(inputValues['chatSession.id']),
  'Hi, I am ' + bot + '. I repeat what you say. Write <b>human</b> to talk to one of us.',
);`,
  'echobot session changed': `const { inputValues } = context.eventData;\n${tellStatus}`,
  'echobot message received':
    post + answers('One moment, I will find somebody for you.', 'Thank you for the chat. Bye!'),
  'echobot2 register': register('Echobot2'),
  'echobot2 session created': post + welcomes,
  'echobot2 session changed': `${post}\n${tellStatus}\n${welcomes}`,
  'echobot2 message received': `${post}
const status = Number(inputValues['chatSession.status']);
if (status >= 4 && status < 7) {
  ${answers('I will pass you on to one of us.', 'Good bye, and thank you.')}
}`,
};

/** How many scripts of a world are the Echobots'. */
export const countEchobots = ({ folders = [] }: WorldFile): number =>
  folders.reduce(
    (sum, { scripts = [] }) => sum + scripts.filter(({ name }) => Object.hasOwn(sources, name)).length,
    0,
  );

/** The same world, its Echobots in TypeScript. */
export const withTypeScript = (world: WorldFile): WorldFile => ({
  ...world,
  folders: (world.folders ?? []).map((folder) => ({
    ...folder,
    scripts: (folder.scripts ?? []).map((script) => {
      const source = Object.hasOwn(sources, script.name) ? sources[script.name] : undefined;
      return source === undefined ? script : { ...script, language: 'javascript' as const, source };
    }),
  })),
});
