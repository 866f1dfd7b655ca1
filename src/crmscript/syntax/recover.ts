import type { Cursor } from './cursor.ts';
import { SyntaxFault } from './syntax-fault.ts';

const beginners: ReadonlySet<string> = new Set([
  'if',
  'for',
  'foreach',
  'while',
  'return',
  'break',
  'continue',
  'struct',
  'try',
  'throw',
]);

/** True at a word that can only begin a statement. */
export const beginsStatement = ({ current: { kind, text } }: Cursor): boolean =>
  kind === 'keyword' && beginners.has(text);

/**
 * Panic mode: reports what was thrown in the item that begins at `start`, and skips to where a statement may begin again: past a
 * semicolon, before a brace, or at a word that begins one.
 */
export function recover(tokens: Cursor, fault: unknown, start: number): void {
  if (!(fault instanceof SyntaxFault)) throw fault;
  tokens.problems.fault(fault);
  if (fault.code === 'too-deep') tokens.skipToEnd();
  let open = 0;
  while (!tokens.atEnd) {
    const moved = tokens.position > start;
    if (open === 0 && moved && (tokens.is('{') || beginsStatement(tokens))) return;
    if (tokens.is('}') && open === 0) break;
    if (tokens.is('{')) open += 1;
    else if (tokens.is('}')) open -= 1;
    if (tokens.next().text === ';' && open === 0) return;
  }
  if (tokens.position === start) tokens.next();
}
