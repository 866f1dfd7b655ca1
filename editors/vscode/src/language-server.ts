import { window, workspace, type LogOutputChannel } from 'vscode';
import { LanguageClient, type DocumentSelector, type Executable } from 'vscode-languageclient/node';
import { commandLine } from './plain/command-line.ts';
import { settingsFor } from './settings.ts';

/** Which documents the server serves: CRMScript, what is declared to be SuperOffice's JavaScript, and scenarios, for their lens. */
const documentSelector = (javascript: readonly string[]): DocumentSelector => [
  { language: 'crmscript' },
  ...javascript.map((pattern) => ({ pattern })),
  { pattern: '**/*.rehearsal.json' },
];

type Started = { readonly end: () => Promise<void> };

/** The language server of the window: one at a time, however often it is asked for while it starts or ends. */
export class LanguageServer {
  readonly #extension: string;
  /** What the servers say, one after the other. */
  readonly #said = window.createOutputChannel('Rehearsal', { log: true });
  #started: Started | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(extension: string) {
    this.#extension = extension;
  }

  /** Ends the one that runs, if any, and starts it with the settings as they are then, unless they want none. @throws where it does not start. */
  restart(): Promise<void> {
    return this.#afterLast(async () => {
      await this.#end();
      if (settingsFor().languageServer) this.#started = await start(this.#extension, this.#said);
    });
  }

  dispose(): Promise<void> {
    return this.#afterLast(async () => {
      await this.#end();
      this.#said.dispose();
    });
  }

  async #end(): Promise<void> {
    const ending = this.#started;
    this.#started = undefined;
    await ending?.end();
  }

  /** What went wrong before keeps nothing from its turn. */
  #afterLast(act: () => Promise<void>): Promise<void> {
    const done = this.#last.then(act);
    this.#last = done.catch(() => undefined);
    return done;
  }
}

async function start(extension: string, outputChannel: LogOutputChannel): Promise<Started> {
  const settings = settingsFor();
  const { command, args, env } = commandLine(extension, settings.commandLine);
  const server: Executable = {
    command,
    args: [...args, 'lsp'],
    options: { env: { ...process.env, ...env } },
  };
  const watcher = workspace.createFileSystemWatcher('**/*.{crmscript,crm,tsfso,ts,js,mjs}');
  const client = new LanguageClient('rehearsal', 'Rehearsal', server, {
    documentSelector: documentSelector(settings.javascript),
    synchronize: { fileEvents: watcher },
    outputChannel,
  });
  try {
    await client.start();
  } catch (error) {
    watcher.dispose();
    throw error;
  }
  return {
    end: async () => {
      watcher.dispose();
      await client.dispose();
    },
  };
}
