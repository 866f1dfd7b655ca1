import type { Diagnostic } from '../../../crmscript/diagnostic.ts';
import { words } from '../../words/words.ts';
import { includesIn } from './includes.ts';

/** What is wrong in the script itself. What it includes is checked as a script of its own. */
export const ownProblems = (found: readonly Diagnostic[], file: string): readonly Diagnostic[] =>
  found.filter(({ span }) => span.file === file);

/**
 * What an editor shows for a script: its own problems, and the errors of what it includes, which keep it from
 * running as well, at the line that takes them in.
 */
export function shownProblems(
  found: readonly Diagnostic[],
  file: string,
  source: string,
): readonly Diagnostic[] {
  const others = found.filter(({ span, severity }) => span.file !== file && severity === 'error');
  return [...ownProblems(found, file), ...others.map((one) => atInclude(one, file, source))];
}

function atInclude({ span: there, ...found }: Diagnostic, file: string, source: string): Diagnostic {
  const includes = includesIn(source);
  const named = includes.find(({ name }) => name.toLowerCase() === there.file.toLowerCase());
  const { start, end } = named ?? includes[0] ?? { start: 0, end: 0 };
  const line = source.slice(0, start).split('\n').length;
  const { severity, code, message } = found;
  return {
    severity,
    code,
    message: `${words.place(there.file, there.line, there.column)}: ${message}`,
    span: { file, start, end, line, column: 1 },
  };
}
