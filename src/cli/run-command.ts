import { findScript } from '../engine/registration.ts';
import type { MockFile } from '../engine/definition.ts';
import type { ScriptFailure } from '../engine/events.ts';
import { createHost } from '../engine/host.ts';
import type { ScriptHost } from '../engine/script-call.ts';
import { manualVariables } from '../engine/manual-run.ts';
import { StepDraft, theInput } from '../engine/step-draft.ts';
import { parseMocks } from '../scenario/parse-mocks.ts';
import { parseInstant } from '../scenario/time.ts';
import { sentence } from '../words/sentence.ts';
import { diagnosticLine, sortedOnce } from './diagnostic-lines.ts';
import { readText } from './files.ts';
import { checkProgram, programFor, mainScript, splitFolders } from './script-program.ts';
import type { ScriptProgram } from './script-program.ts';
import { readArguments } from './options.ts';
import type { Called } from './options.ts';
import { problemLines } from './report.ts';
import { ScriptFiles } from './script-files.ts';
import { UsageError } from './terminal.ts';
import type { ExitCode, Languages, Terminal } from './terminal.ts';

/**
 * `run FILE [--include DIR…] [--mocks FILE] [--seed N] [--now INSTANT]`: runs one CRMScript. Standard output
 * is what it prints and nothing else; logs, hints and failures go to standard error (rulings 33).
 */
export function runCommand(args: readonly string[], terminal: Terminal, languages: Languages): ExitCode {
  const called = readArguments('run', args, {
    include: 'values',
    mocks: 'value',
    seed: 'value',
    now: 'value',
  });
  const { files, includes } = splitFolders(called, terminal.folder);
  const [file, ...others] = files;
  if (file === undefined || others.length > 0) throw new UsageError('run: name one script file.');
  const program = programFor(file, new ScriptFiles(terminal.folder, { includes }), {
    startsAt: instantOf(called),
    seed: seedOf(called),
    mocks: mocksOf(called, terminal),
  });
  const errors = checkProgram(program, languages).filter(
    ({ severity, runs }) => severity === 'error' && runs !== true,
  );
  if (errors.length > 0) {
    for (const error of sortedOnce(errors)) terminal.err(`${diagnosticLine(error)}\n`);
    return 1;
  }
  const failure = runMain(program, terminal, languages);
  if (failure === undefined) return 0;
  terminal.err(failureText(failure, program));
  return 1;
}

function runMain(
  program: ScriptProgram,
  terminal: Terminal,
  languages: Languages,
): ScriptFailure | undefined {
  const run = languages.createRunScript();
  const draft = new StepDraft(
    program.world,
    { step: 1, input: { type: 'clock.advances', by: 0 } },
    run,
    createHost,
  );
  const script = findScript(program.world.folders, mainScript);
  if (script === undefined) throw new Error('The script is not in its own world.');
  const plain = createHost(draft, theInput, undefined);
  const host: ScriptHost = {
    ...plain,
    findInclude: (name) => plain.findInclude(name) ?? program.findLater(name),
    print: (_, channel, text) => {
      if (channel === 'print') terminal.out(text);
      else terminal.err(text.endsWith('\n') ? text : `${text}\n`);
    },
    hint: ({ line }, hint) => {
      terminal.err(`line ${String(line)}: hint: ${sentence(hint)}\n`);
    },
  };
  const variables = manualVariables(program.name);
  const { failure } = run({
    script,
    role: 'manual',
    inputs: () => [],
    variables,
    state: {},
    meter: draft.meter,
    host,
  });
  for (const line of unanswered(draft.events)) terminal.err(`${line}\n`);
  return failure;
}

/** The HTTP calls that nobody answered, each once, in the order of the first. */
function unanswered(events: StepDraft['events']): readonly string[] {
  const counts = new Map<string, number>();
  for (const event of events) {
    if (event.type !== 'http.called' || event.answeredBy !== 'nobody') continue;
    const call = `${event.method} ${event.url}`;
    counts.set(call, (counts.get(call) ?? 0) + 1);
  }
  return [...counts].map(([call, count]) => {
    const often = count === 1 ? '' : ` (${String(count)} times)`;
    return `${call}: nobody answered${often}. Nothing leaves this machine; answers come from --mocks FILE.`;
  });
}

function failureText(failure: ScriptFailure, program: ScriptProgram): string {
  const at = `${program.fileOf(failure.file)}:${String(failure.line)}:${String(failure.column)}`;
  const frames = failure.stack.map(
    ({ name, file, line, column }) =>
      `  in ${name} at ${program.fileOf(file)}:${String(line)}:${String(column)}\n`,
  );
  return `${at}: error: ${failure.kind}: ${sentence(failure.failure)}\n${frames.join('')}`;
}

function instantOf(called: Called): string {
  const said = called.value('now');
  if (said === undefined) return new Date().toISOString();
  const instant = parseInstant(said);
  if (instant === null)
    throw new UsageError(`run: --now ${said} is no instant. Write one such as 2026-03-02T09:00:00Z.`);
  return new Date(instant).toISOString();
}

function seedOf(called: Called): number {
  const said = called.value('seed') ?? '1';
  const seed = Number(said);
  if (said.trim() === '' || !Number.isSafeInteger(seed))
    throw new UsageError(`run: --seed ${said} is no whole number.`);
  return seed;
}

function mocksOf(called: Called, terminal: Terminal): readonly MockFile[] {
  const file = called.value('mocks');
  if (file === undefined) return [];
  const parsed = parseMocks(readText(terminal.folder, file));
  if (parsed.ok) return parsed.mocks;
  throw new UsageError([`${file} has no list of mocks:`, ...problemLines(parsed.problems)].join('\n'));
}
