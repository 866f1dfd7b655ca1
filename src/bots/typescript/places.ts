import type { Span } from '../../crmscript/diagnostic.ts';
import type { JoinedPart, JoinedSource, NamedSource } from '../javascript/join-source.ts';

/** Offsets of the beginnings of the lines of a text. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The last one that is not behind a value, in a list that grows. */
function lastUpTo<T>(list: readonly T[], value: number, of: (one: T) => number): number {
  let [low, high] = [0, list.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const one = list[middle];
    if (one !== undefined && of(one) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

const itself = (value: number): number => value;

/** Leads from the joined text to the texts of which it was made, and back. */
export class Places {
  readonly #text: string;
  readonly #parts: readonly JoinedPart[];
  readonly #lines: readonly number[];
  readonly #sources: ReadonlyMap<string, NamedSource>;
  readonly #lineStarts = new Map<string, readonly number[]>();

  constructor({ text, parts, inclusions }: JoinedSource, main: NamedSource) {
    this.#text = text;
    this.#parts = parts;
    this.#lines = lineStarts(text);
    const all = [main, ...inclusions.flatMap(({ found }) => found ?? [])];
    this.#sources = new Map(all.reverse().map((one) => [one.file, one]));
  }

  /** Where a stretch of the joined text was written. What goes over the end of a script ends there. */
  spanOf(start: number, end: number): Span {
    const { file, line, column, offset } = this.#placeOf(start);
    const last = this.#placeOf(Math.max(start, end));
    const length = last.file === file ? last.offset - offset : 0;
    return { file, start: offset, end: offset + Math.max(0, length), line, column };
  }

  /** Where an offset of a script stands in the joined text. */
  joinedOffset(file: string, offset: number): number {
    const starts = this.#startsOf(file);
    const line = lastUpTo(starts, offset, itself);
    const column = offset - (starts[line] ?? 0);
    const found = this.#parts.flatMap((part, index) => {
      const until = this.#parts[index + 1]?.fromLine ?? this.#lines.length + 1;
      const joined = part.fromLine + line + 1 - part.line;
      return part.file === file && part.isText !== true && joined >= part.fromLine && joined < until
        ? [joined - 1]
        : [];
    });
    // Of a page, a line may stand in several parts: the code before the place is in the last of them that begins there.
    const fits = found.findLast(
      (joined) =>
        this.#lineText(joined)
          .slice(0, column + 1)
          .trim() !== '',
    );
    const chosen = fits ?? found[0] ?? 0;
    return Math.min((this.#lines[chosen] ?? 0) + column, this.#endOf(chosen));
  }

  #endOf(line: number): number {
    const next = this.#lines[line + 1];
    return next === undefined ? this.#text.length : next - 1;
  }

  #lineText(line: number): string {
    return this.#text.slice(this.#lines[line] ?? 0, this.#endOf(line));
  }

  #placeOf(joined: number) {
    const line = lastUpTo(this.#lines, joined, itself);
    const column = joined - (this.#lines[line] ?? 0);
    const part = this.#parts[lastUpTo(this.#parts, line + 1, ({ fromLine }) => fromLine)];
    if (part === undefined) return { file: '', line: 1, column: 1, offset: 0 };
    const own = part.line + line + 1 - part.fromLine;
    const starts = this.#startsOf(part.file);
    const length = this.#sources.get(part.file)?.source.length ?? 0;
    const offset = Math.min((starts[own - 1] ?? 0) + column, length);
    return { file: part.file, line: own, column: column + 1, offset };
  }

  #startsOf(file: string): readonly number[] {
    const known = this.#lineStarts.get(file) ?? lineStarts(this.#sources.get(file)?.source ?? '');
    this.#lineStarts.set(file, known);
    return known;
  }
}
