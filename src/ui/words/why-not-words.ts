import type { Obstacles } from '../../engine/obstacle.ts';
import type { ScreenName } from '../../engine/start-rule.ts';

/** What things are called where the sentence is shown. A status is a mark that becomes its chip. */
export type Names = {
  readonly agent: (id: number) => string;
  readonly agents: (ids: readonly number[]) => string;
  readonly bot: (channel: number) => string;
  readonly channel: (id: number) => string;
  readonly script: (id: number) => string;
  readonly trigger: (id: number) => string;
  readonly webhook: (id: number) => string;
};

type Sentences = {
  readonly [Code in keyof Obstacles]: (params: Obstacles[Code], names: Names) => string;
};

/** `‹5›` stands for the chip of a status. */
const chip = (status: number): string => `‹${String(status)}›`;

const roles = {
  register: 'register',
  sessionCreated: 'session created',
  sessionChanged: 'session changed',
  messageReceived: 'message received',
};

/** Why something did not happen, by what stood in the way. */
export const obstacleWords: Sentences = {
  'bot-there': ({ channel }, { bot }) => `${bot(channel)} is always there.`,
  'agents-there': ({ agents }, names) => `${names.agents(agents)} could answer.`,
  closed: () => 'The channel was closed by its opening hours.',
  'nobody-present': ({ agents }, names) =>
    `Nobody was Present. Who may respond there: ${names.agents(agents)}.`,
  'no-responders': () => 'No agent of the channel may respond.',
  'form-off': () => 'The channel had none.',
  'known-customer': () => 'The customer is logged in; only anonymous customers are asked.',
  'form-done': () => 'It was done in this session already.',
  'faq-off': () => 'The channel had none.',
  'faq-done': () => 'It was done in this session already.',
  'form-first': () => 'The pre-chat form comes first, and was not sent.',
  'faq-first': () => 'The FAQ comes first, and the customer has not said that it did not help.',
  'faq-helped': () => 'The customer said that the FAQ helped.',
  'bot-spoke-first': ({ channel, from, to }, { bot }) =>
    `${bot(channel)} spoke first, so the session went from ${chip(from)} to ${chip(to)}.`,
  'script-spoke-first': ({ script, from, to }, names) =>
    `“${names.script(script)}” spoke first, so the session went from ${chip(from)} to ${chip(to)}.`,
  'script-set': ({ script, from, to }, names) =>
    `“${names.script(script)}” took the session from ${chip(from)} to ${chip(to)}.`,
  'picked-up': () => 'An agent had picked up.',
  'took-offline-form': () => 'The customer took the offline form instead.',
  left: ({ from, to }) => `The customer left: ${chip(from)} became ${chip(to)}.`,
  moved: ({ from, to }) => `The session went from ${chip(from)} to ${chip(to)}.`,
  'not-offered': () => 'Whoever waits is not offered it.',
  hidden: () => 'It waits, but is not listed as long as its bot is silent.',
  'bot-off': () => 'The channel had no ChatBot.',
  'folder-gone': ({ folder }) =>
    folder === '' ? 'No script folder was chosen for the ChatBot.' : `There was no folder “${folder}”.`,
  'folder-no-bot': ({ folder }) => `The folder “${folder}” has no register script.`,
  'not-registered': () => 'The ChatBot was not registered when the session began.',
  'bot-inactive': () => 'The bot was off in this session.',
  'no-registration': () => 'The channel’s ChatBot was turned off.',
  'handed-over': () => 'The bot had handed over: none of its scripts is called after that.',
  'bot-picked-up': () => 'An agent had picked up, which turns the bot off.',
  'no-role-script': ({ role, folder }) => `No script in “${folder}” has a name for ${roles[role]}.`,
  'not-noticed': ({ script }, names) => `“${names.script(script)}” came after the registration.`,
  'script-gone': ({ script }) => `Its script (${String(script)}) was deleted.`,
  'left-out': ({ script }, names) => `“${names.script(script)}” hung, and is left out until it is saved.`,
  'nested-too-deep': () => 'Scripts ran inside one another ten deep.',
  'too-many-events': () => 'Scripts had caused a thousand events already.',
  'bots-own': () => 'A bot does not hear its own messages.',
  'agents-own': () => 'A bot does not hear what agents write.',
  'system-line': () => 'A bot does not hear lines of the system.',
  'faq-answer': () => 'A bot does not hear the Yes or No to the FAQ.',
  blocked: ({ trigger }, names) =>
    trigger > 0 ? `${names.trigger(trigger)} blocked the message.` : 'The message was not saved.',
  'trigger-off': () => 'It was disabled.',
  'other-event': ({ event }) => `It hears of event ${String(event)}.`,
  'stopped-before': ({ trigger }, names) => `${names.trigger(trigger)} blocked the message before.`,
  'webhook-stopped': () => 'It was stopped.',
  'webhook-gave-up': () => 'It was stopped after too many errors.',
  'webhook-unknown': () => 'Its state is unknown.',
  'not-subscribed': ({ event }) => `It does not subscribe to ${event}.`,
  'not-known': () => 'How things stood then cannot be read any more.',
};

export const whyNotWords = {
  whyNot: 'Why not?',
  session: 'This session',
  newest: 'What happened last',
  event: (seq: number) => `Event ${String(seq)}`,
  screens: {
    preChatForm: 'No pre-chat form',
    faq: 'No FAQ',
    offlineForm: 'No offline form',
    queue: 'Not in the queue',
  } satisfies Readonly<Record<ScreenName, string>>,
  bot: (role: keyof typeof roles) => `Bot not called: ${roles[role]}`,
  trigger: (name: string) => `${name} did not run`,
  webhook: (name: string) => `${name} was not told`,
  triggerName: (id: number) => `Trigger ${String(id)}`,
  webhookName: (id: number) => `webhook ${String(id)}`,
  quotedWebhook: (name: string) => `Webhook “${name}”`,
  theBot: 'The bot',
  aScript: 'A script',
  somebody: 'somebody',
  allCame: 'Every screen came that could.',
  allHeard: 'The bot, every trigger and every webhook heard of it.',
  nothingHeard: 'No bot, trigger or webhook hears of this.',
  others: (n: number) =>
    n === 1 ? '1 more hears of other events' : `${String(n)} more hear of other events`,
  waits: 'Reading how things stood…',
  open: (name: string) => `Open ${name}`,
  places: {
    properties: 'Properties',
    layout: 'Chat widget layout',
    members: 'Agents',
    bot: 'ChatBot',
    offlineForm: 'Offline form',
    preChatForm: 'Pre-chat form',
    postChatForm: 'Post-chat form',
    options: 'Options',
    agents: 'Agents',
  } as Readonly<Record<string, string>>,
  /** What a customer did not meet, or what was not called; the reason follows. */
  saw: {
    preChatForm: (name: string) => `${name} saw no form. `,
    faq: (name: string) => `${name} saw no FAQ. `,
    offlineForm: (name: string) => `${name} saw no offline form. `,
    queue: (name: string) => `${name} did not wait in the queue. `,
    bot: (name: string) => `The bot was not called for ${name}. `,
  },
};
