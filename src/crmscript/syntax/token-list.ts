import type { Token } from './token.ts';

/** As people write, with blanks and comments. */
const charactersPerToken = 3;

/** The tokens of a source while they are read. Room for them is made at once, as a list that grows is copied again and again. */
export class TokenList {
  #tokens: Token[] = [];
  #count = 0;

  /** Makes room for what a source has by its length; where it has more the list grows. */
  reserve(characters: number): void {
    if (this.#count === 0) this.#tokens = new Array<Token>(Math.ceil(characters / charactersPerToken));
  }

  get count(): number {
    return this.#count;
  }

  append(token: Token): void {
    this.#tokens[this.#count++] = token;
  }

  /** Takes back all from a place on. */
  cutTo(count: number): void {
    this.#count = count;
  }

  /** Puts another in the place of one. */
  replace(index: number, token: Token): void {
    this.#tokens[index] = token;
  }

  /** The list itself, cut to those that were read so far: the room behind them is given up, though more may follow. */
  trimmed(): readonly Token[] {
    this.#tokens.length = this.#count;
    return this.#tokens;
  }
}
