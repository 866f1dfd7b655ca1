import type { Input } from '../engine/inputs.ts';
import type { CustomerScreen } from '../engine/views.ts';
import type { Expectation } from '../scenario/format.ts';

/** What an expectation that is suggested speaks of. */
export type SuggestionKind =
  /** Something of the file's own that is of no other kind. */
  | 'own'
  | 'said'
  | 'notice'
  | 'options'
  | 'comes'
  | 'silence'
  | 'blocked'
  | 'status'
  /** A status that did not last to the end of the step. */
  | 'passed'
  | 'shows'
  | 'queue'
  | 'owner'
  | 'bot'
  | 'transfer'
  | 'request'
  | 'webhook'
  | 'call'
  | 'failed'
  | 'refused';

/** Something that held after a step and can be expected of it. */
export type Suggestion = {
  readonly kind: SuggestionKind;
  readonly expectation: Expectation;
  /** The same with the names of people left open; absent where it names nobody. */
  readonly nameless?: Expectation;
  /** Whether it is ticked until somebody chooses otherwise. */
  readonly ticked: boolean;
  /** The file expected it already. */
  readonly isOwn?: true;
  /** It stays whatever is chosen: without it, the step fails. */
  readonly needed?: true;
  /** The event that it speaks of; those of events are expected in their order. */
  readonly seq?: number;
};

/** A step of a test in the making. */
export type SuggestedStep = {
  /** Its number in the conversation, from 1. */
  readonly step: number;
  readonly input: Input;
  /** When it was over, in milliseconds since 1970. */
  readonly at: number;
  /** The session that it is about; 0 for none. */
  readonly session: number;
  readonly suggestions: readonly Suggestion[];
};

/** Something of the conversation that somebody marked with "Expect this". */
export type MarkedExpectation = {
  /** Of a status or a screen: the step after which it stood there. Of a message it is found by its number. */
  readonly step: number;
} & (
  | { readonly kind: 'message'; readonly message: number }
  | { readonly kind: 'status'; readonly session: number; readonly status: number }
  | { readonly kind: 'shows'; readonly session: number; readonly shows: CustomerScreen }
);
