import type { Token } from '../syntax/token.ts';
import { arrangeExpression, arrangeList, betweenThings, outside, type Inside } from './arrange-expression.ts';
import type { Gap } from './gaps.ts';
import type { Measure } from './line-width.ts';
import { Reader } from './reader.ts';
import { beginningAt, joined, kept, lineAt, spaced, type Separator } from './separator.ts';

/** What stands before each token, the end included. */
export function arrange(
  tokens: readonly Token[],
  gaps: readonly Gap[],
  measure: Measure,
): readonly Separator[] {
  const reader = new Reader(tokens, gaps, measure);
  arrangeItems(reader, 0);
  reader.take(beginningAt(0));
  return reader.separators;
}

function arrangeItems(reader: Reader, level: number): void {
  while (!reader.atEnd && !reader.is('}')) arrangeItem(reader, level);
}

function arrangeItem(reader: Reader, level: number): void {
  const start = reader.position;
  reader.before(isGoverned(reader) ? spaced : beginningAt(level));
  const { kind, text } = reader.current;
  if (reader.is(';')) {
    const isOnLine = start > 0 && reader.at(start - 1).line === reader.current.line;
    reader.take(isOnLine ? joined : beginningAt(level));
  } else if (kind === 'directive') arrangeDirective(reader);
  else if (text === 'struct' && kind === 'keyword') arrangeStruct(reader, level);
  else if (declares(reader)) arrangeDeclaration(reader, level);
  else arrangeStatement(reader, level, start);
}

/** What stands behind a condition that governs nothing stays there: that is likely a mistake, which would not be seen on another line. */
const isGoverned = (reader: Reader): boolean =>
  reader.position > 0 &&
  reader.position === reader.behindEmptyBody &&
  reader.at(reader.position - 1).line === reader.current.line &&
  !reader.is('{');

function arrangeDirective(reader: Reader): void {
  reader.next();
  reader.take(spaced);
  if (reader.is(';')) reader.take();
}

/** True at `NAME { "[" … "]" } NAME`, as the grammar has it. */
function declares(reader: Reader): boolean {
  return reader.current.kind === 'name' && reader.at(pastType(reader)).kind === 'name';
}

/** The place behind what may be a type. */
function pastType(reader: Reader): number {
  let at = reader.position + 1;
  while (reader.is('[', at)) {
    let open = 0;
    do {
      if (reader.is('[', at)) open += 1;
      if (reader.is(']', at)) open -= 1;
      if (reader.is(';', at) || at >= reader.tokens.length) return at;
      at += 1;
    } while (open > 0);
  }
  return at;
}

function arrangeType(reader: Reader): void {
  reader.next();
  while (reader.is('[')) {
    reader.take();
    if (!reader.is(']')) {
      reader.before(joined);
      arrangeExpression(reader, { brackets: 1, bracket: undefined });
    }
    reader.take();
  }
}

/** A function, or a variable with its semicolon. */
function arrangeDeclaration(reader: Reader, level: number): void {
  const start = reader.position;
  arrangeType(reader);
  reader.take(spaced);
  if (reader.is('(')) {
    reader.before(joined);
    arrangeList(reader, outside, arrangeParameter);
    arrangeBlock(reader, level, start);
    return;
  }
  arrangeVariableRest(reader);
  reader.take();
}

function arrangeParameter(reader: Reader): void {
  arrangeType(reader);
  reader.take(spaced);
}

function arrangeVariableRest(reader: Reader, inside?: Inside): void {
  if (!reader.is('=')) return;
  reader.take(spaced);
  reader.before(kept(true, inside?.bracket));
  arrangeExpression(reader, inside);
}

function arrangeStruct(reader: Reader, level: number): void {
  reader.next();
  reader.take(spaced);
  reader.take(lineAt(level));
  while (!reader.is('}')) arrangeItem(reader, level + 1);
  reader.take(lineAt(level, level + 1));
  if (reader.is(';')) reader.take();
}

/** A statement; `lineStart` is the first token of the line that it stands on. */
function arrangeStatement(reader: Reader, level: number, lineStart: number): void {
  const { kind, text } = reader.current;
  if (reader.is('{')) {
    arrangeBlock(reader, level, lineStart);
    return;
  }
  switch (kind === 'keyword' ? text : '') {
    case 'if':
      arrangeIf(reader, level, lineStart);
      return;
    case 'while':
      arrangeHead(reader);
      arrangeBody(reader, level, lineStart);
      return;
    case 'for':
    case 'foreach':
      arrangeLoopHead(reader);
      arrangeBody(reader, level, lineStart);
      return;
    case 'try':
      reader.next();
      arrangeBlock(reader, level, lineStart);
      arrangeCatch(reader, level);
      return;
    default:
      arrangeSimple(reader);
  }
}

