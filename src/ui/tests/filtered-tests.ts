import type { Test } from '../../protocol/engine-api.ts';
import type { TestOutcome } from '../../protocol/tests-api.ts';

export type OutcomeFilter = 'all' | 'failed' | 'passed';

/**
 * The tests that a filter lets through: every word of it is part of the name, and one with `#` is the beginning of a tag, whatever
 * the case.
 */
export function filteredTests(
  tests: readonly Test[],
  outcomes: ReadonlyMap<string, TestOutcome>,
  wanted: string,
  show: OutcomeFilter,
): readonly Test[] {
  const words = wanted
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return tests.filter(({ id, name, tags }) => {
    const kind = outcomes.get(id)?.kind;
    if (show === 'passed' && kind !== 'passed') return false;
    if (show === 'failed' && (kind === undefined || kind === 'passed')) return false;
    const lower = name.toLowerCase();
    return words.every((word) =>
      word.startsWith('#')
        ? tags.some((tag) => tag.toLowerCase().startsWith(word.slice(1)))
        : lower.includes(word),
    );
  });
}
