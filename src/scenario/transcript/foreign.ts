import type { FileProblem } from '../problem.ts';
import type { FilledForm } from './turn.ts';

/** A conversation from somewhere else: what can be played of it, and what of the file was left. */
export type ForeignChat = {
  readonly name: string;
  readonly sessions: readonly ForeignSession[];
  readonly left: readonly LeftOut[];
};

export type ForeignSession = {
  /** Who the customer says to be; empty when the file does not tell. */
  readonly customer: string;
  readonly turns: readonly ForeignTurn[];
};

export type ForeignTurn = {
  readonly who: 'customer' | 'other';
  /** Empty when the file does not tell. */
  readonly name: string;
  /** What the other side is, where the file tells it: only what a bot says can be expected of a bot. */
  readonly role?: 'bot' | 'agent' | 'system' | undefined;
  /** When it was said, in milliseconds since 1970. */
  readonly at?: number | undefined;
  /** How long after the turn before, in milliseconds. */
  readonly delay?: number | undefined;
  readonly text: string;
  /** The labels of the buttons that were offered with it. */
  readonly options?: readonly string[] | undefined;
  /** It is not to be said. */
  readonly negated?: boolean | undefined;
  /** Only a part of what is to be said. */
  readonly isPart?: boolean | undefined;
  /** A form that the customer filled in here, in place of writing. */
  readonly form?: FilledForm | undefined;
};

/** Something of a file that was not taken: where, such as `line 12`, and what and why. */
export type LeftOut = FileProblem;
