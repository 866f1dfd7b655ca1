import { commands, window, workspace, type ExtensionContext, type Uri } from 'vscode';
import { goBack, launch, startDebugging } from './debugging.ts';
import { LanguageServer } from './language-server.ts';
import { tellOfOther } from './other-extension.ts';
import { rehearse } from './rehearse.ts';
import { Tests } from './testing/controller.ts';
import { uriOf } from './uri-of.ts';

/** What the extension does once the editor has loaded it. */
export async function activate(context: ExtensionContext): Promise<void> {
  const { extensionPath, subscriptions } = context;
  const languageServer = new LanguageServer(extensionPath);
  const on = (name: string, act: (place: Uri) => Promise<void>) =>
    commands.registerCommand(name, async (given: unknown) => {
      const place = uriOf(given) ?? window.activeTextEditor?.document.uri;
      if (place === undefined) await window.showInformationMessage('Open a script or a scenario first.');
      else await act(place);
    });
  subscriptions.push(
    languageServer,
    on('rehearsal.run', (file) => launch(file, true)),
    on('rehearsal.debug', (file) => launch(file, false)),
    on('rehearsal.replay', (file) => launch(file, true)),
    on('rehearsal.rehearse', (place) => rehearse(extensionPath, place)),
    commands.registerCommand('rehearsal.reverseNext', () => goBack('reverseNext')),
    commands.registerCommand('rehearsal.reverseStepOut', () => goBack('reverseStepOut')),
    commands.registerCommand('rehearsal.restartServer', () => languageServer.restart()),
    workspace.onDidChangeConfiguration(async (change) => {
      const about = ['commandLine', 'languageServer', 'javascript'];
      if (about.some((name) => change.affectsConfiguration(`rehearsal.${name}`)))
        await commands.executeCommand('rehearsal.restartServer');
    }),
  );
  startDebugging(context);
  new Tests(context);
  // None waits for another, and what one cannot do keeps no other from its work.
  const [server] = await Promise.allSettled([languageServer.restart(), tellOfOther(context)]);
  if (server.status === 'rejected')
    void window.showErrorMessage(`Rehearsal’s language server did not start: ${String(server.reason)}`);
}
