import { createMatcher } from '../crmscript/regexp.ts';
import type { CodedText } from '../engine/codes.ts';
import { coded } from './codes.ts';

const stepLimit = 1_000_000;

class TooManySteps extends Error {}

export type PatternMatcher = {
  /** Whether a text has a match of a pattern. What takes too long, or is no pattern, matches nothing. */
  readonly matches: (pattern: string, text: string) => boolean;
  /** Why a pattern that was asked for decides nothing; null when it does. */
  readonly troubleOf: (pattern: string) => CodedText | null;
};

/**
 * The matcher of CRMScript for what is expected of texts. Its work is counted: a pattern from a file can hang nobody
 * (rulings 30). `paid` is told of the work as it is done, and may end it by throwing.
 */
export function createPatternMatcher(paid: (steps: number) => void = () => {}): PatternMatcher {
  const troubles = new Map<string, CodedText>();
  return {
    matches(pattern, text) {
      const made = createMatcher(pattern);
      if ('error' in made) {
        troubles.set(pattern, coded('pattern-unreadable', { pattern, why: made.error }));
        return false;
      }
      let steps = 0;
      const spend = (more: number): void => {
        paid(more);
        steps += more;
        if (steps > stepLimit) throw new TooManySteps();
      };
      try {
        return made.matcher.find(text, 0, spend) !== undefined;
      } catch (error) {
        if (!(error instanceof TooManySteps)) throw error;
        troubles.set(pattern, coded('pattern-too-long', { pattern }));
        return false;
      }
    },
    troubleOf: (pattern) => troubles.get(pattern) ?? null,
  };
}
