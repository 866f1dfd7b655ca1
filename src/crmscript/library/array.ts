import type { NativeFunction } from '../library.ts';
export const arrayMethods: readonly NativeFunction[] = [];
