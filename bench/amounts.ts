/** How much of everything one run does. */
export type Amounts = {
  /** Interleaved rounds in Node and in the worker, of which medians are taken. */
  readonly rounds: number;
  /** The same for the five programs beside QuickJS, which are short. */
  readonly scriptRounds: number;
  /** Messages of the long session; the last thousand of them are timed. */
  readonly longSession: number;
  /** Messages a round, stored one at a time and stored with a hundred in flight. */
  readonly awaited: number;
  readonly grouped: number;
  /** Keys pressed in the app, and loads of it without a network. */
  readonly keys: number;
  readonly loads: number;
  /** Sessions of 50 messages each in the long workspace that is opened, and how often it is. */
  readonly sessions: number;
  readonly openings: number;
};

export const full: Amounts = {
  rounds: 7,
  scriptRounds: 15,
  longSession: 10_000,
  awaited: 200,
  grouped: 1000,
  keys: 120,
  loads: 12,
  sessions: 1000,
  openings: 5,
};

/** For a look in between: the same figures from fewer samples. */
export const quick: Amounts = {
  rounds: 3,
  scriptRounds: 7,
  longSession: 10_000,
  awaited: 40,
  grouped: 300,
  keys: 20,
  loads: 4,
  sessions: 100,
  openings: 3,
};
