import { workspace, type ExtensionContext } from 'vscode';
import { LanguageClient, type DocumentSelector, type Executable } from 'vscode-languageclient/node';
import { commandLine } from './plain/command-line.ts';
import { settingsFor } from './settings.ts';

/** Which documents the server serves: CRMScript, what is declared to be SuperOffice's JavaScript, and scenarios, for their lens. */
const documentSelector = (javascript: readonly string[]): DocumentSelector => [
  { language: 'crmscript' },
  ...javascript.map((pattern) => ({ pattern })),
  { pattern: '**/*.rehearsal.json' },
];

/** Starts the language server. It ends with the extension. */
export async function startLanguageServer({
  extensionPath,
  subscriptions,
}: ExtensionContext): Promise<LanguageClient> {
  const settings = settingsFor();
  const { command, args, env } = commandLine(extensionPath, settings.commandLine);
  const server: Executable = {
    command,
    args: [...args, 'lsp'],
    options: { env: { ...process.env, ...env } },
  };
  const watcher = workspace.createFileSystemWatcher('**/*.{crmscript,crm,tsfso,ts,js,mjs}');
  const client = new LanguageClient('rehearsal', 'Rehearsal', server, {
    documentSelector: documentSelector(settings.javascript),
    synchronize: { fileEvents: watcher },
  });
  subscriptions.push(watcher, client);
  await client.start();
  return client;
}
