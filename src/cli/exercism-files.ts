import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { exercismResults } from '../course/exercism.ts';
import type { ResultFile } from '../course/result.ts';
import type { Verified } from '../course/verify-result.ts';
import { freeFileName, safeFileName } from '../scenario/file-name.ts';
import { writeText } from './files.ts';
import { UsageError, type Terminal } from './terminal.ts';

/**
 * Writes the results of each person as test results in the format of Exercism's test runners, `<name>.results.json`: with the checks as they stand when
 * what was played is played again; of one that cannot be played as its lesson none has passed, unless its course is not at hand.
 */
export function writeExercism(
  { folder }: Pick<Terminal, 'folder'>,
  dir: string,
  all: readonly (Verified & { readonly result: ResultFile })[],
): void {
  try {
    mkdirSync(resolve(folder, dir), { recursive: true });
  } catch (error) {
    throw new UsageError(`${dir} cannot be made: ${error instanceof Error ? error.message : String(error)}`);
  }
  const people = new Set(all.map(({ result }) => result.name));
  const taken = new Set<string>();
  for (const name of people) {
    const results = all.filter(({ result }) => result.name === name);
    const file = freeFileName(safeFileName(name, 80, 'nobody'), taken);
    writeText(folder, join(dir, `${file}.results.json`), exercismResults(results.map(asPlayed)));
  }
}

function asPlayed({ result, state, verified }: Verified & { readonly result: ResultFile }): ResultFile {
  if (state === null && verified === 'unverified') return result;
  const passed = new Set(state?.checks.filter((check) => check.state === 'passed').map(({ name }) => name));
  return { ...result, checks: result.checks.map((check) => ({ ...check, passed: passed.has(check.name) })) };
}
