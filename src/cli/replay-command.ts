import type { ScenarioFile } from '../scenario/format.ts';
import { eventLine } from '../scenario/event-line.ts';
import { parseScenario } from '../scenario/parse.ts';
import { replay } from '../scenario/replay.ts';
import { coverageLines } from './coverage.ts';
import { readText, writeText } from './files.ts';
import { junitXml } from './junit.ts';
import type { Played } from './junit.ts';
import { readArguments } from './options.ts';
import { reportLines } from './report.ts';
import { withScriptsFrom } from './scripts-from.ts';
import { UsageError } from './terminal.ts';
import type { ExitCode, Languages, Terminal } from './terminal.ts';

/**
 * `replay FILE… [--events] [--junit OUT.xml] [--coverage] [--scripts DIR]`: plays scenarios and evaluates
 * what they expect. With `--events` standard output carries nothing but events, one JSON object a line.
 */
export function replayCommand(args: readonly string[], terminal: Terminal, languages: Languages): ExitCode {
  const called = readArguments('replay', args, {
    events: 'flag',
    junit: 'value',
    coverage: 'flag',
    scripts: 'value',
  });
  if (called.files.length === 0) throw new UsageError('replay: name at least one scenario file.');
  const scripts = called.value('scripts');
  const scenarios = called.files.map((file) => {
    const scenario = readScenario(terminal.folder, file);
    return {
      file,
      scenario: scripts === undefined ? scenario : withScriptsFrom(scenario, terminal.folder, scripts),
    };
  });
  const say = called.has('events') ? terminal.err : terminal.out;
  const played = scenarios.map(({ file, scenario }): Played => {
    const result = replay(scenario, languages.createRunScript(), { matcher: languages.matcher });
    if (called.has('events')) for (const event of result.events) terminal.out(`${eventLine(event)}\n`);
    const report = { file, scenario, result };
    if (!called.has('events') || !result.ok) say(lines(reportLines(report)));
    return report;
  });
  if (called.has('coverage')) say(lines(coverageLines(played)));
  const junit = called.value('junit');
  if (junit !== undefined) writeText(terminal.folder, junit, junitXml(played));
  return played.every(({ result }) => result.ok) ? 0 : 1;
}

const lines = (texts: readonly string[]): string => texts.map((text) => `${text}\n`).join('');

function readScenario(folder: string, file: string): ScenarioFile {
  const parsed = parseScenario(readText(folder, file));
  if (parsed.ok) return parsed.scenario;
  const problems = parsed.problems.map(
    ({ path, message }) => `  ${path === '' ? '' : `${path}: `}${message}`,
  );
  throw new UsageError([`${file} is not a scenario that can be played:`, ...problems].join('\n'));
}
