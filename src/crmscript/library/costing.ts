import type { NativeFunction, NativeImplementation } from '../analysis/types/native.ts';

type Any = (...args: readonly unknown[]) => unknown;

const after = (work: number, native: NativeImplementation): NativeImplementation => {
  const run = native as unknown as Any;
  return (context, ...args: readonly unknown[]) => {
    context.work(work);
    return run(context, ...args);
  };
};

/** The same functions, each of which takes so much work whatever it is given. */
export const costing = (work: number, natives: readonly NativeFunction[]): readonly NativeFunction[] =>
  natives.map((native) => ({
    ...native,
    ...(native.run && { run: after(work, native.run) }),
    ...(native.changes && { changes: after(work, native.changes) }),
  }));

/** Texts up to this length are paid with the call. */
const shortText = 64;
const workOfCharacter = 64;

/** The same function, for which the characters of its long texts are paid as those of names that are looked up. */
export function payingForTexts(native: NativeImplementation): NativeImplementation {
  const run = native as unknown as Any;
  return (context, ...args: readonly unknown[]) => {
    for (const value of args) {
      if (typeof value === 'string' && value.length > shortText) context.work(workOfCharacter * value.length);
    }
    return run(context, ...args);
  };
}
