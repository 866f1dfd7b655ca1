import type { OutgoingCall } from '../curl.ts';

/** A call that another program wrote down, and what it got. */
export type OutsideCall = {
  /** What people call it; '' where the file does not say. */
  readonly name: string;
  readonly call: OutgoingCall;
  /** Null where there is none, or none that can be played: no example, a body that is no text, a call that got no answer. */
  readonly answer: OutsideAnswer | null;
};

export type OutsideAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Milliseconds that it took; 0 where the file does not say. */
  readonly delay: number;
};
