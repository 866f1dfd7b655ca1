import type { LibraryPart } from '../library.ts';
export const vectorPart: LibraryPart = {};
