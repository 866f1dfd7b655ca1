import { coded, type CodedText } from './codes.ts';

/**
 * SuperOffice's numbers and names (chat-domain §1.8). Every number of the product that this project
 * knows stands here, once.
 */

/** ChatSessionStatus: the twelve statuses of a session. */
export type SessionStatus = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11;

export const status = {
  invalid: 0,
  preChatForm: 1,
  faq: 2,
  offlineForm: 3,
  inQueue: 4,
  customerLast: 5,
  userLast: 6,
  finished: 7,
  deleted: 8,
  closed: 9,
  requestPosted: 10,
  closedFromQueue: 11,
} as const satisfies Record<string, SessionStatus>;

/** The names of the enumeration in code, by number. */
export const statusNames: readonly string[] = [
  'Invalid',
  'PreChatForm',
  'Faq',
  'OfflineForm',
  'InQueue',
  'CustomerLast',
  'UserLast',
  'Finished',
  'Deleted',
  'Closed',
  'RequestPosted',
  'ClosedFromQueue',
];

/** True for a number that is one of the twelve statuses. */
export const isStatus = (value: number): value is SessionStatus =>
  Number.isInteger(value) && value >= 0 && value <= 11;

/** ChatMessageType. `toUser` is towards the agent: what the customer writes. */
export const messageType = { invalid: 0, toCustomer: 1, toUser: 2, special: 3 } as const;
export type MessageType = 0 | 1 | 2 | 3;

/** ChatMessageSpecialType; 4 does not exist. */
export const specialType = {
  none: 0,
  welcome: 1,
  url: 2,
  block: 3,
  newSession: 5,
  transferedSession: 6,
  error: 7,
  sessionDeleted: 8,
  faqSuccessQuestion: 9,
  closedByUser: 10,
  closedByCustomer: 11,
  closedByIdle: 12,
  transferRejected: 13,
  reopenedByCustomer: 14,
  clickedOption: 15,
  botMessage: 16,
  options: 17,
  illegalFileType: 18,
} as const;

/** True for a number that ChatMessageSpecialType has. */
export const isSpecialType = (value: number): boolean =>
  (Object.values(specialType) as readonly number[]).includes(value);

/** The four generic trigger events (EventHandlerType). */
export const eventType = {
  newSession: 400,
  changedStatus: 401,
  beforeSaveMessage: 402,
  afterSaveMessage: 403,
} as const;
export type TriggerEvent = 400 | 401 | 402 | 403;

export const webhookState = { unknown: 0, active: 1, stopped: 2, tooManyErrors: 3 } as const;
export type WebhookState = 0 | 1 | 2 | 3;

/** TicketOrigin.Chat: where a request made from a chat comes from. */
export const ticketOriginChat = 11;

/** FAQ access levels; only public entries are suggested to customers. */
export const faqAccess = { private: 1, internal: 2, registeredCustomers: 3, public: 4 } as const;

/** The last moment that ISO 8601 writes with four digits of the year: 9999-12-31T23:59:59.999Z. */
export const lastInstant = 253_402_300_799_999;

/** The longest message, in characters; more is refused with its length (reliability S06). */
export const messageLimit = 32_768;

/** The most that a step may cost, the same in the page and on the command line, whatever a file asks for (rulings 45). */
export const priceLimit = 20_000_000;

/** What is said of a world whose `statementBudget` is over that limit; undefined where it is not. */
export const tooMuchAsked = (statementBudget: number): CodedText | undefined =>
  statementBudget <= priceLimit
    ? undefined
    : coded('budget-cut', { asked: statementBudget, most: priceLimit });
