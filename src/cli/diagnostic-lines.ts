import type { Diagnostic } from '../crmscript/diagnostic.ts';

/** Diagnostics sorted by place, each once: what two scripts include is checked with both. */
export function sortedOnce(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const byLine = new Map([...diagnostics].sort(inOrder).map((one) => [diagnosticLine(one), one]));
  return [...byLine.values()];
}

const inOrder = (a: Diagnostic, b: Diagnostic): number =>
  compare(a.span.file, b.span.file) ||
  a.span.line - b.span.line ||
  a.span.column - b.span.column ||
  compare(a.message, b.message);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * A diagnostic as `file:line:column: error: message`. A hint at a bot has its code and the number of its rule behind it, by which
 * docs/hints.md has it.
 */
export const diagnosticLine = ({ span, severity, message, code, rule }: Diagnostic): string =>
  `${span.file}:${String(span.line)}:${String(span.column)}: ${severity}: ${message.replaceAll('\n', ' ')}` +
  (rule === undefined ? '' : ` [${code}, ${rule}]`);
