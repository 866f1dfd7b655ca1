import type {
  Agent,
  Channel,
  Contact,
  FaqEntry,
  FaqFolder,
  Folder,
  Mock,
  Options,
  QuickReply,
  Row,
  Trigger,
  Webhook,
  WebhookResult,
} from './definition.ts';
import type { BotRegistration } from './events.ts';
import type { Customer } from './inputs.ts';
import type { CodedText } from './codes.ts';
import type { MessageType, SessionStatus } from './numbers.ts';
import type { Table } from './table.ts';

/** One conversation of one customer (chat_session). Times are milliseconds since 1970. */
export type Session = {
  readonly id: number;
  readonly channel: number;
  readonly status: SessionStatus;
  readonly botActive: boolean;
  /** The agent who handles it; 0 is none. Never set for bots. */
  readonly agent: number;
  readonly customer: Customer;
  /** What the customer asked in the offline form. */
  readonly question: string;
  readonly queuePosition: number;
  readonly whenRequested: number;
  readonly whenStarted: number | null;
  readonly whenEnded: number | null;
  /** When anybody last sent a message. */
  readonly whenIdle: number;
  /** Since when it waits in status 4, or for an answer in status 5; else null. */
  readonly waitingSince: number | null;
  readonly alertLevel: number;
  readonly rank: number;
  readonly firstMessage: string;
  readonly lastMessage: string;
  readonly customerTyping: boolean;
  readonly userTyping: boolean;
  /** The agent to whom it is being transferred; 0 is none. */
  readonly transferTo: number;
  readonly listeners: readonly number[];
  readonly contact: number;
  readonly ticket: number;
  readonly consented: boolean;
  readonly rating: number;
  readonly connected: boolean;
  readonly preChatDone: boolean;
  readonly faqDone: boolean;
  /** The message with which the FAQ asked whether it helped, not answered yet; 0 is none. */
  readonly faqQuestion: number;
  /** Messages whose options can no longer be clicked lie before this one. */
  readonly optionsFrom: number;
  /** The status before this one; null at first. */
  readonly previous: SessionStatus | null;
  /** Every change of status that it has made, each once, in the order of the first time: its way in the diagram. */
  readonly way: readonly (readonly [from: SessionStatus, to: SessionStatus])[];
  /** The customer went back from the post-chat form to the conversation, which stands as it ended. */
  readonly returned: boolean;
  /** Numbers of its messages, oldest first; row n of the table is its n-th message. */
  readonly messages: Table<number>;
  /** What somebody wrote and a trigger did not let through, oldest first. */
  readonly undelivered: Table<Undelivered>;
};

/** What a customer or an agent wrote and a trigger blocked (Q19). It is no message, and is read by its author alone. */
export type Undelivered = {
  /** The event that tells of it. */
  readonly seq: number;
  readonly text: string;
  /** When it was written, in milliseconds since 1970. */
  readonly at: number;
  /** The agent who wrote it; 0 is the customer. */
  readonly agent: number;
  readonly trigger: number;
};

export type Sender = 'customer' | 'bot' | 'agent' | 'system';

/** One message of a session (chat_message). */
export type Message = {
  readonly id: number;
  readonly session: number;
  readonly type: MessageType;
  readonly text: string;
  readonly author: string;
  readonly sender: Sender;
  readonly specialType: number;
  readonly specialParam: string;
  /** When it becomes visible; also the sort field. */
  readonly whenPosted: number;
  readonly agent: number;
};

/** A request made from a chat (ticket). */
export type Request = {
  readonly id: number;
  readonly session: number;
  readonly title: string;
  readonly category: string;
  readonly priority: string;
  readonly origin: number;
  readonly text: string;
  readonly at: number;
};

