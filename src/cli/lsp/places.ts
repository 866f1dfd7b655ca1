import { Buffer } from 'node:buffer';
import type { Position, Range } from 'vscode-languageserver-protocol';
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';

/** What client and server count the characters of a line in: code units of UTF-16, or bytes of UTF-8. */
export type Encoding = 'utf-16' | 'utf-8';

/** A text whose places are lines and characters to the client, and offsets in UTF-16 here. */
export class Places {
  readonly text: string;
  readonly #document: TextDocument;
  readonly #encoding: Encoding;

  constructor(document: TextDocument, encoding: Encoding) {
    this.#document = document;
    this.#encoding = encoding;
    this.text = document.getText();
  }

  /** The places of a text that is not open. */
  static of(text: string, encoding: Encoding): Places {
    return new Places(TextDocument.create('', '', 0, text), encoding);
  }

  /** A place that is behind its line's end is there; one inside of a character is before it. */
  offset({ line, character }: Position): number {
    if (this.#encoding === 'utf-16') return this.#document.offsetAt({ line, character });
    const start = this.#document.offsetAt({ line, character: 0 });
    const end = this.#document.offsetAt({ line, character: Number.MAX_SAFE_INTEGER });
    return start + unitsOf(this.text.slice(start, end), character);
  }

  position(offset: number): Position {
    const { line, character } = this.#document.positionAt(offset);
    if (this.#encoding === 'utf-16') return { line, character };
    const start = this.#document.offsetAt({ line, character: 0 });
    return { line, character: Buffer.byteLength(this.text.slice(start, start + character), 'utf8') };
  }

  range(start: number, end: number): Range {
    return { start: this.position(start), end: this.position(end) };
  }

  /** The offsets of a range, in order. */
  offsets({ start, end }: Range): readonly [start: number, end: number] {
    const [from, to] = [this.offset(start), this.offset(end)];
    return from <= to ? [from, to] : [to, from];
  }
}

/** How many code units of a line so many bytes of it are. */
function unitsOf(line: string, bytes: number): number {
  let [units, passed] = [0, 0];
  for (const character of line) {
    passed += Buffer.byteLength(character, 'utf8');
    if (passed > bytes) return units;
    units += character.length;
  }
  return units;
}

/** Makes a change in a document, which counts as the client does. A range that reaches over the end ends there. */
export function change(
  document: TextDocument,
  made: TextDocumentContentChangeEvent,
  version: number,
  encoding: Encoding,
): void {
  if (!('range' in made)) {
    TextDocument.update(document, [made], version);
    return;
  }
  const places = new Places(document, encoding);
  const [from, to] = places.offsets(made.range);
  const range = { start: document.positionAt(from), end: document.positionAt(to) };
  TextDocument.update(document, [{ text: made.text, range }], version);
}
