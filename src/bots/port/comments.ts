/** A comment as it stands in a script. */
export type Comment = { readonly start: number; readonly end: number; readonly text: string };

const piece = /\/\/[^\r\n]*|\/\*[^]*?(?:\*\/|$)|"(?:\\[^]|[^"\\])*(?:"|$)|'(?:\\[^]|[^'\\])*(?:'|$)/g;

/** The comments of a script in the order of the text. */
export function commentsIn(source: string): readonly Comment[] {
  return [...source.matchAll(piece)]
    .filter(([text]) => text.startsWith('/'))
    .map((match) => ({ start: match.index, end: match.index + match[0].length, text: match[0].trimEnd() }));
}

/** Gives out comments and empty lines as the writing of a file comes by them. */
export class Margin {
  readonly #source: string;
  readonly #comments: readonly Comment[];
  #next = 0;
  /** Where the last thing that was written ended in the script. */
  #end = 0;

  constructor(source: string, comments = commentsIn(source)) {
    this.#source = source;
    this.#comments = comments;
  }

  /** Lines of comments that stand before an offset, an empty line where the script has one; then whether one follows them. */
  before(offset: number): { readonly lines: readonly string[]; readonly gap: boolean } {
    const lines: string[] = [];
    for (
      let comment = this.#comments[this.#next];
      comment !== undefined && comment.start < offset;
      comment = this.#comments[++this.#next]
    ) {
      if (this.#gap(comment.start)) lines.push('');
      lines.push(...outdented(comment.text));
      this.#end = comment.end;
    }
    return { lines, gap: this.#gap(offset) };
  }

  /** The comment behind something that ended at an offset, on the same line. */
  behind(offset: number): string | undefined {
    this.#end = Math.max(this.#end, offset);
    const comment = this.#comments[this.#next];
    if (comment === undefined || comment.start < offset) return undefined;
    const between = this.#source.slice(offset, comment.start);
    if (!/^[\s;,)}]*$/.test(between) || between.includes('\n') || comment.text.includes('\n'))
      return undefined;
    // A comment in the middle of a line belongs to what follows.
    if (!/^[ \t]*(?:\r?\n|$)/.test(this.#source.slice(comment.end))) return undefined;
    this.#next++;
    this.#end = comment.end;
    return comment.text;
  }

  /** What was written ended here. */
  reached(offset: number): void {
    this.#end = Math.max(this.#end, offset);
  }

  /** Whether an empty line stands between the last thing and an offset. */
  #gap(offset: number): boolean {
    return this.#end > 0 && /\n[ \t]*\r?\n/.test(this.#source.slice(this.#end, offset));
  }
}

/** The lines of a comment without the indentation that its place in the script gave it. */
function outdented(text: string): string[] {
  const [first = '', ...rest] = text.split(/\r?\n/);
  return [first, ...rest.map((line) => line.replace(/^\s*(?=\*)/, ' '))];
}
