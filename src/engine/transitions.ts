import { status, type SessionStatus } from './numbers.ts';

/** A way from one status to another, or from nothing to the first; and the rules that take it (chat-domain §2.3). */
export type Transition = {
  /** Null for a session that begins. */
  readonly from: SessionStatus | null;
  readonly to: SessionStatus;
  /** Such as `T05`: the most usual first. */
  readonly rules: readonly string[];
};

const { preChatForm, faq, offlineForm, inQueue, customerLast, userLast } = status;
const { finished, deleted, closed, requestPosted, closedFromQueue } = status;

const way = (from: SessionStatus | null, to: SessionStatus, ...rules: readonly string[]): Transition => ({
  from,
  to,
  rules,
});

/**
 * The session diagram: every way that the product knows (chat-domain §2.3). A bot that starts over or sets a status (T25, T30)
 * can go others.
 */
export const sessionTransitions: readonly Transition[] = [
  way(null, preChatForm, 'T01'),
  way(null, faq, 'T02'),
  way(null, offlineForm, 'T04'),
  way(null, inQueue, 'T03'),
  way(preChatForm, faq, 'T05'),
  way(preChatForm, offlineForm, 'T07'),
  way(preChatForm, inQueue, 'T06'),
  way(preChatForm, userLast, 'T14'),
  way(preChatForm, closed, 'T28', 'T32'),
  way(faq, inQueue, 'T08', 'T09'),
  way(faq, userLast, 'T14'),
  way(faq, finished, 'T10'),
  way(faq, closed, 'T28', 'T32'),
  way(offlineForm, finished, 'T24'),
  way(offlineForm, closed, 'T32'),
  way(offlineForm, requestPosted, 'T23'),
  way(inQueue, offlineForm, 'T11'),
  way(inQueue, customerLast, 'T12'),
  way(inQueue, userLast, 'T13'),
  way(inQueue, closedFromQueue, 'T21', 'T22'),
  way(customerLast, userLast, 'T16'),
  way(customerLast, finished, 'T17', 'T18', 'T19', 'T20'),
  way(userLast, customerLast, 'T15'),
  way(userLast, finished, 'T17', 'T18', 'T19', 'T20'),
  way(finished, inQueue, 'T33'),
  way(finished, customerLast, 'T26'),
  way(finished, deleted, 'T29'),
  way(finished, closed, 'T27'),
  way(closed, deleted, 'T29'),
  way(requestPosted, deleted, 'T29'),
  way(closedFromQueue, deleted, 'T29'),
];
