import type { Log } from '../storage/log.ts';

/** The name, with a number behind it where another workspace than `id` has it already (rel I19). */
export async function freeName(log: Log, name: string, id: string): Promise<string> {
  const others = (await log.workspaces()).filter((one) => one.id !== id);
  const taken = new Set(others.map((one) => one.name));
  for (let n = 2; ; n += 1) {
    const free = n === 2 && !taken.has(name) ? name : `${name} ${String(n)}`;
    if (!taken.has(free)) return free;
  }
}
