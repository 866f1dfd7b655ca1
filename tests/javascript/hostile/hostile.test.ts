import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { outcomeOf } from './outcome.ts';
import { hangingPrograms, hostilePrograms, slowPrograms } from './programs.ts';

/** `npm run test:hostile` runs the slow ones too, each with all that a step may cost. */
const isLong = process.env['REHEARSAL_HOSTILE'] === '1';

/** What each may have, and how much of that is enough to see that it does not end. */
const all = { limit: 5_000_000 };
const some = { price: { limit: 500_000 }, memory: { limit: 5_000_000, memory: 8 * 1024 * 1024 } };

/** One program of each kind fills everything, always. */
const filling = 'texts of a megabyte, caught for ever';

describe(`hostile programs: ${String(hostilePrograms.length)}`, () => {
  it.each(hostilePrograms.map((program) => [program.name, program] as const))('%s', async (_, program) => {
    const { name, outcome } = program;
    const isCut = !isLong && name !== filling && (outcome === 'price' || outcome === 'memory');

    expect(await outcomeOf(program, isCut ? some[outcome] : all)).toEqual(outcome);
    // The next run is none the wiser.
    const after = {
      name: '',
      source: 'console.log([].concat(1).length, typeof left);',
      outcome: 'thrown' as const,
    };
    expect(await outcomeOf(after, all)).toEqual({ prints: '1 undefined' });
  });
});

if (isLong)
  describe(`slow hostile programs: ${String(slowPrograms.length)}`, () => {
    it.each(slowPrograms.map((program) => [program.name, program] as const))(
      '%s',
      async (_, program) => {
        expect(await outcomeOf(program, all)).toEqual(program.outcome);
      },
      300_000,
    );
  });

if (isLong)
  describe(`programs that hang: ${String(hangingPrograms.length)}`, () => {
    it.each(hangingPrograms.map((program, index) => [program.name, index] as const))(
      '%s',
      async (_, index) => {
        expect(await killedWhileRunning(index)).toBe(true);
      },
      120_000,
    );
  });

/** Runs one in a process of its own, and ends that after so long: whether it was still running. */
function killedWhileRunning(index: number, milliseconds = 5_000): Promise<boolean> {
  const script = fileURLToPath(new URL('run-hanging.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, String(index)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let written = '';
    child.stdout.on('data', (data: Buffer) => {
      written += data.toString();
      if (written === 'running\n') setTimeout(() => child.kill('SIGKILL'), milliseconds);
    });
    child.on('error', reject);
    child.on('close', () => {
      resolve(written === 'running\n');
    });
  });
}
