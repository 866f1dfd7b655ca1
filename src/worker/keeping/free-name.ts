import { limits } from '../../scenario/limits.ts';
import type { Log } from '../../storage/log.ts';

/** The name in as many characters as a file can say (docs/scenario-format.md "What is refused"), none of them cut in two. */
export const shortened = (name: string, most: number = limits.name): string =>
  name
    .trim()
    .slice(0, most)
    .replace(/[\uD800-\uDBFF]$/, '');

/** The name, with a number behind it where another workspace than `id` has it already (rel I19). */
export async function freeName(log: Log, wanted: string, id: string): Promise<string> {
  const others = (await log.workspaces()).filter((one) => one.id !== id);
  const taken = new Set(others.map((one) => one.name));
  const name = shortened(wanted);
  if (!taken.has(name)) return name;
  for (let n = 2; ; n += 1) {
    const number = ` ${String(n)}`;
    const free = shortened(name, limits.name - number.length) + number;
    if (!taken.has(free)) return free;
  }
}
