import type { Diagnostic } from '../crmscript/diagnostic.ts';

/** Diagnostics as `file:line:column: error: message`, sorted by place, each said once. */
export function diagnosticLines(diagnostics: readonly Diagnostic[]): string[] {
  return [...new Set([...diagnostics].sort(inOrder).map(lineOf))];
}

const inOrder = (a: Diagnostic, b: Diagnostic): number =>
  compare(a.span.file, b.span.file) ||
  a.span.line - b.span.line ||
  a.span.column - b.span.column ||
  compare(a.message, b.message);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const lineOf = ({ span, severity, message }: Diagnostic): string =>
  `${span.file}:${String(span.line)}:${String(span.column)}: ${severity}: ${message.replaceAll('\n', ' ')}`;