/** `if` or `while` with its condition. */
function arrangeHead(reader: Reader): void {
  reader.next();
  reader.before(spaced);
  arrangeList(reader, outside, arrangeExpression, true);
}

function arrangeIf(reader: Reader, level: number, start: number): void {
  arrangeHead(reader);
  arrangeBody(reader, level, start);
  while (reader.is('else')) {
    const lineStart = reader.position;
    reader.take(lineAt(level));
    if (!reader.is('if')) {
      arrangeBody(reader, level, lineStart);
      return;
    }
    reader.before(spaced);
    arrangeHead(reader);
    arrangeBody(reader, level, lineStart);
  }
}

function arrangeCatch(reader: Reader, level: number): void {
  const lineStart = reader.position;
  reader.take(lineAt(level));
  arrangeBlock(reader, level, lineStart);
}

/** The head of a loop: what stands between its semicolons, or `type name in list`. */
function arrangeLoopHead(reader: Reader): void {
  reader.next();
  reader.before(spaced);
  arrangeList(reader, outside, arrangeLoopParts, true);
}

function arrangeLoopParts(reader: Reader, inside: Inside): void {
  arrangeLoopPart(reader, inside);
  while (reader.is(';')) {
    reader.take();
    const ends = reader.is(';') || reader.is(')');
    reader.before(ends ? joined : betweenThings(inside));
    arrangeLoopPart(reader, inside);
  }
}

function arrangeLoopPart(reader: Reader, inside: Inside): void {
  if (reader.is(';') || reader.is(')')) return;
  if (!declares(reader)) {
    arrangeExpression(reader, inside);
    return;
  }
  arrangeType(reader);
  reader.take(spaced);
  if (!reader.is('in')) {
    arrangeVariableRest(reader, inside);
    return;
  }
  reader.take(spaced);
  reader.before(spaced);
  arrangeExpression(reader, inside);
}

/** What a branch or loop governs. What is short stays on its line where the author has put it there. */
function arrangeBody(reader: Reader, level: number, lineStart: number): void {
  const start = reader.position;
  if (reader.is('{')) arrangeBlock(reader, level, lineStart);
  else if (reader.is(';')) {
    reader.take();
    reader.behindEmptyBody = reader.position;
  } else if (isSimple(reader)) {
    reader.before(spaced);
    arrangeSimple(reader);
    if (!reader.isOneLine(lineStart, reader.position - 1, level))
      reader.separators[start] = beginningAt(level + 1);
  } else {
    reader.before(beginningAt(level + 1));
    arrangeStatement(reader, level + 1, start);
  }
}

const controlling: ReadonlySet<string> = new Set(['if', 'while', 'for', 'foreach', 'try', 'struct']);

/** Whether a statement has no statements in it. */
function isSimple(reader: Reader): boolean {
  const { kind, text } = reader.current;
  if (kind === 'keyword') return !controlling.has(text);
  if (kind === 'directive' || reader.is('{') || reader.is(';')) return false;
  return !declares(reader) || !reader.is('(', pastType(reader) + 1);
}

function arrangeSimple(reader: Reader): void {
  const { kind, text } = reader.current;
  if (kind === 'keyword' && (text === 'break' || text === 'continue')) reader.next();
  else if (kind === 'keyword' && (text === 'return' || text === 'throw')) {
    reader.next();
    if (!reader.is(';')) {
      reader.before(spaced);
      arrangeExpression(reader);
    }
  } else if (declares(reader)) {
    arrangeType(reader);
    reader.take(spaced);
    arrangeVariableRest(reader);
  } else arrangeExpression(reader);
  reader.take();
}

/** Braces have lines of their own, unless the author has put at most one short statement with them on the line of what they belong to. */
function arrangeBlock(reader: Reader, level: number, lineStart: number): void {
  if (arrangeShortBlock(reader, level, lineStart)) return;
  if (reader.position !== lineStart) reader.before(lineAt(level));
  reader.next();
  arrangeItems(reader, level + 1);
  reader.take(lineAt(level, level + 1));
}

function arrangeShortBlock(reader: Reader, level: number, lineStart: number): boolean {
  const open = reader.position;
  if (reader.at(lineStart).line !== reader.at(open + 1).line) return false;
  if (open !== lineStart) reader.before(spaced);
  reader.next();
  if (!reader.is('}') && isSimple(reader)) {
    reader.before(spaced);
    arrangeSimple(reader);
  }
  const close = reader.position;
  if (reader.is('}')) {
    reader.take(spaced);
    if (reader.isOneLine(lineStart, close, level)) return true;
  }
  reader.position = open;
  return false;
}
