import { createMatcher } from '../../../crmscript/regexp.ts';

/** So much work a pattern may make before it counts as one that does not match. */
const most = 1_000_000;

/** As the engine matches patterns of mocks: with a matcher whose work is counted, as anybody may have written the file. */
export function matchesPattern(pattern: string, text: string): boolean {
  const made = createMatcher(pattern);
  if ('error' in made) return false;
  let steps = 0;
  try {
    return (
      made.matcher.find(text, 0, (more) => {
        steps += more;
        if (steps > most) throw new TooLong();
      }) !== undefined
    );
  } catch (error) {
    if (error instanceof TooLong) return false;
    throw error;
  }
}

class TooLong extends Error {}
