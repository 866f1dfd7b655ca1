import type { BreakpointBook } from '../breakpoint-book.ts';
import type { Client } from '../client.ts';
import { RequestError, type RequestArguments } from '../request-arguments.ts';
import type { VariableHandles } from '../variable-handles.ts';
import { thread, type Rehearsal } from '../rehearsal.ts';

/** What a request has to do with: who asks, what is played, and where that stands. */
export type RequestContext = {
  readonly client: Client;
  readonly book: BreakpointBook;
  /** What was launched; null before, and once it was terminated. */
  readonly rehearsal: Rehearsal | null;
  readonly isOver: boolean;
};

/** The body of an answer, and what is to be done once it was sent. */
export type Reply = { readonly body?: object; readonly then?: () => void };

export type Handler = (asked: RequestContext, given: RequestArguments) => Reply;

/** Handlers by the names of their requests. */
export type Handlers = Readonly<Record<string, Handler>>;

export function rehearsalOf({ rehearsal, isOver }: RequestContext): Rehearsal {
  if (rehearsal === null)
    throw new RequestError(isOver ? 'The session is over.' : 'Nothing has been launched yet.');
  return rehearsal;
}

/** Where it stands. */
export function hereOf(asked: RequestContext): VariableHandles {
  const { here } = rehearsalOf(asked);
  if (here === null) throw new RequestError('It does not stand anywhere: it has not begun, or it has ended.');
  return here;
}

/** There is one thread; whoever names another is wrong. */
export function checkThread(given: RequestArguments): void {
  const named = given.number('threadId');
  if (named !== thread)
    throw new RequestError(`There is no thread ${String(named)}; there is only ${String(thread)}.`);
}
