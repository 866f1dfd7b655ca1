/** The line that an offset is on, from 1: CR, LF and CR LF each end one. */
export const lineOf = (source: string, offset: number): number => new Lines(source).at(offset).line;

/** The lines of a source, found once. */
export class Lines {
  readonly #source: string;
  /** Where each begins. */
  readonly #starts: number[] = [0];

  constructor(source: string) {
    this.#source = source;
    for (const { index, 0: end } of source.matchAll(/\r\n|\r|\n/g)) this.#starts.push(index + end.length);
  }

  /** The line that an offset is on and its place there, both from 1. */
  at(offset: number): { readonly line: number; readonly column: number } {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }

  /** Where a line ends, without what ends it. */
  endOf(line: number): number {
    let end = this.#starts[line] ?? this.#source.length;
    while (end > (this.#starts[line - 1] ?? 0) && /[\r\n]/.test(this.#source.charAt(end - 1))) end -= 1;
    return end;
  }
}
