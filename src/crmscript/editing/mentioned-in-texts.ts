import { coded, type CodedText } from '../codes.ts';
import { Problems } from '../syntax/problems.ts';
import { scan } from '../syntax/scanner.ts';
import { lineOf } from '../lines.ts';
import { mentions, type ProgramText } from './programs.ts';

/** Texts of programs in which a name stands as a word: what `getGenericValue`, `executeScript` or a template makes of them is not known. */
export function mentionedInTexts(programs: readonly ProgramText[], name: string): readonly CodedText[] {
  const files = new Map(programs.flatMap((program) => [...program.files]));
  let first: { readonly file: string; readonly line: number } | undefined;
  let count = 0;
  for (const [file, source] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!mentions(source, name)) continue;
    const tokens = scan(source, file, new Problems());
    for (const [index, { kind, text, start }] of tokens.entries()) {
      if (kind !== 'string' || !mentions(text, name) || tokens[index - 1]?.kind === 'directive') continue;
      first ??= { file, line: lineOf(source, start) };
      count += 1;
    }
  }
  return first === undefined ? [] : [coded('rename-in-texts', { name, count, ...first })];
}
