import type { Span } from '../diagnostic.ts';
import type { Expression } from '../syntax/ast.ts';
import { checkInterpolation } from './check-foreign.ts';
import { judgedBy } from './judged.ts';
import { parseExpression } from './parse-expression.ts';
import { closingBrace } from './scan-interpolated.ts';
import { scanPart } from './mending-scanner.ts';
import type { Token } from '../syntax/token.ts';
import { TokenStream } from './token-stream.ts';

/** True for a text of another language with values in it, which the scanner takes as one. */
export const isInterpolated = (tokens: TokenStream, { start, end, text }: Token): boolean => {
  // What stands in a page has no quotes, and may begin with anything.
  if (text.length === end - start) return false;
  const mark = tokens.source.charAt(start);
  return mark === '`' ? text.includes('${') : mark === '$' || mark === 'f' || mark === 'F';
};

/** Takes the text apart; the checker, which knows the types of the values, says how it is written here. */
export function parseInterpolation(tokens: TokenStream): Expression {
  const token = tokens.next();
  const { source, problems } = tokens;
  const mark = source.charAt(token.start);
  const hole = mark === '`' ? '${' : '{';
  const parts: (string | Expression)[] = [];
  let readable = true;
  let at = mark === '`' ? token.start + 1 : token.start + 2;
  const end = token.end - 1;
  while (at < end) {
    const open = holeAt(source, at, end, hole);
    if (open > at) parts.push(quoted(source.slice(at, open), mark));
    if (open >= end) break;
    const close = closingBrace(source, open + hole.length, end);
    const span = spanOf(token, source, open + hole.length, close);
    const inner = new TokenStream(scanPart(source, span, problems), source, problems, tokens.isPage);
    const found = problems.mark;
    parts.push(parseExpression(inner));
    // What is wrong inside is not said beside what is wrong with all of it.
    readable &&= inner.atEnd && close < end && problems.mark === found;
    problems.rewind(found);
    at = close + 1;
  }
  const grouped = tokens.is('.') || tokens.is('[');
  const values = parts.filter((part): part is Expression => typeof part !== 'string');
  return judgedBy(
    (context) => checkInterpolation(context, { parts, readable, grouped, span: token }),
    values,
    token,
  );
}

/** Where the next value begins; a brace that is written twice is one of the text. */
function holeAt(source: string, from: number, end: number, hole: string): number {
  for (let at = from; at < end; at++) {
    if (source.charAt(at) === '\\') at += 1;
    else if (source.startsWith('{{', at) && hole === '{') at += 1;
    else if (source.startsWith(hole, at)) return at;
  }
  return end;
}

function spanOf(token: Token, source: string, start: number, end: number): Span {
  const before = source.slice(token.start, start).split(/\r\n|\r|\n/);
  const column =
    before.length === 1 ? token.column + (start - token.start) : (before.at(-1)?.length ?? 0) + 1;
  return { file: token.file, start, end, line: token.line + before.length - 1, column };
}

/** The piece between two values, as a text of this language. */
function quoted(text: string, mark: string): string {
  const braces = mark === '`' ? text : text.replaceAll('{{', '{').replaceAll('}}', '}');
  const plain = braces.replace(/\\([`$])|\\[^]|"/g, (found: string, bare?: string) =>
    found === '"' ? '\\"' : (bare ?? found),
  );
  return `"${plain}"`;
}
