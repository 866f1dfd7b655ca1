import type { FoundHint } from './found.ts';

/** Comments, and texts in quotes, which are none. */
const piece =
  /\/\/[^\r\n]*|\/\*[^]*?(?:\*\/|$)|"(?:\\[^]|[^"\\])*(?:"|$)|'(?:\\[^]|[^'\\])*(?:'|$)|`(?:\\[^]|[^`\\])*(?:`|$)/g;

/** `7 = closed`, `7: closed`, `7 (closed)`, `7 is closed`, `closed (7)`. */
const said = /\b7\s*(?:=+|:|-|–|\(|is|means)?\s*(closed)\b|\b(closed)\s*(?:=+|:|-|–|\(|is)?\s*7\b/gi;
const sets = /(?:setChatStatus\s*\([^;\n]*,\s*7\s*\)|[=!]==?\s*7\b)[^\n/]*$/i;

const mostFound = 100;

/**
 * Comments that call status 7 closed, as the product's own samples do: it is Finished, and 9 is Closed (chat-domain §15). A
 * comment behind a 7 speaks of it, too.
 */
export function calledClosed(source: string, file: string): readonly FoundHint[] {
  const found: FoundHint[] = [];
  if (!/closed/i.test(source)) return found;
  for (const { 0: comment, index } of source.matchAll(piece)) {
    if (!comment.startsWith('/') || found.length >= mostFound) continue;
    const before = source.slice(source.lastIndexOf('\n', index) + 1, index);
    const behindSeven =
      sets.test(before) && !/\b9\b/.test(comment) ? [...comment.matchAll(/\b(closed)\b/gi)] : [];
    const match = [...comment.matchAll(said), ...behindSeven][0];
    const word = match?.[1] ?? match?.[2];
    if (match === undefined || word === undefined) continue;
    const start = index + match.index + match[0].lastIndexOf(word);
    const end = start + word.length;
    const lines = source.slice(0, start).split('\n');
    const at = { file, start, end, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
    const instead = word.startsWith('C') ? 'Finished' : 'finished';
    found.push({ code: 'seven-is-finished', at, params: {}, fix: { label: '', start, end, text: instead } });
  }
  return found;
}
