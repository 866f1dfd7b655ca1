/** How somebody behaves. Times are in seconds of the clock of the world. */
export type Traits = {
  /** Words a minute that it types. */
  readonly speed: number;
  /** How many words in a hundred it mistypes. */
  readonly typos: number;
  /** It sends each sentence as a message of its own. */
  readonly piecemeal: boolean;
  /** How long it waits for an answer until it asks again, and in the queue until it goes. */
  readonly patience: number;
  /** How often it asks again before it goes. */
  readonly reminders: number;
  /** It closes its window and says nothing when it goes. */
  readonly silent: boolean;
  /** It writes in capitals, and with more signs than are needed. */
  readonly angry: boolean;
  /** How many in a hundred write once more when the chat was ended. */
  readonly returns: number;
  /** The stars that it gives, and none for 0. */
  readonly rating: number;
};

/**
 * Who a puppet plays. Its lines are said in their order, one for each answer that it gets; the first is also what it asks in a form.
 * A line may hold choices: `{Hi|Hello}`.
 */
export type Persona = {
  readonly id: number;
  readonly name: string;
  readonly traits: Traits;
  readonly lines: readonly string[];
};

const ordinary: Traits = {
  speed: 40,
  typos: 2,
  piecemeal: false,
  patience: 180,
  reminders: 2,
  silent: false,
  angry: false,
  returns: 0,
  rating: 4,
};

/** A persona with what is not said of it as it is with most people. */
export const personaOf = (
  given: Omit<Persona, 'traits'> & { readonly traits?: Partial<Traits> },
): Persona => ({ ...given, traits: { ...ordinary, ...given.traits } });
