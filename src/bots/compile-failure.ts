import type { Diagnostic, Span } from '../crmscript/diagnostic.ts';

export type CompileFailure = { readonly kind: 'CompileError'; readonly text: string; readonly span: Span };

const placed = ({ span, message }: Diagnostic): string =>
  `${span.file}:${String(span.line)}:${String(span.column)} ${message}`;

/** Why a text did not compile. The place is that of the first error; the text has all of them. */
export function compileFailure(file: string, diagnostics: readonly Diagnostic[]): CompileFailure {
  const errors = diagnostics.filter(({ severity, runs }) => severity === 'error' && runs !== true);
  const [first] = errors;
  const span = first?.span ?? { file, start: 0, end: 0, line: 1, column: 1 };
  const text = errors.length === 1 && first !== undefined ? first.message : errors.map(placed).join('\n');
  return { kind: 'CompileError', text, span };
}
