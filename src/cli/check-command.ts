import type { Diagnostic } from '../crmscript/diagnostic.ts';
import { createWorld } from '../engine/create-world.ts';
import { fileOf } from '../engine/registration.ts';
import { diagnosticAnnotation } from './annotations.ts';
import { readAnyScenario } from './any-scenario.ts';
import { diagnosticLine, sortedOnce } from './diagnostic-lines.ts';
import { filesNamed, writeText } from './files.ts';
import { checkProgram, programFor, splitFolders } from './script-program.ts';
import { readArguments } from './options.ts';
import { ownVersion } from './own-files.ts';
import { sarif } from './sarif.ts';
import { ScriptPlaces } from './script-places.ts';
import { ScriptFiles } from './script-files.ts';
import { UsageError } from './terminal.ts';
import type { ExitCode, Languages, Terminal } from './terminal.ts';

/**
 * `check FILE… [--include DIR…] [--hints] [--github] [--sarif OUT]`: what is wrong with scripts, as
 * `file:line:column: error: message`, all of it, sorted. Of a folder all scripts in it are meant, where `--include` is not given. A scenario has all of its scripts checked, as they are called in its
 * world. Only errors make it fail; `--hints` shows warnings and hints too, `--github` also says it as annotations of GitHub's
 * workflows, and `--sarif` writes it for those who keep what checkers find.
 */
export function checkCommand(args: readonly string[], terminal: Terminal, languages: Languages): ExitCode {
  const called = readArguments('check', args, {
    include: 'values',
    hints: 'flag',
    github: 'flag',
    sarif: 'value',
  });
  const { folder } = terminal;
  const { files: named, includes } = splitFolders(called, folder);
  if (named.length === 0) {
    const isTaken = includes.length > called.values('include').length;
    throw new UsageError(
      isTaken
        ? 'check: what stands behind --include are folders to look in. Name the scripts, or check the folder without --include.'
        : 'check: name at least one script file or folder.',
    );
  }
  const files = filesNamed(folder, named);
  const shelf = new ScriptFiles(folder, { includes, others: files.filter((file) => !isScenario(file)) });
  const all = files.flatMap((file) =>
    isScenario(file)
      ? checkScenario(file, terminal, languages)
      : checkProgram(programFor(file, shelf), languages),
  );
  const found = sortedOnce(all.filter(({ severity }) => severity === 'error' || called.has('hints')));
  const log = called.value('sarif');
  if (log !== undefined) {
    const places = new ScriptPlaces(folder, shelf, files.filter(isScenario));
    const options = { version: ownVersion(), folder, fileOf: (name: string) => places.of(name) };
    writeText(folder, log, sarif(found, options));
  }
  for (const one of found) terminal.out(`${diagnosticLine(one)}\n`);
  if (called.has('github')) for (const one of found) terminal.out(`${diagnosticAnnotation(one)}\n`);
  return found.some(({ severity }) => severity === 'error') ? 1 : 0;
}

export const isScenario = (file: string): boolean => /\.json$/i.test(file);

/** What is wrong with the scripts of a scenario, each as a file of its name beside it. */
function checkScenario(file: string, terminal: Terminal, languages: Languages): readonly Diagnostic[] {
  const world = createWorld(readAnyScenario(terminal.folder, file).world);
  const scripts = world.folders.flatMap((folder) => folder.scripts);
  return scripts.flatMap((script) => {
    const own = fileOf(script);
    return languages
      .checkScript(world, script.source, own, script.language, script.id)
      .filter(({ span }) => span.file === own)
      .map((found) => ({ ...found, span: { ...found.span, file: `${file}/${script.name}` } }));
  });
}
