import type { Site } from '../analysis/types/bound-tree.ts';
import type { StackEntry } from './failure.ts';
import type { Run } from './run-state.ts';
import type { ScriptError } from './script-error.ts';

const entry = ({ span, routine }: Site): StackEntry => ({
  name: routine.name,
  file: span.file,
  line: span.line,
  column: span.column,
});

/** Of a deep stack the ends are shown: an event of a thousand calls would say nothing more. */
const innermost = 20;
const outermost = 10;

/** All calls that are open with `depth` of them below `site`, innermost first. */
export const callsAt = (run: Run, site: Site, depth: number): StackEntry[] =>
  [site, ...run.sites.slice(0, depth).reverse()].map(entry);

/** The open calls as they are shown: many in the middle stand as one entry. */
export function shortened(calls: readonly StackEntry[]): readonly StackEntry[] {
  const left = calls.length - innermost - outermost;
  const last = calls[calls.length - outermost - 1];
  if (left <= 1 || last === undefined) return calls;
  const between = { ...last, name: `(${String(left)} more calls)` };
  return [...calls.slice(0, innermost), between, ...calls.slice(-outermost)];
}

const shown = 10;

/** `file:line`, the functions that were open inside the `try` innermost first (crm §9.2). */
export function locationOf(run: Run, { inside, site, depth: open }: ScriptError, depth: number): string {
  const own = [site, ...run.sites.slice(Math.max(depth, open - shown), open).reverse()].map(entry);
  return [...(inside?.calls ?? []), ...own]
    .slice(0, shown)
    .map(({ file, line }) => `${file}:${String(line)}`)
    .join(' <- ');
}
