import type { LineCoverage } from '../../protocol/coverage.ts';

/** Lines one after the other, the first and the last of them. */
export type Range = { readonly from: number; readonly to: number };

/**
 * The stretches of lines of which nothing ran. A line with nothing to run, such as a brace, does not end one; a line of which
 * something ran does.
 */
export function rangesOf(lines: readonly LineCoverage[]): readonly Range[] {
  const ranges: { from: number; to: number }[] = [];
  let isOpen = false;
  for (const { line, hits } of lines) {
    const last = ranges.at(-1);
    if (hits > 0) isOpen = false;
    else if (isOpen && last !== undefined) last.to = line;
    else {
      ranges.push({ from: line, to: line });
      isOpen = true;
    }
  }
  return ranges;
}
