import { createMatcher } from '../crmscript/regexp.ts';

const stepLimit = 1_000_000;

class TooManySteps extends Error {}

/**
 * Whether a text has a match of a pattern, by the matcher of CRMScript, whose work is counted: a pattern
 * from a file cannot hang the command line (rulings 30). What takes too long, or is no pattern, matches nothing.
 */
export function matchesRegexp(pattern: string, text: string): boolean {
  const made = createMatcher(pattern);
  if ('error' in made) return false;
  let steps = 0;
  try {
    const spend = (more: number): void => {
      steps += more;
      if (steps > stepLimit) throw new TooManySteps();
    };
    return made.matcher.find(text, 0, spend) !== undefined;
  } catch (error) {
    if (error instanceof TooManySteps) return false;
    throw error;
  }
}
