import type { LibraryPart } from '../library.ts';
export const xmlPart: LibraryPart = {};
