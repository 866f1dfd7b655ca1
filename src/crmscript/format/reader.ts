import type { Token } from '../syntax/token.ts';
import { widthOfComments, type Gap } from './gaps.ts';
import { indentWidth, type Measure } from './line-width.ts';
import { joined, type Separator } from './separator.ts';

/** Goes through the tokens of a text that the grammar allows, and notes what is to stand before each. */
export class Reader {
  readonly tokens: readonly Token[];
  readonly gaps: readonly Gap[];
  readonly measure: Measure;
  readonly separators: Separator[] = [];
  position = 0;
  /** The place behind the last semicolon that is all that a branch or a loop governs. */
  behindEmptyBody = -1;

  constructor(tokens: readonly Token[], gaps: readonly Gap[], measure: Measure) {
    this.tokens = tokens;
    this.gaps = gaps;
    this.measure = measure;
  }

  get current(): Token {
    return this.at(this.position);
  }

  get atEnd(): boolean {
    return this.position >= this.tokens.length - 1;
  }

  at(index: number): Token {
    return this.tokens[Math.min(index, this.tokens.length - 1)] as Token;
  }

  is(text: string, index = this.position): boolean {
    const token = this.at(index);
    return token.text === text && (token.kind === 'operator' || token.kind === 'keyword');
  }

  /** Takes the next token, with what stands before it. */
  take(before: Separator = joined): void {
    this.separators[this.position] = before;
    this.position += 1;
  }

  /** Says what stands before the next token, which somebody else takes. */
  before(separator: Separator): void {
    this.separators[this.position] = separator;
  }

  /** Takes the next token with what was said to stand before it. */
  next(): void {
    this.position += 1;
  }

  /** Whether the author wrote these tokens on one line, and they fit on one of that level. */
  isOneLine(from: number, to: number, level: number): boolean {
    if (this.at(from).line !== this.at(to).line) return false;
    let width = indentWidth(this.measure, level);
    for (let index = from; index <= to; index += 1) {
      const { start, end } = this.at(index);
      width += end - start;
      if (index > from) width += (this.separators[index]?.space ? 1 : 0) + this.#comments(index);
      if (width > this.measure.width) return false;
    }
    return true;
  }

  #comments(index: number): number {
    const gap = this.gaps[index];
    return gap === undefined ? 0 : widthOfComments(gap);
  }
}
