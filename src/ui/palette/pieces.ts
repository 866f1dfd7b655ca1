/**
 * A text in pieces: every other one, from the second on, is where one of `letters` (in lower case) stands. Together they
 * are the text. What a longer word covers is one piece.
 */
export function piecesOf(text: string, letters: readonly string[]): readonly string[] {
  const small = text.toLowerCase();
  // Few letters have a lower case of another length (İ): then nothing says where they stand in the text itself.
  if (small.length !== text.length) return [text];
  const hits = new Set<number>();
  for (const word of letters.filter((one) => one !== ''))
    for (let at = small.indexOf(word); at >= 0; at = small.indexOf(word, at + 1))
      for (let index = at; index < at + word.length; index += 1) hits.add(index);
  const pieces: string[] = [];
  let from = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (hits.has(index) === (pieces.length % 2 === 1)) continue;
    pieces.push(text.slice(from, index));
    from = index;
  }
  return [...pieces, text.slice(from)];
}
