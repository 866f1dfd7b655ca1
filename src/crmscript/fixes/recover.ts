import type { TokenStream } from './token-stream.ts';

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
export const beginsStatement = (tokens: TokenStream): boolean => {
  const { kind, text } = tokens.peek();
  return kind === 'keyword' && beginners.has(text);
};

/** Skips to a place where a statement may begin: past a semicolon, before a brace, or at a word that begins one. */
export function synchronise(tokens: TokenStream, before: number): void {
  let open = 0;
  while (!tokens.atEnd) {
    if (tokens.is('{')) {
      if (open === 0 && tokens.position > before) return;
      open += 1;
    }
    if (tokens.is('}')) {
      if (open === 0) break;
      open -= 1;
    }
    if (open === 0 && tokens.is(';')) {
      tokens.next();
      return;
    }
    if (open === 0 && tokens.position > before && beginsStatement(tokens)) return;
    tokens.next();
  }
  if (tokens.position === before) tokens.next();
}

/** Skips the statement of another language: to its semicolon, or past its braces. */
export function skipPastBlock(tokens: TokenStream): void {
  let open = 0;
  while (!tokens.atEnd) {
    if (tokens.is('{')) open += 1;
    if (tokens.is('}')) open -= 1;
    if (open < 0) return;
    const last = open === 0 && (tokens.is('}') || tokens.is(';'));
    tokens.next();
    if (last) return;
  }
}

/** How many tokens are looked at ahead: mistakes are rare, but a file of nothing else must not take for ever. */
const horizon = 400;

const pairs: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Past the bracket that closes the one `ahead`; -1 if that is nowhere near. */
export function pastPair(tokens: TokenStream, ahead = 0): number {
  const open = tokens.peek(ahead).text;
  const close = pairs[open] ?? '';
  let depth = 0;
  for (let at = ahead; at < ahead + horizon; at++) {
    const token = tokens.peek(at);
    if (token.kind === 'end') return -1;
    if (token.kind !== 'operator') continue;
    if (token.text === open) depth += 1;
    if (token.text === close) depth -= 1;
    if (depth === 0) return at + 1;
  }
  return -1;
}

/** True where the parentheses `ahead` are those of a call that is a statement, or the beginning of one. */
export function isCall(tokens: TokenStream, ahead: number): boolean {
  const past = pastPair(tokens, ahead);
  return past >= 0 && (tokens.is(';', past) || tokens.is('.', past));
}
