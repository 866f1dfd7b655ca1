import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const main = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  });

/** A scenario in which scripts in JavaScript are run by hand, one after the other. */
function scenarioOf(folder: string, sources: readonly string[], order: readonly number[]): string {
  const scripts = sources.map((source, index) => ({
    id: index + 1,
    name: `script ${String(index + 1)}`,
    language: 'javascript',
    source,
  }));
  const file = join(folder, 'scripts.json');
  const steps = order.map((script) => ({ input: { type: 'admin.runsScript', script } }));
  const world = { startsAt: '2026-03-02T09:00:00Z', folders: [{ id: 1, name: 'Scripts', scripts }] };
  writeFileSync(
    file,
    JSON.stringify({ format: 'rehearsal-scenario', version: 1, name: 'Scripts', world, steps }),
  );
  return file;
}

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

  it('plays scripts in JavaScript in a thread, and writes what they do once', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rehearsal-cli-'));
    const file = scenarioOf(folder, ['console.log("one");', 'printLine("two");'], [1, 2]);

    const { status, stdout, stderr } = main('replay', file, '--events');

    const printed = stdout.split('\n').filter((line) => line.includes('"script.printed"'));
    expect(printed.map((line) => (JSON.parse(line) as { text: string }).text.trim())).toEqual(['one', 'two']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    rmSync(folder, { recursive: true });
  });

  if (process.env['REHEARSAL_HOSTILE'] === '1')
    it('ends a script that hangs, and plays the file again without it from that step on', () => {
      const folder = mkdtempSync(join(tmpdir(), 'rehearsal-cli-'));
      const stuck = '"a".repeat(4e6).indexOf("a".repeat(2e6) + "b");';
      const file = scenarioOf(folder, ['console.log("one");', stuck], [1, 2, 1, 2]);

      const { status, stdout, stderr } = main('replay', file, '--events');

      const kinds = stdout
        .split('\n')
        .flatMap((line) => /"kind":"(\w+)"|"text":"(one)"/.exec(line)?.slice(1) ?? []);
      expect(kinds.filter((kind) => kind)).toEqual(['one', 'LeftOut', 'one', 'LeftOut']);
      expect(stderr).toMatch(/^Step 2: script 2 did not come to an end within 10 s\./);
      expect(status).toBe(0);
      rmSync(folder, { recursive: true });
    });
});
