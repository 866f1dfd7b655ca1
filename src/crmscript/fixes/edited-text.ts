import type { Diagnostic, Span } from '../diagnostic.ts';
import type { Token } from '../syntax/token.ts';

/** A range of a text, and what stands there instead. */
export type Edit = { readonly start: number; readonly end: number; readonly text: string };

/** A piece of the edited text: kept as it was, or put in for `from` to `to` of the text as it was. */
type Piece = {
  readonly at: number;
  readonly length: number;
  readonly from: number;
  readonly to: number;
  readonly kept: boolean;
};

/** One bracket may lack more than one other. */
const mostAlike = 8;

/** A text with edits, each of which is given by places of the text as it was. */
export class EditedText {
  readonly source: string;
  #edits: readonly Edit[] = [];
  #cut: readonly Piece[] | undefined;
  #lineStarts: number[] | undefined;
  #line = 0;

  constructor(source: string) {
    this.source = source;
  }

  /** Adds edits; false, and adds none, where one of them touches what has been edited already. */
  add(edits: readonly Edit[]): boolean {
    const clash = edits.some((edit) => {
      const alike = this.#edits.filter(
        ({ start, end, text }) => start === edit.start && end === edit.end && text === edit.text,
      );
      return alike.length >= mostAlike || this.#edits.some((other) => overlap(edit, other));
    });
    if (clash) return false;
    this.#cut = undefined;
    // What is put in at one place stands there in the order in which it was found.
    this.#edits = [...this.#edits, ...edits]
      .map((edit, order) => ({ edit, order }))
      .sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.order - b.order)
      .map(({ edit }) => edit);
    return true;
  }

  get isEdited(): boolean {
    return this.#edits.length > 0;
  }

  /** The text with all edits. */
  get text(): string {
    return this.#pieces
      .map(({ kept, from, to }, index) =>
        kept ? this.source.slice(from, to) : (this.#edits[(index - 1) / 2]?.text ?? ''),
      )
      .join('');
  }

  /** Pieces that were kept and pieces that were put in, in turn. */
  get #pieces(): readonly Piece[] {
    return (this.#cut ??= piecesOf(this.source.length, this.#edits));
  }

  /** Tokens of the edited text, in their order, at their places in the text as it was. What was put in stands for all that it took the place of. */
  placed(tokens: readonly Token[]): readonly Token[] {
    const first = this.#edits[0]?.start;
    if (first === undefined) return tokens;
    const pieces = this.#pieces;
    let at = 0;
    return tokens.map((token) => {
      if (token.end < first) return token;
      while ((pieces[at + 1]?.at ?? Infinity) <= token.start) at += 1;
      const piece = pieces[at];
      if (piece === undefined) return token;
      const start = placeIn(piece, token.start);
      let last = at;
      while ((pieces[last + 1]?.at ?? Infinity) < token.end) last += 1;
      const end = token.end > token.start ? endIn(pieces[last] ?? piece, token.end) : start;
      return { ...token, start, end, ...this.#lineAndColumn(start) };
    });
  }

  /** A problem that was found in the edited text, at its place in the text as it was. */
  placedProblem(problem: Diagnostic): Diagnostic {
    if (!this.isEdited) return problem;
    const pieces = this.#pieces;
    const { fix } = problem;
    const span = { ...problem.span, ...this.#place(problem.span, pieces) };
    return { ...problem, span, ...(fix && { fix: { ...fix, ...this.#place(fix, pieces) } }) };
  }

  #place({ start, end }: Pick<Span, 'start' | 'end'>, pieces: readonly Piece[]) {
    const from = startOf(pieces, start);
    const to = end > start ? endOf(pieces, end) : from;
    return { start: from, end: to, ...this.#lineAndColumn(from) };
  }

  #lineAndColumn(offset: number) {
    this.#lineStarts ??= lineStartsOf(this.source);
    const starts = this.#lineStarts;
    // Mostly the line of the place before, or the next one.
    let line = this.#line;
    if ((starts[line] ?? 0) > offset || (starts[line + 2] ?? Infinity) <= offset)
      line = lastAt(starts.length, (index) => (starts[index] ?? 0) <= offset);
    else if ((starts[line + 1] ?? Infinity) <= offset) line += 1;
    this.#line = line;
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  }
}

/** Where lines begin: CR, LF and CR LF each end one. */
function lineStartsOf(source: string): number[] {
  const starts = [0];
  for (let at = 0; at < source.length; at++) {
    const c = source.charCodeAt(at);
    if (c === 10 || (c === 13 && source.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}

function piecesOf(length: number, edits: readonly Edit[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  let from = 0;
  const push = (size: number, to: number, kept: boolean): void => {
    pieces.push({ at, length: size, from, to, kept });
    at += size;
    from = to;
  };
  for (const { start, end, text } of edits) {
    push(start - from, start, true);
    push(text.length, end, false);
  }
  push(length - from, length, true);
  return pieces;
}

function overlap(a: Edit, b: Edit): boolean {
  if (a.start === a.end) return b.start < a.start && a.start < b.end;
  if (b.start === b.end) return a.start < b.start && b.start < a.end;
  return a.start < b.end && b.start < a.end;
}

/** The last index of which `is` is true, which it is of all before that too. */
function lastAt(length: number, is: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (is(middle)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Where a place in a piece lies in the text as it was. */
const placeIn = ({ kept, from, at }: Piece, offset: number): number => (kept ? from + (offset - at) : from);

/** As `placeIn`, for the end of what ends in the piece. */
const endIn = ({ kept, from, to, at }: Piece, offset: number): number => (kept ? from + (offset - at) : to);

function startOf(pieces: readonly Piece[], offset: number): number {
  const piece = pieces[lastAt(pieces.length, (index) => (pieces[index]?.at ?? 0) <= offset)];
  return piece === undefined ? offset : placeIn(piece, offset);
}

function endOf(pieces: readonly Piece[], offset: number): number {
  const piece = pieces[lastAt(pieces.length, (index) => (pieces[index]?.at ?? 0) < offset)];
  return piece === undefined ? offset : endIn(piece, offset);
}
