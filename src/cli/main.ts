import process from 'node:process';
import { checkScript } from '../bots/check-script.ts';
import { portBot } from '../bots/port.ts';
import { languageOfFile } from '../bots/script-language.ts';
import { createRunScript } from '../bots/run-script.ts';
import { runCommandLine } from './commands.ts';
import { loadJavaScript } from './load-javascript.ts';
import { matchesRegexp } from './matcher.ts';
import { tables } from './tables.ts';

/** npm starts scripts in the project's folder; relative paths count from where the person stands. */
const folder =
  process.env['npm_lifecycle_event'] === 'cli' ? (process.env['INIT_CWD'] ?? process.cwd()) : process.cwd();

// `… | head` closes the pipe early; that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const args = process.argv.slice(2);
// TypeScript takes a while to load: only for those who name a script that needs it.
const javaScript = args.some((one) => languageOfFile(one) === 'javascript')
  ? await import('./check-javascript.ts')
  : undefined;

const tools = await loadJavaScript();

process.exitCode = runCommandLine(
  args,
  {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    folder,
  },
  {
    createRunScript: () => createRunScript(tables, () => tools),
    checkScript: (world, source, file, language) =>
      language === 'javascript' && javaScript !== undefined
        ? javaScript.checkJavaScript(world, source, file)
        : checkScript(world, source, file, tables),
    matcher: matchesRegexp,
    portBot: (world, scripts) => portBot(world, scripts, { ending: '' }, tables),
  },
);
