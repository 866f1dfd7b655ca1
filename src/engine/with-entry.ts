/** The record with one entry changed. Own keys only, so that names such as `__proto__` are ordinary. */
export function withEntry<V>(
  entries: Readonly<Record<string, V>>,
  key: string | number,
  change: (old: V | undefined) => V,
): Readonly<Record<string, V>> {
  const name = String(key);
  const old = Object.hasOwn(entries, name) ? entries[name] : undefined;
  return Object.fromEntries([
    ...Object.entries(entries).filter(([other]) => other !== name),
    [name, change(old)],
  ]);
}
