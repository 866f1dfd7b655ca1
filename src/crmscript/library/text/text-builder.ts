/** How many parts are kept apart: hosts need far more room for a short text than its characters take. */
const mostParts = 4096;

/** A long text made of many short ones, which takes about as much memory meanwhile as it does in the end. */
export class TextBuilder {
  readonly #whole: string[] = [];
  #parts: string[] = [];

  add(part: string): void {
    this.#parts.push(part);
    if (this.#parts.length >= mostParts) this.#join();
  }

  /** Whether nothing was added. */
  get isEmpty(): boolean {
    return this.#parts.length === 0 && this.#whole.length === 0;
  }

  #join(): void {
    this.#whole.push(this.#parts.join(''));
    this.#parts = [];
  }

  text(): string {
    this.#join();
    return this.#whole.join('');
  }
}

const pieceLength = 4096;

/** Puts together what a function makes of each piece of a text. No pair of surrogates is divided. */
export function inPieces(text: string, change: (piece: string) => string): string {
  if (text.length <= pieceLength) return change(text);
  const made: string[] = [];
  for (let from = 0; from < text.length;) {
    let to = from + pieceLength;
    if ((text.charCodeAt(to - 1) & 0xfc00) === 0xd800) to += 1;
    made.push(change(text.slice(from, to)));
    from = to;
  }
  return made.join('');
}

/** The parts of a text between its line breaks, one after the other. */
export function* linesOf(text: string): Generator<string> {
  let from = 0;
  for (;;) {
    const end = text.indexOf('\n', from);
    if (end < 0) break;
    yield text.slice(from, end);
    from = end + 1;
  }
  yield text.slice(from);
}
