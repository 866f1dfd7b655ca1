import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { packCommandLine } from '../build/cli-package/pack.ts';
import { median } from './statistics.ts';

/*
 * `npm run bench:start`: how long the packaged command line takes from its start on: a script that is checked, and each server until it has
 * answered `initialize`. Rounds of all of them follow one another, beside Node that does nothing.
 */

const rounds = 15;
const work = mkdtempSync(join(tmpdir(), 'rehearsal-start-'));
const program = join(work, 'cli/lib/rehearsal.js');

function ends(...args: readonly string[]): number {
  const start = performance.now();
  spawnSync(process.execPath, [...args], { cwd: work });
  return performance.now() - start;
}

function answers(server: string, initialize: object): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, [program, server], { cwd: work });
  const text = JSON.stringify(initialize);
  child.stdin.write(`Content-Length: ${String(Buffer.byteLength(text))}\r\n\r\n${text}`);
  return new Promise((resolve) => {
    child.stdout.once('data', () => {
      resolve(performance.now() - start);
      child.kill();
    });
  });
}

const timed: Readonly<Record<string, () => number | Promise<number>>> = {
  'node -e 0': () => ends('-e', '0'),
  'rehearsal check': () => ends(program, 'check', 'hello.crmscript'),
  'rehearsal lsp': () =>
    answers('lsp', {
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {} },
    }),
  'rehearsal dap': () =>
    answers('dap', { seq: 1, type: 'request', command: 'initialize', arguments: { adapterID: 'rehearsal' } }),
};

try {
  await packCommandLine(join(work, 'cli'));
  writeFileSync(join(work, 'hello.crmscript'), 'print("Hello");\n');
  const taken = new Map<string, number[]>(Object.keys(timed).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++)
    for (const [name, time] of Object.entries(timed)) {
      const took = await time();
      // The first round reads the files from the disk.
      if (round > 0) taken.get(name)?.push(took);
    }
  const nothing = median(taken.get('node -e 0') ?? []);
  process.stdout.write(`load ${(loadavg()[0] ?? 0).toFixed(1)}\n`);
  for (const [name, all] of taken) {
    const middle = median(all);
    const ratio = (middle / nothing).toFixed(1);
    process.stdout.write(
      `${name.padEnd(16)} ${middle.toFixed(0).padStart(5)} ms, least ${Math.min(...all).toFixed(0)}, ratio ${ratio}\n`,
    );
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
