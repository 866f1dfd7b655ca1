type AnyCall = (...given: readonly unknown[]) => Promise<unknown>;

/** An interface each of whose calls waits for the part that answers it, and fails where that cannot be loaded. */
export function allLater<Api extends object>(
  calls: Readonly<Record<keyof Api, true>>,
  part: () => Promise<Api>,
): Api {
  const late = (name: keyof Api): AnyCall => {
    return async (...given) => ((await part())[name] as AnyCall)(...given);
  };
  const names = Object.keys(calls) as (keyof Api)[];
  return Object.fromEntries(names.map((name) => [name, late(name)])) as unknown as Api;
}
