import type { LibraryPart } from '../library.ts';
export const cryptoPart: LibraryPart = {};
