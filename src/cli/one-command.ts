import process from 'node:process';
import { runCommandLine } from './commands.ts';
import { runInThread } from './in-thread.ts';
import { languagesFor } from './languages.ts';
import { readArguments } from './options.ts';
import { replayOptions } from './replay-command.ts';
import type { ExitCode, Terminal } from './terminal.ts';
import { watchFiles } from './watch-files.ts';

/** Does what the arguments say, once, or until somebody ends it. Relative paths count from `folder`. */
export const oneCommand = (args: readonly string[], folder: string): Promise<ExitCode> =>
  args[0] === 'replay' && args.includes('--watch') ? again(args, folder) : once(args, folder);

/** A script in JavaScript is to be run: that is done where it can be ended. */
class NeedsThread extends Error {
  override readonly name = 'NeedsThread';
}

/** What is written before it is known that a thread is needed: the thread writes it again. */
async function once(args: readonly string[], folder: string): Promise<ExitCode> {
  const written: (() => void)[] = [];
  const kept: Terminal = {
    out: (text) => void written.push(() => process.stdout.write(text)),
    err: (text) => void written.push(() => process.stderr.write(text)),
    folder,
  };
  const needsThread = () => {
    throw new NeedsThread('A script in JavaScript is to be run.');
  };
  try {
    const code = runCommandLine(args, kept, await languagesFor(args, needsThread));
    for (const write of written) write();
    return code;
  } catch (error) {
    if (!(error instanceof NeedsThread)) throw error;
    return runInThread(args, {
      out: (text) => void process.stdout.write(text),
      err: (text) => void process.stderr.write(text),
      folder,
    });
  }
}

/** Replays again whenever a file was saved, until somebody ends it; a command that was called wrongly ends at once. */
async function again(args: readonly string[], folder: string): Promise<ExitCode> {
  const called = readArguments('replay', args.slice(1), replayOptions);
  const code = await once(args, folder);
  if (code === 2) return code;
  let running: Promise<unknown> = Promise.resolve();
  const say = () => process.stderr.write('Watching. Ctrl+C ends it.\n');
  watchFiles(called, folder, () => {
    running = running.then(async () => {
      process.stdout.write('\n');
      process.exitCode = await once(args, folder);
      say();
    });
  });
  say();
  return code;
}
