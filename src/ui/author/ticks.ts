import type { Check } from '../../protocol/course-api.ts';
import type { SuggestedCheck } from '../../protocol/course-files.ts';
import { checkSentence } from '../checks/check-text.ts';
import type { Cast } from '../checks/cast.ts';
import { isSame, withCheck, withoutCheck } from './check-edits.ts';

type Checks = readonly Check[];
type Suggestions = readonly SuggestedCheck[];

/** The check that a suggestion has become; undefined where it is not ticked. */
export const tickedAs = (checks: Checks, one: SuggestedCheck): Check | undefined =>
  checks.find((check) => isSame(check, one.check));

/** What was suggested and stands among the checks goes where it happened; what was made by hand stays where it is. */
function placeFor(checks: Checks, suggestions: Suggestions, one: SuggestedCheck): number {
  const order = (check: Pick<Check, 'expect'>) =>
    suggestions.findIndex((other) => isSame(other.check, check));
  const at = checks.findIndex((check) => order(check) > order(one.check));
  return at < 0 ? checks.length : at;
}

/** With a suggestion as a check, named by what it says. */
export function withTicked(
  checks: Checks,
  suggestions: Suggestions,
  one: SuggestedCheck,
  cast: Cast,
): Checks {
  if (tickedAs(checks, one) !== undefined) return checks;
  const check = { ...one.check, name: checkSentence(one.check, cast) };
  return withCheck(checks, check, placeFor(checks, suggestions, one));
}

export function withoutTicked(checks: Checks, one: SuggestedCheck): Checks {
  const check = tickedAs(checks, one);
  return check === undefined ? checks : withoutCheck(checks, check.name);
}
