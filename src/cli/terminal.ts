import type { Readable, Writable } from 'node:stream';
import type { Diagnostic } from '../crmscript/diagnostic.ts';
import type { FormatOptions, FormattedEdits } from '../crmscript/format.ts';
import type { ScriptCounter } from '../bots/count-scripts.ts';
import type { BotPort } from '../bots/port.ts';
import type { Script, ScriptLanguage } from '../engine/definition.ts';
import type { RunScript } from '../engine/script-call.ts';
import type { World } from '../engine/world.ts';
import type { Matcher } from '../scenario/match.ts';
import type { Progress } from './hung.ts';

/** Where a command writes, and from where relative paths count. */
export type Terminal = {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly folder: string;
};

/** The languages, as commands use them. */
export type Languages = {
  readonly createRunScript: () => RunScript;
  readonly countScripts: () => ScriptCounter;
  readonly checkScript: (
    world: World,
    source: string,
    file: string,
    language: ScriptLanguage,
    script: number,
  ) => readonly Diagnostic[];
  readonly formatScript: (source: string, language: ScriptLanguage, options: FormatOptions) => FormattedEdits;
  readonly matcher: Matcher;
  readonly portBot: (world: World, scripts: readonly Script[]) => BotPort;
  /** Is told what runs, so that another thread can say which script hangs; absent where none watches. */
  readonly progress?: Progress;
};

/** 0 when all is well, 1 when a check failed, 2 when the command was called wrongly (scenario.md). */
export type ExitCode = 0 | 1 | 2;

/** What a server hears and says. Nothing but its protocol goes to `output`; what people should read goes to `err`. */
export type ServerIo = {
  /** The arguments after the command's name. */
  readonly args: readonly string[];
  readonly input: Readable;
  readonly output: Writable;
  readonly err: (text: string) => void;
  readonly folder: string;
};

/** Serves until its client says that it is done, or is gone. */
export type Serve = (io: ServerIo) => Promise<ExitCode>;

/** The command was called wrongly: the message says how, the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
