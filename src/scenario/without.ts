type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * `given` without what `defaults` says too, at any depth; undefined when nothing is left. A list is left out whole or
 * not at all, and so is a field that `defaults` does not know.
 */
export function without(given: unknown, defaults: unknown): unknown {
  if (!isRecord(given) || !isRecord(defaults)) return isSame(given, defaults) ? undefined : given;
  const left = Object.entries(given).flatMap(([key, value]) => {
    const rest = Object.hasOwn(defaults, key) ? without(value, defaults[key]) : value;
    return rest === undefined ? [] : [[key, rest] as const];
  });
  return left.length === 0 ? undefined : Object.fromEntries(left);
}

/** Whether two values of JSON say the same; the order of fields says nothing, a field without a value is none. */
function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => isSame(item, b[index]));
  if (!isRecord(a) || !isRecord(b)) return a === b;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => isSame(own(a, key), own(b, key)));
}

const own = (fields: Fields, key: string): unknown => (Object.hasOwn(fields, key) ? fields[key] : undefined);
