import { damages, ofTheApp } from './english-app.ts';
import { later } from './english-later.ts';

/** Every code that stands in a log, a file or an answer, in English. */
export const english = { ...ofTheApp, ...damages, ...later };
