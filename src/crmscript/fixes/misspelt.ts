import { nearest } from '../nearest.ts';
import type { TokenStream } from './token-stream.ts';

/** Says that the next token is nearly a word of the language. */
export function complainOfMisspelt(tokens: TokenStream, keyword: string): void {
  const { text, start, end } = tokens.peek();
  const fix = { label: `Write "${keyword}"`, start, end, text: keyword };
  tokens.complain(
    'misspelt-keyword',
    `There is no "${text}". Did you mean "${keyword}"?`,
    tokens.peek(),
    fix,
  );
}

/** Takes a name that is nearly `keyword`, with a report. */
export function acceptMisspelt(tokens: TokenStream, keyword: string): boolean {
  const { kind, text } = tokens.peek();
  if (kind !== 'name' || nearest(text, [keyword]) === undefined) return false;
  complainOfMisspelt(tokens, keyword);
  tokens.next();
  return true;
}
