import type { ScriptHits } from '../engine/script-hits.ts';
import { rateOf, statementShare } from '../testing/measure-coverage.ts';

/**
 * How much of each of these scripts has run, from 0 to 1: of the text that it was counted with last, as one that was saved anew is
 * another text.
 */
export function coveredShares(
  hits: readonly ScriptHits[],
  scripts: readonly number[],
): ReadonlyMap<number, number> {
  return new Map(
    scripts.flatMap((id): readonly (readonly [number, number])[] => {
      const last = hits.findLast(({ script }) => script.id === id);
      return last === undefined ? [] : [[id, rateOf(statementShare(last))]];
    }),
  );
}
