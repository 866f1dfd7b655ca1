import type { Diagnostic } from './diagnostic.ts';

/** As much of the line as tells which place is meant. */
const mostShown = 60;

/** What was found in texts, each with the text that it is about, which its sentence names. */
export function withText(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, string>,
): readonly Diagnostic[] {
  return diagnostics.map((diagnostic) => {
    const { file, start, end } = diagnostic.span;
    const text = sources.get(file)?.slice(start, Math.min(end, start + mostShown)) ?? '';
    return { ...diagnostic, params: { near: text.split(/[\r\n]/, 1)[0] ?? '', ...diagnostic.params } };
  });
}
