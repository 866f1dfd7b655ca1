import type { Check } from '../../protocol/course-api.ts';

type Checks = readonly Check[];

const without = ({ from: _, ...check }: Check): Check => check;

/** A name that no other check has: with a number behind it where it is taken. */
export function freeName(name: string, checks: Checks): string {
  const taken = new Set(checks.map((check) => check.name));
  if (!taken.has(name)) return name;
  for (let n = 2; ; n += 1) if (!taken.has(`${name} (${String(n)})`)) return `${name} (${String(n)})`;
}

/** Whether two checks wait for the same. */
export const isSame = (one: Pick<Check, 'expect'>, other: Pick<Check, 'expect'>): boolean =>
  JSON.stringify(one.expect) === JSON.stringify(other.expect);

/** With one more check at a place, the end where none is given. */
export const withCheck = (checks: Checks, check: Check, at = checks.length): Checks =>
  checks.toSpliced(at, 0, { ...check, name: freeName(check.name, checks) });

/** Without a check. Those that counted from it count from where it did. */
export function withoutCheck(checks: Checks, name: string): Checks {
  const from = checks.find((check) => check.name === name)?.from;
  return checks
    .filter((check) => check.name !== name)
    .map((check) => (check.from !== name ? check : from === undefined ? without(check) : { ...check, from }));
}

/** With another check in the place of one; those that count from it know its new name. */
export function withChanged(checks: Checks, name: string, now: Check): Checks {
  const others = checks.filter((check) => check.name !== name);
  const called = freeName(now.name, others);
  return checks.map((check) => {
    if (check.name === name) return { ...now, name: called };
    return check.from === name ? { ...check, from: called } : check;
  });
}

/** With a check one place further up or down. One that would stand before the check that it counts from counts from the start. */
export function withMoved(checks: Checks, name: string, by: 1 | -1): Checks {
  const at = checks.findIndex((check) => check.name === name);
  const moved = checks[at];
  const to = at + by;
  if (moved === undefined || to < 0 || to >= checks.length) return checks;
  const seen = new Set<string>();
  return checks
    .toSpliced(at, 1)
    .toSpliced(to, 0, moved)
    .map((check) => {
      const isFound = check.from === undefined || seen.has(check.from);
      seen.add(check.name);
      return isFound ? check : without(check);
    });
}
