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

/** Of a deep stack the ends are shown: an event of a thousand calls would say nothing more. */
const innermost = 20;
const outermost = 10;

/** The open calls with `depth` of them below `site`, innermost first. Many in the middle stand as one entry. */
export function stackOf(run: Run, site: Site, depth: number): StackEntry[] {
  const sites = [site, ...run.sites.slice(0, depth).reverse()];
  const left = sites.length - innermost - outermost;
  const last = sites[sites.length - outermost - 1];
  if (left <= 1 || last === undefined) return sites.map(entry);
  const between = { ...entry(last), name: `(${String(left)} more calls)` };
  return [...sites.slice(0, innermost).map(entry), between, ...sites.slice(-outermost).map(entry)];
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
