import { ofCourses } from './english-course.ts';
import { grammar } from './english-grammar.ts';
import { ofKeeping } from './english-keeping.ts';
import { refusals } from './english-refusals.ts';
import { ofRenaming } from './english-renaming.ts';
import { failures, hints } from './english-scripts.ts';
import { ofTests } from './english-tests.ts';

/** What nobody reads before something is refused or a script has run: why not, what is said of scripts, what is kept elsewhere. */
export const later = {
  ...refusals,
  ...hints,
  ...failures,
  ...grammar,
  ...ofRenaming,
  ...ofKeeping,
  ...ofTests,
  ...ofCourses,
};
