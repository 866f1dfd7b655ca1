#!/usr/bin/env node
import process from 'node:process';
import { standsIn } from './own-files.ts';
import { servers } from './servers.ts';

const folder = standsIn();

// `… | head` closes the pipe early; that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const args = process.argv.slice(2);
const server = servers.get(args[0] ?? '');
if (server === undefined) {
  const { oneCommand } = await import('./one-command.ts');
  process.exitCode = await oneCommand(args, folder);
} else {
  const serve = await server();
  process.exitCode = await serve({
    args: args.slice(1),
    input: process.stdin,
    output: process.stdout,
    err: (text) => void process.stderr.write(text),
    folder,
  });
}
