import type { Diagnostic } from '../crmscript/diagnostic.ts';

/** Diagnostics as `file:line:column: error: message`, hints at bots with `[code, rule]` behind them, sorted by place, each said once. */
export function diagnosticLines(diagnostics: readonly Diagnostic[]): string[] {
  return [...new Set([...diagnostics].sort(inOrder).map(lineOf))];
}

const inOrder = (a: Diagnostic, b: Diagnostic): number =>
  compare(a.span.file, b.span.file) ||
  a.span.line - b.span.line ||
  a.span.column - b.span.column ||
  compare(a.message, b.message);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A hint at a bot says its code and the number of its rule, by which docs/hints.md has it. */
const lineOf = ({ span, severity, message, code, rule }: Diagnostic): string =>
  `${span.file}:${String(span.line)}:${String(span.column)}: ${severity}: ${message.replaceAll('\n', ' ')}` +
  (rule === undefined ? '' : ` [${code}, ${rule}]`);
