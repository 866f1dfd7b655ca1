import type { NativeFunction } from '../analysis/types/native.ts';

/** The same functions, with a remark for the reference on how they differ. */
export const differing = (differs: string, functions: readonly NativeFunction[]): readonly NativeFunction[] =>
  functions.map((native) => ({ ...native, differs }));
