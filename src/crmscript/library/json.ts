import type { LibraryPart } from '../library.ts';
export const jsonPart: LibraryPart = {};
