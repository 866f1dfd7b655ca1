import type { Cursor } from './cursor.ts';
import { SyntaxFault } from './syntax-fault.ts';
import type { Token } from './token.ts';

/** The words of the language with which a statement begins, and nothing else. */
export const beginners: ReadonlySet<string> = new Set([
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

/**
 * Panic mode: reports what was thrown in the item that begins at `start`, and skips to where a statement may begin again.
 */
export function recover(tokens: Cursor, fault: unknown, start: number): void {
  if (!(fault instanceof SyntaxFault)) throw fault;
  tokens.report(fault);
  tokens.moveTo(fault.code === 'too-deep' ? tokens.all.length : skipped(tokens.all, tokens.position, start));
}

/**
 * Where reading goes on after a fault at a token of an item: past a semicolon, before a brace, or at a word that can only begin a
 * statement. At least one token of the item is taken.
 */
export function skipped(tokens: readonly Token[], position: number, start: number): number {
  let open = 0;
  for (let at = position; at < tokens.length - 1; at++) {
    const { kind, text } = tokens[at] as Token;
    if (kind === 'keyword' && open === 0 && at > start && beginners.has(text)) return at;
    if (kind !== 'operator') continue;
    if (text === '{') {
      if (open === 0 && at > start) return at;
      open += 1;
    } else if (text === '}') {
      if (open === 0) return Math.max(at, start + 1);
      open -= 1;
    } else if (text === ';' && open === 0) return at + 1;
  }
  return Math.max(tokens.length - 1, start);
}
