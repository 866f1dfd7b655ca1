import { grammar } from './english-grammar.ts';
import { ofKeeping } from './english-keeping.ts';
import { failures, hints } from './english-scripts.ts';

/** What is said of scripts, of the most codes, and of what is kept elsewhere: of none before one has run. */
export const ofScripts = { ...hints, ...failures, ...grammar, ...ofKeeping };
