import type { OddCharacter } from '../../protocol/files-api.ts';

export type Piece = { readonly text: string } | { readonly code: string; readonly name: string };

/** A line in pieces: what can be read, and a mark in the place of each character that nobody can see. */
export function withMarks(line: string, marks: readonly OddCharacter[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { column, code, name } of marks.toSorted((a, b) => a.column - b.column)) {
    const at = column - 1;
    if (at < from || at >= line.length) continue;
    if (at > from) pieces.push({ text: line.slice(from, at) });
    pieces.push({ code, name });
    from = at + ((line.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  }
  if (from < line.length || pieces.length === 0) pieces.push({ text: line.slice(from) });
  return pieces;
}
