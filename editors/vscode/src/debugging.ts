import {
  DebugAdapterExecutable,
  debug,
  window,
  workspace,
  type DebugAdapterDescriptorFactory,
  type DebugConfiguration,
  type DebugConfigurationProvider,
  type ExtensionContext,
  type Uri,
} from 'vscode';
import { commandLine } from './plain/command-line.ts';
import { isScenario } from './plain/scenario-outline.ts';
import { settingsFor } from './settings.ts';

export const debugType = 'rehearsal';

/** What is launched for a file: a scenario with the sources of the settings' folder, or one script. */
export function launchFor(file: Uri, isOfScenario: boolean, step?: number): DebugConfiguration {
  const { scripts, include } = settingsFor(file);
  const about = { type: debugType, request: 'launch', name: workspace.asRelativePath(file) };
  if (!isOfScenario) return { ...about, script: file.fsPath, include };
  return {
    ...about,
    scenario: file.fsPath,
    ...(scripts !== '' && { scripts }),
    ...(step !== undefined && { step }),
  };
}

/** Launches a file by itself. `noDebug` plays it through. */
export async function launch(file: Uri, noDebug: boolean): Promise<void> {
  const { fileName } = await workspace.openTextDocument(file);
  await debug.startDebugging(workspace.getWorkspaceFolder(file), launchFor(file, /\.json$/i.test(fileName)), {
    noDebug,
  });
}

const adapter = (extensionPath: string): DebugAdapterDescriptorFactory => ({
  createDebugAdapterDescriptor: ({ workspaceFolder }) => {
    const { command, args, env } = commandLine(extensionPath, settingsFor(workspaceFolder?.uri).commandLine);
    // Paths of a launch count from where the adapter stands.
    const cwd = workspaceFolder?.uri.fsPath;
    return new DebugAdapterExecutable(command, [...args, 'dap'], { env, ...(cwd !== undefined && { cwd }) });
  },
});

/** F5 without a launch configuration: what is open is launched. */
const configurations: DebugConfigurationProvider = {
  resolveDebugConfiguration: (_folder, config) => {
    if (config.type !== '' && 'request' in config && config.request !== '') return config;
    const open = window.activeTextEditor?.document;
    if (open === undefined) return undefined;
    if (open.languageId !== 'crmscript' && !isScenario(open.getText())) return undefined;
    return launchFor(open.uri, open.languageId !== 'crmscript');
  },
};

/** Goes back over calls, or out of the function: requests of ours, which the protocol does not have. */
export async function goBack(request: 'reverseNext' | 'reverseStepOut'): Promise<void> {
  const session = debug.activeDebugSession;
  if (session?.type === debugType) await session.customRequest(request, { threadId: 1 });
}

export function startDebugging({ extensionPath, subscriptions }: ExtensionContext): void {
  subscriptions.push(
    debug.registerDebugAdapterDescriptorFactory(debugType, adapter(extensionPath)),
    debug.registerDebugConfigurationProvider(debugType, configurations),
  );
}
