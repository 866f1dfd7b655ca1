import { isTimeZone } from '../engine/availability.ts';
import type { ScenarioFile } from '../scenario/format.ts';
import { isLink } from '../scenario/open-link.ts';
import { chatTranscript } from '../scenario/chat-transcript.ts';
import { replay } from '../scenario/replay.ts';
import { transcriptOf } from '../scenario/transcript.ts';
import type { Transcript } from '../scenario/transcript.ts';
import { formatOf, writeTranscript } from '../scenario/write-transcript.ts';
import type { TranscriptFormat } from '../scenario/write-transcript.ts';
import { writeScenario } from '../scenario/write.ts';
import { readAnyScenario } from './any-scenario.ts';
import { noSuchSession, readGiven, scenarioEnding, scenarioFrom, tell } from './convert-input.ts';
import type { ConversionContext, ConversionInput } from './convert-input.ts';
import { giveScripts, takeScripts, type ExchangeChoice } from './exchange-folder.ts';
import { isFolder, writeText } from './files.ts';
import { readArguments } from './options.ts';
import type { Called } from './options.ts';
import { UsageError } from './terminal.ts';
import type { ExitCode, Languages, Terminal } from './terminal.ts';

/**
 * `convert IN OUT [--world FILE] [--channel N] [--session N] [--zone Z] [--prefer folder|scenario] [--delete]`: makes one
 * kind of file of another, by their endings. IN may be a link; OUT may be `-`: standard output, which then carries the scenario and nothing else. Words go
 * to standard error. Answers 1 when a scenario that is played for its transcript does not do what it expects, and when a
 * folder and a scenario have both changed and nobody said whose text is meant.
 */
export function convertCommand(args: readonly string[], terminal: Terminal, languages: Languages): ExitCode {
  const called = readArguments('convert', args, {
    world: 'value',
    channel: 'value',
    session: 'value',
    zone: 'value',
    prefer: 'value',
    delete: 'flag',
  });
  const [from, to, ...others] = called.files;
  if (from === undefined || to === undefined || others.length > 0) {
    throw new UsageError('convert: name what to read and what to write: convert case.transcript case.md');
  }
  const context: ConversionContext = {
    terminal,
    languages,
    world: called.value('world'),
    channel: numberOf(called, 'channel'),
    session: numberOf(called, 'session'),
    zone: called.value('zone'),
  };
  const format = formatOf(to);
  return format === undefined
    ? writeAsScenario(from, to, context, choiceOf(called))
    : writeAsTranscript(readGiven(from, context), to, format, context);
}

function numberOf(called: Called, option: string): number | undefined {
  const said = called.value(option);
  if (said === undefined) return undefined;
  if (!/^[1-9]\d{0,9}$/.test(said)) {
    throw new UsageError(`convert: --${option} ${said} is no whole number from 1 on.`);
  }
  return Number(said);
}

function choiceOf(called: Called): ExchangeChoice {
  const prefer = called.value('prefer');
  if (prefer !== undefined && prefer !== 'folder' && prefer !== 'scenario') {
    throw new UsageError(`convert: --prefer ${prefer} is neither folder nor scenario.`);
  }
  return { prefer, deletes: called.has('delete') };
}

function writeAsScenario(
  from: string,
  to: string,
  context: ConversionContext,
  choice: ExchangeChoice,
): ExitCode {
  const { terminal, zone, session, world } = context;
  const isScripts = /[\\/]$/.test(to) || isFolder(terminal.folder, to);
  if (to !== '-' && !isScripts && !scenarioEnding.test(to)) {
    throw new UsageError(
      `convert: “${to}” has no ending that can be written. There are .rehearsal.json, .md, .html, .txt, .csv, .transcript, .convo.txt, .chat, and folders for scripts, which end with “/”.`,
    );
  }
  if (zone !== undefined) throw new UsageError('convert: --zone is for transcripts; a scenario has its own.');
  if (world !== undefined && !isScripts && !isLink(from) && isFolder(terminal.folder, from)) {
    return takeIntoWorld(from, to, world, terminal, choice);
  }
  const given = readGiven(from, context);
  if (given.kind === 'scenario' && session !== undefined) {
    throw new UsageError(
      'convert: --session is for transcripts and conversations; a scenario is taken whole.',
    );
  }
  const scenario = scenarioFrom(given, context);
  if (isScripts) {
    const written = giveScripts(terminal, scenario, to, choice);
    if (written === null) return 1;
    terminal.err(`${to}: ${written === 0 ? 'nothing to write' : counted(written, 'script')}\n`);
  } else {
    putScenario(scenario, to, terminal);
  }
  return 0;
}

/** A folder of scripts in the place of those of a scenario. */
function takeIntoWorld(
  from: string,
  to: string,
  world: string,
  terminal: Terminal,
  choice: ExchangeChoice,
): ExitCode {
  const taken = takeScripts(terminal, readAnyScenario(terminal.folder, world), from, choice);
  if (taken === null) return 1;
  putScenario(taken.scenario, to, terminal);
  taken.remember();
  return 0;
}

function putScenario(scenario: ScenarioFile, to: string, terminal: Terminal): void {
  if (to === '-') {
    terminal.out(writeScenario(scenario));
    return;
  }
  writeText(terminal.folder, to, writeScenario(scenario));
  terminal.err(`${to}: ${counted(scenario.steps.length, 'step')}\n`);
}

function writeAsTranscript(
  given: ConversionInput,
  to: string,
  format: TranscriptFormat,
  context: ConversionContext,
): ExitCode {
  const { terminal, zone, world } = context;
  if (zone !== undefined && !isTimeZone(zone)) {
    throw new UsageError(`convert: there is no time zone “${zone}”. Name one such as Europe/Oslo.`);
  }
  const { transcript, ok } =
    given.kind === 'chat' && world === undefined
      ? { transcript: chatTranscript(given.chat, zone), ok: true }
      : played(given, context);
  const files = writeTranscript(transcript, format);
  if (files.length === 0) throw new UsageError('convert: there is no session in it.');
  const base = to.slice(0, -format.length - 1);
  for (const { session, text } of files) {
    const name = files.length === 1 ? to : `${base}-${String(session)}.${format}`;
    writeText(terminal.folder, name, text);
    terminal.err(`${name}: ${counted(session === 0 ? transcript.sessions.length : 1, 'session')}\n`);
  }
  return ok ? 0 : 1;
}

/** The transcript of what is played: a scenario, or a conversation with another bot than it was recorded with. */
function played(
  given: ConversionInput,
  context: ConversionContext,
): { readonly transcript: Transcript; readonly ok: boolean } {
  const { languages, terminal, session, zone } = context;
  const scenario = scenarioFrom(given, context);
  const { events, world, steps } = replay(scenario, languages.createRunScript(), {
    matcher: languages.matcher,
  });
  const wanted = given.kind === 'scenario' ? session : undefined;
  if (wanted !== undefined && world.sessions.get(wanted) === undefined) {
    throw noSuchSession(wanted, world.sessions.length);
  }
  const failures = steps.flatMap((step) => step.failures);
  tell(terminal, 'Not as expected', failures);
  const transcript = transcriptOf(events, world, {
    name: scenario.name,
    sessions: wanted === undefined ? undefined : [wanted],
    timeZone: zone,
    inputOf: (step) => scenario.steps[step - 1]?.input,
  });
  return { transcript, ok: given.kind === 'chat' || failures.length === 0 };
}

const counted = (count: number, one: string): string => `${String(count)} ${count === 1 ? one : `${one}s`}`;
