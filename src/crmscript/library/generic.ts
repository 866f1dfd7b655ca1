import type { LibraryPart } from '../library.ts';
export const genericPart: LibraryPart = {};
