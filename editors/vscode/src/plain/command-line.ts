import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** How the command line is started: a program with what comes before the arguments, and what it needs of its environment. */
export type CommandLine = {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
};

/** What a command wrote and how it ended; it was ended by `signal` where there is no code. */
export type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

/**
 * The command line that lies in the extension, run by the editor's own Node; or another one: a module of JavaScript, or a program
 * such as `rehearsal` on the path.
 */
export function commandLine(extension: string, setting: string, node = process.execPath): CommandLine {
  const file = setting.trim();
  if (file !== '' && !/\.[cm]?js$/i.test(file)) return { command: file, args: [], env: {} };
  const module = file === '' ? join(extension, 'dist/cli/lib/rehearsal.js') : file;
  return { command: node, args: [module], env: { ELECTRON_RUN_AS_NODE: '1' } };
}

/** As shells have it, more or less: what somebody else has ended has failed. */
const killed = 128;

/** Runs a command to its end, or until `signal` ends it. @throws where it cannot be started. */
export function run(
  { command, args, env }: CommandLine,
  more: readonly string[],
  options: { readonly cwd: string; readonly signal?: AbortSignal },
): Promise<Ended> {
  const { cwd, signal } = options;
  const child = spawn(command, [...args, ...more], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(signal && { signal }),
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  return new Promise((resolve, reject) => {
    child.on('error', (error) => {
      if (error.name === 'AbortError') resolve({ code: null, out, err });
      else reject(error);
    });
    child.on('close', (code, by) => {
      if (code !== null || signal?.aborted === true) resolve({ code, out, err });
      else
        resolve({
          code: killed,
          out,
          err: `${err}The command line was ended by the system (${String(by)}).\n`,
        });
    });
  });
}
