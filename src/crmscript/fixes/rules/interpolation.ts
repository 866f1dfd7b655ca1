import { isUnknown, rankOf } from '../../analysis/types/types.ts';
import type { Span } from '../../diagnostic.ts';
import type { Expression } from '../../syntax/ast.ts';
import { Problems } from '../../syntax/problems.ts';
import type { Token } from '../../syntax/token.ts';
import { converted } from '../conversions.ts';
import type { Edit } from '../edited-text.ts';
import { scanPart } from '../mending-scanner.ts';
import { FaultSite, SourceTokens } from '../fault-site.ts';
import type { Answer, Judge } from '../rule.ts';
import { closingBrace } from '../scan-interpolated.ts';

/* Texts with values in them, as other languages have: the scanner takes one as a whole. */

type Value = {
  readonly start: number;
  readonly end: number;
  /** What could be read; undefined where there is a mistake in it. */
  readonly node: Expression | undefined;
  /** The range that it has in the text that is read instead, with its parentheses. */
  readonly group: { start: number; end: number };
};

/** True for such a text. What stands in a page has no quotes, and may begin with anything. */
export function isInterpolated(source: string, { start, end, text }: Token): boolean {
  if (text.length >= end - start) return false;
  const mark = source.charAt(start);
  return mark === '`' ? text.includes('${') : mark === '$' || mark === 'f' || mark === 'F';
}

/** Reads the pieces as a sum; the checker, which knows the types of the values, says how it is written here. */
export function interpolated(site: FaultSite): Answer {
  const { source, token } = site;
  const mark = source.charAt(token.start);
  const hole = mark === '`' ? '${' : '{';
  const parts: (string | Value)[] = [];
  const repair: Edit[] = [];
  const end = token.end - 1;
  let at = mark === '`' ? token.start + 1 : token.start + 2;
  let pieceStart = token.start;
  let isWhole = true;
  let sum = '(';
  while (at < end) {
    const open = holeAt(source, at, end, hole);
    if (open > at) {
      const piece = quoted(source.slice(at, open), mark);
      parts.push(piece);
      sum += `${sum === '(' ? '' : ' + '}${piece.replaceAll(/[\r\n]/g, ' ')}`;
    }
    if (open >= end) break;
    const start = open + hole.length;
    const close = closingBrace(source, start, end);
    isWhole &&= close < end;
    repair.push({ start: pieceStart, end: start, text: `${sum}${sum === '(' ? '' : ' + '}(` });
    const previous = parts.findLast((part) => typeof part !== 'string');
    if (previous !== undefined) previous.group.end = start;
    parts.push({
      start,
      end: close,
      node: readValue(token, source, start, close),
      group: { start: pieceStart, end: close },
    });
    sum = ')';
    pieceStart = close;
    at = close + 1;
  }
  repair.push({ start: pieceStart, end: token.end, text: `${sum})` });
  const last = parts.findLast((part) => typeof part !== 'string');
  if (last !== undefined) last.group.end = token.end;
  const next = site.peek(1);
  const grouped = next.kind === 'operator' && (next.text === '.' || next.text === '[');
  const isReadable = isWhole && parts.every((part) => typeof part === 'string' || part.node !== undefined);
  return {
    code: 'not-crmscript',
    span: token,
    judge: judgeOf(parts, token, isReadable, grouped),
    repair: isReadable ? repair : [{ start: token.start, end: token.end, text: '""' }],
    isGuess: true,
  };
}

function readValue(token: Token, source: string, start: number, end: number): Expression | undefined {
  const before = source.slice(token.start, start).split(/\r\n|\r|\n/);
  const column =
    before.length === 1 ? token.column + (start - token.start) : (before.at(-1)?.length ?? 0) + 1;
  const problems = new Problems();
  const span = { file: token.file, start, end, line: token.line + before.length - 1, column };
  const { tokens } = scanPart(source, span, problems);
  const found = new FaultSite(new SourceTokens(tokens, source), 0).expression(0);
  return found?.past === tokens.length - 1 && !problems.hasErrors ? found.node : undefined;
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

/** The piece between two values, as a text of this language. */
function quoted(text: string, mark: string): string {
  const braces = mark === '`' ? text : text.replaceAll('{{', '{').replaceAll('}}', '}');
  const plain = braces.replace(/\\([`$])|\\[^]|"/g, (found: string, bare?: string) =>
    found === '"' ? '\\"' : (bare ?? found),
  );
  return `"${plain}"`;
}

function judgeOf(
  parts: readonly (string | Value)[],
  { file, start, end }: Span,
  isReadable: boolean,
  grouped: boolean,
): Judge {
  return (context, typeOf) => {
    const textOf = (value: Value): string | undefined => {
      const type = typeOf(value.group);
      const written = context.textOf({ file, start: value.start, end: value.end });
      if (type === undefined || isUnknown(type) || value.node === undefined) return undefined;
      if (value.node.kind === 'integer' && rankOf(type) === 1) return `"${written}"`;
      return converted(written, value.node, type, 'String');
    };
    const texts = parts.map((part) => (typeof part === 'string' ? part : textOf(part)));
    const joined = texts.includes(undefined) || !isReadable ? undefined : texts.join(' + ');
    const text = joined === undefined || !grouped || texts.length < 2 ? joined : `(${joined})`;
    const advice =
      text === undefined || /[\r\n]/.test(text)
        ? 'Write "text " + value.toString() + " text".'
        : `Write ${text}.`;
    const message = `CRMScript puts no values into a text by itself. ${advice}`;
    return text === undefined
      ? { message }
      : { message, fix: { label: 'Join the texts with +', start, end, text } };
  };
}
