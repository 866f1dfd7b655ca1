import type { Scanner } from './scanner.ts';
import { keywords, type Token } from './token.ts';

const followers: ReadonlySet<string> = new Set(['=', ';', ',', ')', '(', '{']);

/**
 * Recognises keywords in any letter case (crm Q1). A capitalised one such as `If` stays a name where the
 * file declares something of exactly that spelling.
 */
export function resolveCapitals({ tokens: list, capitals, problems }: Scanner): void {
  const tokens = list.trimmed();
  const declared = new Set<string>();
  for (const index of capitals) {
    if (isDeclared(tokens, index)) declared.add(tokens[index]?.text ?? '');
  }
  for (const index of capitals) {
    const token = tokens[index];
    if (token === undefined || declared.has(token.text) || tokens[index - 1]?.text === '.') continue;
    const text = token.text.toLowerCase();
    const { start, end } = token;
    problems.hint('keyword-case', `Keywords are written in lower case: "${text}".`, token, {
      label: `Write "${text}"`,
      start,
      end,
      text,
    });
    list.replace(index, { ...token, kind: 'keyword', text });
  }
}

function isDeclared(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  if (before === undefined || after === undefined) return false;
  const type =
    before.text === ']' ||
    before.text === 'struct' ||
    (before.kind === 'name' && !keywords.has(before.text.toLowerCase()));
  return type && after.kind === 'operator' && followers.has(after.text);
}
