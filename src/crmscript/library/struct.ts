import type { NativeFunction } from '../library.ts';
export const structMethods: readonly NativeFunction[] = [];
