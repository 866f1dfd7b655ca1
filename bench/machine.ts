import { execFileSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem, type } from 'node:os';

/** What the figures of a run depend on besides the program. */
export type Machine = {
  readonly processor: string;
  readonly processors: number;
  readonly memory: string;
  readonly system: string;
  readonly node: string;
  readonly browser: string;
  /** How busy the machine was, over the minute before the run and over its last minute. */
  readonly load: readonly [before: number, after: number];
  /** The commit, with a plus when files differ from it. */
  readonly commit: string;
};

export function machineFacts(browser: string, loadBefore: number): Machine {
  const processors = cpus();
  return {
    processor: processors[0]?.model.trim() ?? 'unknown',
    processors: processors.length,
    memory: `${String(Math.round(totalmem() / 2 ** 30))} GiB`,
    system: `${type()} ${release()}`,
    node: process.versions.node,
    browser: `Chromium ${browser}`,
    load: [loadBefore, load()],
    commit: commit(),
  };
}

export const load = (): number => loadavg()[0] ?? 0;

function commit(): string {
  const git = (...args: string[]) =>
    execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    const changed = git('status', '--porcelain', '--', 'src', 'bench', 'package.json').trim() !== '';
    return git('rev-parse', '--short', 'HEAD').trim() + (changed ? '+' : '');
  } catch {
    return 'unknown';
  }
}
