import type { Token } from '../syntax/token.ts';

/** Which braces of a file stand in which. */
export class Braces {
  /** For each token, the innermost brace that is open before it; -1 at the top. */
  readonly #openers: Int32Array;
  /** How many `{` have no `}`; negative when it is the other way round. */
  readonly unclosed: number;

  constructor(tokens: readonly Token[]) {
    this.#openers = new Int32Array(tokens.length);
    const open: number[] = [];
    let unclosed = 0;
    tokens.forEach(({ kind, text }, index) => {
      this.#openers[index] = open.at(-1) ?? -1;
      if (kind !== 'operator') return;
      if (text === '{') {
        open.push(index);
        unclosed += 1;
      } else if (text === '}') {
        open.pop();
        unclosed -= 1;
      }
    });
    this.unclosed = unclosed;
  }

  openerOf(index: number): number {
    return this.#openers[Math.max(0, index)] ?? -1;
  }
}
