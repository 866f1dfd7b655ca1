import { damages, ofTheApp } from './english-app.ts';
import { ofScripts } from './english-of-scripts.ts';
import { refusals } from './english-refusals.ts';

/** Every code that stands in a log, a file or an answer, in English. */
export const english = { ...refusals, ...ofTheApp, ...damages, ...ofScripts };
