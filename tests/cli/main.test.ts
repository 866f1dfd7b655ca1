import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const main = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  });

describe('the command line as a process', { timeout: 60_000 }, () => {
  it('plays a scenario at a path that counts from the project', () => {
    const { status, stdout } = main('replay', 'public/scenarios/first-visit.json');

    expect(status).toBe(0);
    expect(stdout).toBe('ok      public/scenarios/first-visit.json: Echobot and Echobot2 (2 steps)\n');
  });

  it('answers 2 when it is called wrongly', () => {
    const { status, stdout, stderr } = main('replay', 'none.json');

    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe('none.json: there is no such file.\n');
  });
});
