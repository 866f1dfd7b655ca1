import type { Diagnostic } from '../crmscript/diagnostic.ts';
import type { Played } from './played.ts';
import { linesOfJson } from './lines-of-json.ts';

/*
 * Commands of GitHub's workflows: a line of a job's output that begins with `::error` stands beside the line of the file
 * that it names, where a change is looked at.
 */

type Place = { readonly file: string; readonly line?: number; readonly col?: number; readonly title: string };

/** What failed in the scenarios, at the line of the file that asks for it. `textOf` gives a file's text, if it is one. */
export const failureAnnotations = (
  played: readonly Played[],
  textOf: (file: string) => string | undefined,
): readonly string[] =>
  played.flatMap(({ file, scenario, result }) => {
    const failures = result.steps.flatMap((step) => step.failures.map((failure) => ({ step, failure })));
    const text = failures.length === 0 ? undefined : textOf(file);
    const lines = text === undefined ? undefined : linesOfJson(text);
    return failures.map(({ step, failure }) => {
      const title = `${scenario.name}: step ${String(step.index)}`;
      const line = lines?.(failure.path);
      return command('error', { file, ...(line !== undefined && { line }), title }, failure.message);
    });
  });

const levels = { error: 'error', warning: 'warning', hint: 'notice' } as const;

/** What is wrong with a script, at its place. */
export const diagnosticAnnotation = ({ span, severity, code, message }: Diagnostic): string =>
  command(levels[severity], { file: span.file, line: span.line, col: span.column, title: code }, message);

function command(level: string, place: Place, message: string): string {
  const properties = Object.entries(place).map(([name, value]) => `${name}=${escapedIn(String(value))}`);
  return `::${level} ${properties.join(',')}::${escaped(message)}`;
}

const escaped = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapedIn = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
