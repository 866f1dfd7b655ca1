import { diagnosticAnnotation } from './annotations.ts';
import { diagnosticLines } from './diagnostic-lines.ts';
import { checkDesk, deskFor, splitFolders } from './includes.ts';
import { readArguments } from './options.ts';
import { Shelf } from './shelf.ts';
import { UsageError } from './terminal.ts';
import type { ExitCode, Languages, Terminal } from './terminal.ts';

/**
 * `check FILE… [--include DIR…] [--hints] [--github]`: what is wrong with scripts, as `file:line:column: error: message`,
 * all of it, sorted. Only errors make it fail; `--hints` shows warnings and hints too, `--github` also says it
 * as annotations of GitHub's workflows.
 */
export function checkCommand(args: readonly string[], terminal: Terminal, languages: Languages): ExitCode {
  const called = readArguments('check', args, { include: 'values', hints: 'flag', github: 'flag' });
  const { files, includes } = splitFolders(called, terminal.folder);
  if (files.length === 0) throw new UsageError('check: name at least one script file.');
  const shelf = new Shelf(terminal.folder, { includes, others: files });
  const found = files.flatMap((file) => {
    const desk = deskFor(file, shelf);
    return checkDesk(desk, languages).filter(({ severity }) => severity === 'error' || called.has('hints'));
  });
  for (const line of diagnosticLines(found)) terminal.out(`${line}\n`);
  if (called.has('github')) {
    for (const line of new Set(found.map(diagnosticAnnotation))) terminal.out(`${line}\n`);
  }
  return found.some(({ severity }) => severity === 'error') ? 1 : 0;
}
