import type { Site } from '../analysis/tree.ts';
import type { Run } from './run-state.ts';
import type { ScriptError } from './script-error.ts';

export type StackEntry = {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
};

const entry = ({ span, routine }: Site): StackEntry => ({
  name: routine.name,
  file: span.file,
  line: span.line,
  column: span.column,
});

/** The open calls with `depth` of them below `site`, innermost first. */
export function stackOf(run: Run, site: Site, depth: number): StackEntry[] {
  const stack = [entry(site)];
  for (let level = depth - 1; level >= 0; level--) {
    const caller = run.sites[level];
    if (caller !== undefined) stack.push(entry(caller));
  }
  return stack;
}

const shown = 10;

/** `file:line`, the functions that were open inside the `try` innermost first (crm §9.2). */
export function locationOf(run: Run, error: ScriptError, depth: number): string {
  const lines = [`${error.site.span.file}:${String(error.site.span.line)}`];
  for (let level = error.depth - 1; level >= depth && lines.length < shown; level--) {
    const caller = run.sites[level];
    if (caller !== undefined) lines.push(`${caller.span.file}:${String(caller.span.line)}`);
  }
  return lines.join(' <- ');
}
