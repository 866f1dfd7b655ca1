import type { BreakpointBook } from '../breakpoint-book.ts';
import type { Client } from '../client.ts';
import { Refusal, type Given } from '../given.ts';
import type { Here } from '../here.ts';
import { thread, type Rehearsal } from '../rehearsal.ts';

/** What a request has to do with: who asks, what is played, and where that stands. */
export type Asked = {
  readonly client: Client;
  readonly book: BreakpointBook;
  /** What was launched; null before, and once it was terminated. */
  readonly rehearsal: Rehearsal | null;
  readonly isOver: boolean;
};

/** The body of an answer, and what is to be done once it was sent. */
export type Answered = { readonly body?: object; readonly then?: () => void };

export type Handler = (asked: Asked, given: Given) => Answered;

/** Handlers by the names of their requests. */
export type Handlers = Readonly<Record<string, Handler>>;

export function rehearsalOf({ rehearsal, isOver }: Asked): Rehearsal {
  if (rehearsal === null)
    throw new Refusal(isOver ? 'The session is over.' : 'Nothing has been launched yet.');
  return rehearsal;
}

/** Where it stands. */
export function hereOf(asked: Asked): Here {
  const { here } = rehearsalOf(asked);
  if (here === null) throw new Refusal('It does not stand anywhere: it has not begun, or it has ended.');
  return here;
}

/** There is one thread; whoever names another is wrong. */
export function checkThread(given: Given): void {
  const named = given.number('threadId');
  if (named !== thread)
    throw new Refusal(`There is no thread ${String(named)}; there is only ${String(thread)}.`);
}
