/**
 * What a script in JavaScript costs, in the worth of CRMScript's plain statements (some 20 ns each). The engine counts
 * loops and calls and reports every ten thousandth; the price of what it does besides is counted as it is asked for.
 */
export const prices = {
  /** Getting ready: setting back the memory of an engine and building what the script finds. */
  run: 10_000,
  sourceCharacter: 2,
  /** A loop or a call. */
  turn: 2,
  /** What a promise that is settled has waiting, such as the rest of a function after its `await`. */
  job: 50,
  hostCall: 100,
  /** A character that is written as JSON on one side and read on the other. */
  passedCharacter: 0.25,
  timer: 300,
};
