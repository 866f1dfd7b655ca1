import { branchShare, linesOf } from '../testing/measure-coverage.ts';
import type { CoveredFile } from './covered-files.ts';

/**
 * Coverage in the format of LCOV's tracefiles, which genhtml and editors read: lines with the hits of their most frequent
 * statement, and a block for each branch with its ways. Functions are not told apart.
 */
export const lcov = (files: readonly CoveredFile[]): string => files.flatMap(record).join('');

function record({ path, script }: CoveredFile): string[] {
  const lines = linesOf(script);
  const hits = new Map(lines.map((line) => [line.line, line.hits]));
  const ways = branchShare(script);
  const branches = script.branches.flatMap(({ line, ways: taken }, block) =>
    taken.map((count, way) => {
      // A line that never ran has ways that nobody could take.
      const times = (hits.get(line) ?? 0) === 0 ? '-' : String(count);
      return `BRDA:${String(line)},${String(block)},${String(way)},${times}`;
    }),
  );
  return [
    'TN:',
    `SF:${path}`,
    ...branches,
    ...(ways.total === 0 ? [] : [`BRF:${String(ways.total)}`, `BRH:${String(ways.covered)}`]),
    ...lines.map((line) => `DA:${String(line.line)},${String(line.hits)}`),
    `LF:${String(lines.length)}`,
    `LH:${String(lines.filter((line) => line.hits > 0).length)}`,
    'end_of_record',
  ].map((line) => `${line}\n`);
}
