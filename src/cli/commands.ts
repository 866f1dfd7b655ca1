import { checkCommand } from './check-command.ts';
import { compareCommand } from './compare-command.ts';
import { convertCommand } from './convert-command.ts';
import { courseCommand } from './course-command.ts';
import { exploreCommand } from './explore-command.ts';
import { formatCommand } from './format-command.ts';
import { linkCommand } from './link-command.ts';
import { ownVersion, program } from './own-files.ts';
import { portCommand } from './port-command.ts';
import { replayCommand } from './replay-command.ts';
import { runCommand } from './run-command.ts';
import { UsageError } from './terminal.ts';
import type { ExitCode, Languages, Terminal } from './terminal.ts';

type Command = (args: readonly string[], terminal: Terminal, languages: Languages) => ExitCode;

const commands: ReadonlyMap<string, Command> = new Map([
  ['replay', replayCommand],
  ['compare', compareCommand],
  ['explore', exploreCommand],
  ['check', checkCommand],
  ['format', formatCommand],
  ['run', runCommand],
  ['convert', convertCommand],
  ['link', linkCommand],
  ['port', portCommand],
  ['course', courseCommand],
]);

export const usage = `Usage:
  ${program} replay FILE… [--only TEXT] [--events] [--junit OUT.xml] [--coverage] [--lcov OUT] [--cobertura OUT] [--github]
                        [--scripts DIR] [--update] [--rehash] [--watch]
  ${program} compare A B
  ${program} explore FILE [--window MS] [--runs N] [--seed N] [--out FILE] [--scripts DIR]
  ${program} check FILE… [--include DIR…] [--hints] [--github] [--sarif OUT]
  ${program} format FILE… [--check] [--indent N|tab] [--width N]
  ${program} run FILE [--include DIR…] [--mocks FILE] [--seed N] [--now INSTANT]
  ${program} convert IN OUT [--world FILE] [--channel N] [--session N] [--zone Z] [--prefer folder|scenario] [--delete]
  ${program} link FILE
  ${program} port FILE… [--include DIR…] [--out DIR [--force]]
  ${program} course FILE… [--results DIR] [--csv OUT] [--exercism DIR]
  ${program} lsp
  ${program} dap
  ${program} --version

replay plays scenarios, files or links, and evaluates what they expect; compare plays two and prints where they differ first;
explore plays the inputs of one in other orders and prints those in which something breaks; check shows what is wrong with scripts; format
writes them in one style; run runs one; convert makes a transcript of a scenario (.md .html .txt .csv .transcript .convo.txt .chat), a scenario of a
conversation (.transcript .convo.txt .chat .csv), of a link or of a folder of scripts, and a folder of scripts of a scenario;
link prints the link that holds a scenario; port makes TypeScript of CRMScripts, in the dialect that SuperOffice is moving to;
course tries the lessons of courses against their solutions, or verifies the results in a folder; lsp is the language server that
editors start, and dap the debug adapter, over standard input and output.
The exit code is 0 when all is well, 1 when a check failed, 2 when the command was called wrongly.
`;

/** Does what the arguments say. A command that was called wrongly says how, and answers 2. */
export function runCommandLine(args: readonly string[], terminal: Terminal, languages: Languages): ExitCode {
  const [name, ...rest] = args;
  if (name === undefined) {
    terminal.err(usage);
    return 2;
  }
  if (name === 'help' || name === '--help' || name === '-h') {
    terminal.out(usage);
    return 0;
  }
  if (name === '--version') {
    terminal.out(`${ownVersion()}\n`);
    return 0;
  }
  try {
    const command = commands.get(name);
    if (command === undefined) throw new UsageError(`There is no command “${name}”.\n\n${usage}`);
    return command(rest, terminal, languages);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.err(`${error.message.trimEnd()}\n`);
    return 2;
  }
}
