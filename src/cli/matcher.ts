import { createPatternMatcher } from '../bots/pattern-matcher.ts';

/** Whether a text has a match of a pattern; a pattern from a file cannot hang the command line. */
export const matchesRegexp = createPatternMatcher().matches;
