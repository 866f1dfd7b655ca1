import { compilePattern, PatternError } from './regexp/pattern.ts';
import type { MatchResult } from './regexp/match-result.ts';
import { Search } from './regexp/search.ts';

export type Matcher = {
  /**
   * The first match at or after `from`. Each node that is visited counts as a step; `spend` is told from
   * time to time how many there were, and ends a search that takes too long by throwing.
   */
  find(text: string, from: number, spend: (steps: number) => void): MatchResult | undefined;
};

/**
 * Makes a matcher for a pattern that is not trusted: an own backtracking one whose work is counted, never
 * the host's (reliability M16). Knows what patterns of SuperOffice use: groups, classes, quantifiers,
 * anchors, look-ahead, back references.
 */
export function createMatcher(
  pattern: string,
  options: { readonly ignoreCase?: boolean } = {},
): { readonly matcher: Matcher } | { readonly error: string } {
  try {
    const compiled = compilePattern(pattern, options.ignoreCase === true);
    return {
      matcher: { find: (text, from, spend) => new Search(compiled, text, spend).find(from) },
    };
  } catch (error) {
    if (error instanceof PatternError) return { error: error.message };
    throw error;
  }
}
