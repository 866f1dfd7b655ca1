import type { EditedScript } from '../complete.ts';
import type { FileRange } from './names-of.ts';

/** A text to put in place of a range of a file. */
export type PlacedEdit = FileRange & { readonly text: string };

/** What files are after edits, which are in order and touch nowhere, and where their places have gone to. */
export class EditedTexts {
  readonly #edits = new Map<string, PlacedEdit[]>();

  constructor(edits: readonly PlacedEdit[]) {
    for (const edit of edits) {
      const others = this.#edits.get(edit.file);
      if (others === undefined) this.#edits.set(edit.file, [edit]);
      else others.push(edit);
    }
  }

  text(file: string, source: string): string {
    const edits = this.#edits.get(file);
    if (edits === undefined) return source;
    let at = 0;
    let result = '';
    for (const { start, end, text } of edits) {
      result += source.slice(at, start) + text;
      at = end;
    }
    return result + source.slice(at);
  }

  script(script: EditedScript): EditedScript {
    const { file, source, includes } = script;
    return {
      ...script,
      source: this.text(file, source),
      ...(includes && {
        includes: (id) => {
          const found = includes(id);
          return typeof found === 'object'
            ? { file: found.file, source: this.text(found.file, found.source) }
            : found;
        },
      }),
    };
  }

  /** Where a place before the edits is behind them. */
  moved(file: string, offset: number): number {
    const edits = this.#edits.get(file) ?? [];
    let low = 0;
    let high = edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((edits[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    // All have the same length, before and after: it is one name.
    const [{ start, end, text } = { start: 0, end: 0, text: '' }] = edits;
    return offset + low * (text.length - (end - start));
  }
}
