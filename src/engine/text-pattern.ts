import { fitsWildcards } from './wildcards.ts';

/** `*` in the pattern is any run of characters; without it the texts must be the same. Linear. */
export const isLikeText = (text: string, pattern: string): boolean => fitsWildcards(text, pattern, '*');
