import { isDeepStrictEqual } from 'node:util';
import type { ScenarioFile } from '../scenario/format.ts';
import { writeScenario } from '../scenario/write.ts';
import { acceptActual } from '../testing/accept.ts';
import { runTest } from '../testing/run-test.ts';
import { readAnyScenario } from './any-scenario.ts';
import { readText, writeText } from './files.ts';
import { UsageError } from './terminal.ts';
import type { Languages, Terminal } from './terminal.ts';

type Unlike = {
  readonly file: string;
  /** As the file says it, and as it was played, with the scripts of a folder. */
  readonly read: ScenarioFile;
  readonly scenario: ScenarioFile;
};

/**
 * Writes what came into the file in the place of what was expected, and nothing else: scripts that were taken from elsewhere
 * stay there. False, with a word why, where that is not enough.
 */
export function updated({ file, read, scenario }: Unlike, terminal: Terminal, languages: Languages): boolean {
  const run = (one: ScenarioFile) =>
    runTest(one, languages.createRunScript(), { matcher: languages.matcher });
  const accepted = acceptActual(scenario, run(scenario), run);
  if (accepted === null) {
    terminal.err(`${file}: not updated, as a step cannot be played. Nothing was written.\n`);
    return false;
  }
  const steps = read.steps.map((step, index) => {
    const { expect: _, answers: __, ...rest } = step;
    const { expect, answers } = accepted.steps[index] ?? {};
    return { ...rest, answers, expect };
  });
  if (!writeOver(terminal, file, read, { ...read, version: accepted.version, steps })) return false;
  terminal.err(`${file}: updated with what came.\n`);
  return true;
}

/** Writes a scenario over the one that was read of a file; false, with a word why, where the file is another by now, half saved or gone. */
export function writeOver(
  { folder, err }: Pick<Terminal, 'folder' | 'err'>,
  file: string,
  read: ScenarioFile,
  scenario: ScenarioFile,
): boolean {
  if (!isAsRead(folder, file, read)) {
    err(`${file}: was changed meanwhile, and was left as it is. Replay it again.\n`);
    return false;
  }
  const text = writeScenario(scenario);
  // Whoever watches the file need not look at it again.
  if (readText(folder, file) !== text) writeText(folder, file, text);
  return true;
}

function isAsRead(folder: string, file: string, read: ScenarioFile): boolean {
  try {
    return isDeepStrictEqual(readAnyScenario(folder, file), read);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return false;
  }
}
