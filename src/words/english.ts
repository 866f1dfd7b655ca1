import { grammar } from './english-grammar.ts';
import { damages, ofTheApp } from './english-app.ts';
import { refusals } from './english-refusals.ts';
import { failures, hints } from './english-scripts.ts';

/** Every code that stands in a log, a file or an answer, in English. */
export const english = { ...refusals, ...ofTheApp, ...damages, ...hints, ...failures, ...grammar };