/** What will happen by itself. Fires at `due`; of several due together, that with the lower `seq` first. */
export type Timer = {
  readonly due: number;
  /** The event that set it. */
  readonly seq: number;
} & (
  | { readonly kind: 'message'; readonly session: number; readonly message: number }
  | {
      readonly kind: 'warning';
      readonly session: number;
      readonly about: 'newChat' | 'newMessage';
      readonly level: 'agent' | 'manager';
    }
  | { readonly kind: 'vanished'; readonly session: number }
  | {
      readonly kind: 'webhook';
      readonly webhook: number;
      readonly eventId: string;
      readonly attempt: number;
      readonly session: number;
      readonly message: number;
      readonly payload: string;
      /** The target was called and takes its time: which of its responses comes, from 0, and after how many milliseconds. */
      readonly waits?: { readonly response: number; readonly delay: number };
    }
);

/** What came of a call of a webhook's target, and when; how the network failed, and how long it took, where it did. */
export type Attempt = {
  readonly at: number;
  readonly result: WebhookResult;
  readonly failure?: CodedText;
  readonly delay?: number;
};

/** An event that a webhook got, with what was sent and what came of it. */
export type Delivery = {
  /** The event `webhook.queued` that tells of it, and the one that it follows from; 0 is the input itself. */
  readonly seq: number;
  readonly cause: number;
  /** In milliseconds since 1970. */
  readonly at: number;
  readonly eventId: string;
  readonly eventName: string;
  readonly payload: string;
  readonly signature: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly session: number;
  readonly message: number;
  readonly resent: boolean;
  readonly attempts: readonly Attempt[];
};

/** How a webhook fares. */
export type WebhookStatistics = {
  readonly calls: number;
  readonly errors: number;
  readonly consecutiveErrors: number;
  /** How many of its responses have been played. */
  readonly played: number;
};

/**
 * The whole state, after some number of events. Never changed in place: `fold` returns a new world
 * that shares what did not change with the old one.
 */
export type World = {
  readonly now: number;
  readonly startsAt: number;
  readonly timeZone: string;
  readonly seed: number;
  /** `seq` of the last event, and `step` it belonged to. */
  readonly seq: number;
  readonly step: number;
  readonly options: Options;

  readonly agents: readonly Agent[];
  readonly channels: readonly Channel[];
  readonly folders: readonly Folder[];
  readonly triggers: readonly Trigger[];
  readonly webhooks: readonly Webhook[];
  readonly faqFolders: readonly FaqFolder[];
  readonly faqEntries: readonly FaqEntry[];
  readonly mocks: readonly Mock[];
  readonly contacts: readonly Contact[];
  readonly quickReplies: readonly QuickReply[];
  readonly fileTypes: readonly string[];
  readonly tables: Readonly<Record<string, readonly Row[]>>;

  readonly sessions: Table<Session>;
  readonly messages: Table<Message>;
  readonly requests: Table<Request>;
  /** Sessions in status 4, longest waiting first. */
  readonly queue: readonly number[];
  readonly timers: readonly Timer[];
  /** While the clock jumps: the `seq` of `timers.held`; timers that later events set wait until the jump is over. Else 0. */
  readonly heldFrom: number;
  readonly registrations: readonly BotRegistration[];
  /** Scripts that hung and have not been saved since: none of them runs (rulings 45). */
  readonly leftOut: readonly number[];
  /** By webhook id. */
  readonly webhookStatistics: Readonly<Record<string, WebhookStatistics>>;
  /** By webhook id: the newest of what it got, oldest first. */
  readonly deliveries: Readonly<Record<string, readonly Delivery[]>>;
  /** By mock id: how many of its responses have been played. */
  readonly mocksPlayed: Readonly<Record<string, number>>;
  /** By the name in mocks' `state`: in which state it stands; absent in the first. */
  readonly mockStates: Readonly<Record<string, string>>;
  readonly globalVariables: Readonly<Record<string, string>>;
  readonly sessionVariables: Readonly<Record<string, string>>;
  /** By channel id: how long agents took to accept, in seconds (feeds {cavw}). */
  readonly accepts: Readonly<Record<string, { readonly count: number; readonly seconds: number }>>;
};
