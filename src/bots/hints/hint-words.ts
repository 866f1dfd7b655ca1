import type { FoundHint } from './found.ts';

type Params = FoundHint['params'];

const text = (value: string | number | undefined): string => String(value ?? '');
const quoted = (value: string | number | undefined): string => `“${text(value)}”`;

type HintWords = {
  /** The number of the rule that it comes from (chat-domain §16). */
  readonly rule: string;
  readonly message: (params: Params) => string;
  /** What its fix is called; empty where none changes the text. */
  readonly fix: string;
};

const forms: Readonly<Record<string, string>> = {
  form: 'the pre-chat form',
  faq: 'the FAQ',
  both: 'the pre-chat form and the FAQ',
};

const roles: Readonly<Record<string, string>> = {
  register: 'register',
  sessionCreated: 'session created',
  sessionChanged: 'session changed',
  messageReceived: 'message received',
};

/** What is said of bots, by code. What may be wrong says so: a script can do more than its text tells. */
export const hintWords = {
  'forms-skipped': {
    rule: 'T14',
    message: ({ form, channel, sure }) =>
      `This ${sure === 1 ? 'writes' : 'may write'} as soon as the chat opens. Then ${forms[text(form)] ?? ''} of ${quoted(channel)} ${form === 'both' ? 'are' : 'is'} skipped, until the bot hands over. To have the customer meet ${form === 'both' ? 'them' : 'it'} first, write when the status is 4.`,
    fix: 'Write from status 4 on',
  },
  'greets-each-time': {
    rule: 'S4',
    message: () =>
      'This writes at every change of status, whichever it is: also whenever the customer has written, and at the end. Ask for the status first.',
    fix: 'Write at status 4 only',
  },
  'answers-in-faq': {
    rule: 'S5',
    message: ({ channel }) =>
      `A question to the FAQ of ${quoted(channel)} comes here too, with status 2. An answer may skip the FAQ: ask for the status first.`,
    fix: 'Write from status 4 on',
  },
  'writes-after-hand-over': {
    rule: 'T13',
    message: ({ sure }) =>
      `This ${sure === 1 ? 'writes' : 'may write'} after the hand-over. A chat that waits for people leaves their queue then: the status becomes 6. Write first, and hand over last.`,
    fix: 'Hand over last',
  },
  'no-way-to-people': {
    rule: 'T25',
    message: ({ folder }) =>
      `No script hands over: whoever talks to the bot ${quoted(folder)} comes to a person only if an agent takes the chat. Call resetChat when the customer asks for somebody.`,
    fix: '',
  },
  'ends-without-a-word': {
    rule: 'T17',
    message: () =>
      'This ends the chat, and nothing tells the customer so on the way there. Write something first.',
    fix: 'Say good bye',
  },
  'no-role': {
    rule: 'Q2',
    message: ({ name, almost }) =>
      almost === ''
        ? `No event calls ${quoted(name)}: its name has none of the four roles of a bot, and nothing else runs it. It runs by hand only.`
        : `No event calls ${quoted(name)}: its name only nearly has the role “${roles[text(almost)] ?? text(almost)}”.`,
    fix: '',
  },
  'newer-than-registration': {
    rule: 'T77',
    message: ({ channel }) =>
      `The bot of ${quoted(channel)} was registered before this script had its name: it is not called until the bot is registered again.`,
    fix: '',
  },
  'trigger-of-all-channels': {
    rule: 'T73',
    message: ({ channels }) =>
      `A trigger hears of all ${text(channels)} channels, and nothing here seems to ask for the channel. What this does may be meant for one of them.`,
    fix: '',
  },
  'special-params': {
    rule: 'Q28',
    message: ({ length }) =>
      `SuperOffice keeps 255 characters of these parameters; this has ${text(length)}. The rest is cut off.`,
    fix: '',
  },
  'port-refused-online': {
    rule: 'rulings 40',
    message: ({ port, sure }) =>
      `SuperOffice Online reaches other services on the ports 80 and 443 only: a call to port ${text(port)} ${sure === 1 ? 'is' : 'would be'} refused there. On-site installations have no such limit.`,
    fix: '',
  },
  'seven-is-finished': {
    rule: 'T26',
    message: () => 'Status 7 is Finished: the customer can write again, and the chat goes on. Closed is 9.',
    fix: 'Write "finished"',
  },
} satisfies Readonly<Record<string, HintWords>>;

export type HintCode = keyof typeof hintWords;
