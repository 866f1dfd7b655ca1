import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { limits } from '../../src/scenario/limits.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { minimal, problemsOf } from './scenarios.ts';

/** So many folders with 100 scripts each. */
const folders = (count: number) =>
  Array.from({ length: count }, (_, f) => ({
    name: `Folder ${String(f)}`,
    scripts: Array.from({ length: 100 }, (__, s) => ({ id: f * 100 + s + 1, name: `script ${String(s)}` })),
  }));

describe('the limits of a file', () => {
  it('count the scripts of all folders together', () => {
    expect(problemsOf(minimal({ folders: folders(100) }))).toEqual([]);
    expect(problemsOf(minimal({ folders: folders(101) }))).toEqual([
      { path: 'world.folders', message: 'A world holds at most 10000 scripts, not 10100.' },
    ]);
  });

  it('take a message of the length that the chat takes, and none that is longer', () => {
    const written = (length: number) => {
      const connects = { input: { type: 'customer.connects', channel: 1 } };
      const writes = { input: { type: 'customer.writes', session: 1, text: 'a'.repeat(length) } };
      return { ...minimal({ channels: [{ id: 1, name: 'A' }] }), steps: [connects, writes] };
    };

    expect(problemsOf(written(32_768))).toEqual([]);
    expect(problemsOf(written(32_769)).map(({ path }) => path)).toEqual(['steps[1].input.text']);
  });

  it('are wide enough for a long recording of a large world', () => {
    const step = { at: '+1ms', input: { type: 'clock.advances', by: 1 }, expect: [{ refused: false }] };
    const rows = Array.from({ length: 50_000 }, (_, id) => ({ id, name: 'x', value: null }));
    const file = {
      ...minimal({ tables: { a: rows } }),
      steps: Array.from({ length: limits.steps }, () => step),
    };

    expect(parseScenario(JSON.stringify(file)).ok).toBe(true);
  });

  it('stand in the documentation', () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/scenario-format.md'), 'utf8');
    const said = [limits.steps, limits.scripts, limits.text].map((limit) => limit.toLocaleString('en'));

    for (const limit of [...said, '64 MiB a file', '16 MiB a script', '64 levels of nesting'])
      expect(page.replaceAll(/\s+/g, ' ')).toContain(limit);
  });
});
