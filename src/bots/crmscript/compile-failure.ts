import type { Diagnostic, Span } from '../../crmscript/diagnostic.ts';
import type { CodedText } from '../../crmscript/codes.ts';

export type CompileFailure = {
  readonly kind: 'CompileError';
  /** What a script reads that catches it: all errors in words. */
  readonly text: string;
  readonly said: CodedText;
  readonly span: Span;
};

/** So many further errors are told with the first one. */
const mostOthers = 9;

const placed = ({ span, message }: Diagnostic): string =>
  `${span.file}:${String(span.line)}:${String(span.column)} ${message}`;

/**
 * Why a text did not compile. The place is that of the first error, the code too: what would mend it only an editor knows
 * (rulings 43).
 */
export function compileFailure(file: string, diagnostics: readonly Diagnostic[]): CompileFailure {
  const errors = diagnostics.filter(({ severity, runs }) => severity === 'error' && runs !== true);
  const [first] = errors;
  const span = first?.span ?? { file, start: 0, end: 0, line: 1, column: 1 };
  const text = errors.length === 1 && first !== undefined ? first.message : errors.map(placed).join('\n');
  return { kind: 'CompileError', text, said: saidOf(errors), span };
}

/** Names in a script may be as long as the script. */
const longestParam = 200;

/** The code of a problem and what belongs to it. */
function problemOf(diagnostic: Diagnostic | undefined) {
  const { near = '', ...params } = diagnostic?.params ?? {};
  const known = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.slice(0, longestParam) : value,
  ]);
  return {
    code: diagnostic?.code ?? '',
    params: { near, ...Object.fromEntries(known) } as CodedText['params'],
  };
}

function saidOf([first, ...others]: readonly Diagnostic[]): CodedText {
  const { code, params } = problemOf(first);
  if (others.length === 0) return { code, params };
  const told = others.slice(0, mostOthers).map((other) => {
    const { file, line, column } = other.span;
    return { ...problemOf(other), file, line, column };
  });
  return { code, params: { ...params, others: told, more: others.length - told.length } };
}
