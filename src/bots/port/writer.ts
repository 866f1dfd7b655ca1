import { Margin } from './comments.ts';
import type { Span } from '../../crmscript/diagnostic.ts';

/** Lines of the port, indented by two blanks a level, with the comments and empty lines of the script. */
export class Writer {
  readonly #margin: Margin;
  readonly lines: string[] = [];
  #depth = 0;
  /** An empty line is due, unless the block ends. */
  #gap = false;
  /** The line that throws in place of the statement before it. */
  #thrown = -1;

  constructor(source: string) {
    this.#margin = new Margin(source);
  }

  get column(): number {
    return 2 * this.#depth;
  }

  /** Comments and empty lines up to an offset. */
  upTo(offset: number): void {
    const { lines, gap } = this.#margin.before(offset);
    for (const line of lines) {
      if (line === '') this.#gap = true;
      else this.line(line);
    }
    if (gap) this.#gap = true;
  }

  /** A text of one or more lines, each indented. */
  line(text: string): void {
    if (this.#gap && this.lines.length > 0 && !/[{(]$/.test(this.lines.at(-1) ?? '')) this.lines.push('');
    this.#gap = false;
    const indent = '  '.repeat(this.#depth);
    for (const line of text.split('\n')) this.lines.push(line === '' ? '' : indent + line);
  }

  /** Where the next line will stand, to be written anew by `amend`. */
  mark(): number {
    const due = this.#gap && this.lines.length > 0 && !/[{(]$/.test(this.lines.at(-1) ?? '');
    return this.lines.length + (due ? 1 : 0);
  }

  /** What only its body tells: the head of a loop or function, whose comment stays. */
  amend(at: number, text: string): void {
    const old = this.lines[at] ?? '';
    const comment = /\{( (?:\/\/|\/\*).*)$/.exec(old)?.[1] ?? '';
    this.lines[at] = (/^ */.exec(old)?.[0] ?? '') + text + comment;
  }

  /** A statement that has no counterpart: as it was, in a comment, and what throws. Of several in a row the last throws. */
  missing(source: string, text: string): void {
    const alone = /^notPorted\('(?:\\.|[^'\\])*'\);$/.test(text);
    if (alone && this.lines.length - 1 === this.#thrown && !this.#gap) this.lines.pop();
    for (const line of source.split(/\r?\n/)) this.line(`// NOT PORTED: ${line.trim()}`);
    this.line(text);
    this.#thrown = alone ? this.lines.length - 1 : -1;
  }

  /** Takes the comment that stands behind a place in the script onto the last line. */
  after({ end }: Pick<Span, 'end'>): void {
    const comment = this.#margin.behind(end);
    const last = this.lines.length - 1;
    const line = this.lines[last];
    if (comment !== undefined && line !== undefined) this.lines[last] = `${line} ${comment}`;
  }

  reached(offset: number): void {
    this.#margin.reached(offset);
  }

  /** An empty line before the next one. */
  space(): void {
    this.#gap = true;
  }

  inside(write: () => void): void {
    this.#depth++;
    write();
    this.#depth--;
    this.#gap = false;
  }
}
