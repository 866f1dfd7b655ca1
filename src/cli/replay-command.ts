import { eventLine } from '../scenario/event-line.ts';
import { rehashed } from '../scenario/record.ts';
import type { ScenarioFile } from '../scenario/format.ts';
import { replay } from '../scenario/replay.ts';
import { isLink } from '../scenario/open-link.ts';
import { junitXml } from '../testing/junit.ts';
import { readAnyScenario, shownName } from './any-scenario.ts';
import { failureAnnotations } from './annotations.ts';
import { readText, writeText } from './files.ts';
import { withoutHung } from './hung.ts';
import type { Played } from './played.ts';
import { readArguments } from './options.ts';
import { coverageOptions, ReplayCoverage } from './replay-coverage.ts';
import { reportLines } from './report.ts';
import { withScriptsFrom } from './scripts-from.ts';
import { UsageError } from './terminal.ts';
import type { ExitCode, Languages, Terminal } from './terminal.ts';
import { updated, writeOver } from './update.ts';

/** What `replay` can be called with; `--watch` is done by whoever calls it again. */
export const replayOptions = {
  events: 'flag',
  junit: 'value',
  ...coverageOptions,
  github: 'flag',
  scripts: 'value',
  rehash: 'flag',
  only: 'value',
  update: 'flag',
  watch: 'flag',
} as const;

/**
 * `replay FILE|LINK… [--only TEXT] [--events] [--junit OUT.xml] [--coverage] [--lcov OUT] [--cobertura OUT] [--github] [--scripts DIR] [--update] [--rehash]`: plays
 * scenarios and evaluates what they expect, and whether the same came of them as when they were saved; `--rehash` notes what came now, `--update` expects what came. With `--events` standard output carries nothing but events, one JSON object a line.
 */
export function replayCommand(args: readonly string[], terminal: Terminal, languages: Languages): ExitCode {
  const called = readArguments('replay', args, replayOptions);
  if (called.files.length === 0) throw new UsageError('replay: name at least one scenario file.');
  const scripts = called.value('scripts');
  const rehashes = called.has('rehash');
  const updates = called.has('update');
  if (updates && called.files.some(isLink))
    throw new UsageError('replay: --update writes into files, and a link cannot be written to.');
  if (rehashes && called.files.some(isLink))
    throw new UsageError('replay: --rehash writes into files, and a link holds no hashes.');
  if (rehashes && scripts !== undefined)
    throw new UsageError('replay: --rehash would write hashes of other scripts than those in the file.');
  const hung = languages.progress?.hung ?? [];
  const wanted = called.files
    .map((file, index) => ({ file, index, read: readAnyScenario(terminal.folder, file) }))
    .filter(({ read }) => isWanted(read, called.value('only')));
  if (wanted.length === 0)
    throw new UsageError(`replay: no scenario has “${called.value('only') ?? ''}” in its name or as a tag.`);
  const scenarios = wanted.map(({ file, index, read }) => {
    const scenario = scripts === undefined ? read : withScriptsFrom(read, terminal.folder, scripts);
    const left = hung.filter((one) => one.file === index);
    return {
      file: shownName(file),
      index,
      read,
      scenario: { ...scenario, steps: withoutHung(scenario.steps, left) },
    };
  });
  const say = called.has('events') ? terminal.err : terminal.out;
  const coverage = new ReplayCoverage(called, languages);
  const played = scenarios.map(({ file, index, scenario }): Played => {
    const result = coverage.play(scenario, (runScript) =>
      replay(scenario, runScript, {
        matcher: languages.matcher,
        beginsStep: (step) => languages.progress?.beginsStep(index, step),
      }),
    );
    if (called.has('events')) for (const event of result.events) terminal.out(`${eventLine(event)}\n`);
    const report = { file, scenario, result };
    if (!called.has('events') || !result.ok) say(lines(reportLines(report)));
    return report;
  });
  if (called.has('github')) {
    const textOf = (file: string) => (isLink(file) ? undefined : readText(terminal.folder, file));
    say(lines(failureAnnotations(played, textOf)));
  }
  say(lines(coverage.report(terminal)));
  const junit = called.value('junit');
  if (junit !== undefined) writeText(terminal.folder, junit, junitXml(played));
  if (rehashes) {
    const written = played.map(({ file, scenario, result }, at) =>
      writeOver(terminal, file, scenarios[at]?.read ?? scenario, rehashed(scenario, result.steps)),
    );
    if (!written.every(Boolean)) return 1;
  }
  const isSame = ({ result }: Played) => rehashes || result.verdict.kind !== 'differs';
  if (updates) {
    const unlike = scenarios.filter((_, at) => played[at]?.result.ok === false);
    const left = unlike.filter((one) => !updated(one, terminal, languages));
    return left.length === 0 && played.every(isSame) ? 0 : 1;
  }
  return played.every((each) => each.result.ok && isSame(each)) ? 0 : 1;
}

/** Whether a scenario has the text in its name, whatever the case, or as one of its tags, with or without `#`. */
function isWanted({ name, tags = [] }: ScenarioFile, text: string | undefined): boolean {
  if (text === undefined) return true;
  const lower = text.toLowerCase();
  return (
    name.toLowerCase().includes(lower) || tags.some((tag) => tag.toLowerCase() === lower.replace(/^#/, ''))
  );
}

const lines = (texts: readonly string[]): string => texts.map((text) => `${text}\n`).join('');
