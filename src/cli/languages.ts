import { countScripts } from '../bots/count-scripts.ts';
import { checkScript } from '../bots/check-script.ts';
import { portBot } from '../bots/port.ts';
import { createRunScript, type JavaScriptTools } from '../bots/run-script.ts';
import { languageOfFile } from '../bots/script-language.ts';
import type { RunScript } from '../engine/script-call.ts';
import { formatRange } from '../crmscript/format.ts';
import { isScriptFile } from './files.ts';
import { isScenario } from './check-command.ts';
import type { Progress } from './hung.ts';
import { matchesRegexp } from './matcher.ts';
import { tables } from './tables.ts';
import type { Languages } from './terminal.ts';

/**
 * The languages, as a command that was called so needs them; a script in JavaScript asks `javascript` for what runs it.
 * What checks TypeScript takes a while to load: only for those who name a script that needs it.
 */
export async function languagesFor(
  args: readonly string[],
  javascript: () => JavaScriptTools,
  progress?: Progress,
): Promise<Languages> {
  // A scenario that is checked may hold scripts in either language, and so may a folder that is formatted.
  const isNeeded = (one: string): boolean =>
    languageOfFile(one) === 'javascript' ||
    (args[0] === 'check' && isScenario(one)) ||
    (args[0] === 'format' && one !== 'format' && !isScriptFile(one) && !one.startsWith('-'));
  const javaScript = args.some(isNeeded)
    ? await import('./check-javascript.ts').then(({ checkJavaScript, formatJavaScript }) => ({
        checkJavaScript,
        formatJavaScript,
      }))
    : undefined;
  return {
    createRunScript: () => tellingProgress(progress, createRunScript(tables, javascript)),
    countScripts: () => {
      const { runScript, hits } = countScripts(tables, javascript);
      return { runScript: tellingProgress(progress, runScript), hits };
    },
    checkScript: (world, source, file, language, script) =>
      language === 'javascript' && javaScript !== undefined
        ? javaScript.checkJavaScript(world, source, file, script)
        : checkScript(world, source, file, tables, script),
    formatScript: (source, language, options) =>
      language === 'javascript' && javaScript !== undefined
        ? javaScript.formatJavaScript(source, options)
        : formatRange(source, 0, source.length, options),
    matcher: matchesRegexp,
    portBot: (world, scripts) => portBot(world, scripts, { ending: '' }, tables),
    ...(progress && { progress }),
  };
}

/** Says of each script in JavaScript when it begins and ends. */
const tellingProgress =
  (progress: Progress | undefined, run: RunScript): RunScript =>
  (call) => {
    if (progress === undefined || call.script.language !== 'javascript') return run(call);
    progress.beginsScript(call.script.id);
    try {
      return run(call);
    } finally {
      progress.endsScript();
    }
  };
