import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { countScripts } from '../../src/bots/count-scripts.ts';
import { checkScript } from '../../src/bots/check-script.ts';
import { portBot } from '../../src/bots/port.ts';
import { createRunScript } from '../../src/bots/run-script.ts';
import { formatRange } from '../../src/crmscript/format.ts';
import { runCommandLine } from '../../src/cli/commands.ts';
import { matchesRegexp } from '../../src/cli/matcher.ts';
import type { Languages } from '../../src/cli/terminal.ts';

/** A new folder with these files in it, gone when the test is over. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'rehearsal-cli-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const languages: Languages = {
  createRunScript,
  countScripts,
  checkScript: (world, source, file, _, script) => checkScript(world, source, file, undefined, script),
  formatScript: (source, _, options) => formatRange(source, 0, source.length, options),
  matcher: matchesRegexp,
  portBot: (world, scripts) => portBot(world, scripts, { ending: '' }),
};

/** What a command wrote and answered. */
export const cli = (folder: string, ...args: readonly string[]) => cliWith(languages, folder, ...args);

/** The same with languages of one's own: TypeScript takes a while to load. */
export function cliWith(own: Partial<Languages>, folder: string, ...args: readonly string[]) {
  let out = '';
  let err = '';
  const code = runCommandLine(
    args,
    {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      folder,
    },
    { ...languages, ...own },
  );
  return { code, out, err };
}
