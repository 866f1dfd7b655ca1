import type { ShownVariable } from '../../engine/step-observer.ts';

/** Whether a value can be written by hand: a number, a text, a truth value. */
export const isWritable = ({ type, reference }: Pick<ShownVariable, 'type' | 'reference'>): boolean =>
  reference === undefined && ['Integer', 'Long', 'Float', 'String', 'Bool', 'Byte'].includes(type);

/** What a reference is called by the variables of a call: two names of one object, or none. */
export function namesByReference(
  variables: readonly ShownVariable[],
): ReadonlyMap<number, readonly string[]> {
  const names = new Map<number, string[]>();
  for (const { name, reference } of variables) {
    if (reference === undefined) continue;
    names.set(reference, [...(names.get(reference) ?? []), name]);
  }
  return names;
}
