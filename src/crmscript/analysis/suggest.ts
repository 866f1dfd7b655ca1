import type { Diagnostic, Span } from '../diagnostic.ts';
import { nearest } from '../syntax/nearest.ts';
import type { Problems } from '../syntax/problems.ts';

/** What is said of a name that nothing has, and the name that was meant where one is near. */
export type Unknown = { readonly message: string; readonly meant?: string; readonly written?: string };

export function unknown(message: string, written: string, candidates: Iterable<string>): Unknown {
  const meant = nearest(written, candidates);
  return meant === undefined
    ? { message, written }
    : { message: `${message} Did you mean "${meant}"?`, meant, written };
}

/** What an included script could have declared. */
const elsewhere: ReadonlySet<string> = new Set(['unknown-name', 'unknown-function', 'unknown-type']);

/** Reports it, with the change that writes the name that was meant. */
export function reportUnknown(
  problems: Problems,
  code: string,
  { message, meant, written }: Unknown,
  span: Span,
): void {
  // An include that was not found may have declared anything, as may what could not be read.
  if (problems.incomplete && problems.hasErrors && elsewhere.has(code)) return;
  if (written !== undefined && problems.hasErrors && problems.doubted.has(written)) return;
  const fix = meant === undefined ? undefined : replacement(span, meant);
  problems.error(code, message, span, fix);
}

const replacement = ({ start, end }: Span, text: string): Diagnostic['fix'] => ({
  label: `Write "${text}"`,
  start,
  end,
  text,
});
