import { workspace, type Uri } from 'vscode';

/** What people set under `rehearsal`, apart from what the language server asks for itself. */
export type Settings = {
  /** Another command line than the one in the extension: a module, or a program. */
  readonly commandLine: string;
  readonly languageServer: boolean;
  /** Which scripts in JavaScript and TypeScript are SuperOffice's, as patterns. */
  readonly javascript: readonly string[];
  /** The folder whose files give the sources of a scenario's scripts, from the workspace's folder on. */
  readonly scripts: string;
  readonly include: readonly string[];
  /** Where the page is found. */
  readonly page: string;
};

export function settingsFor(place?: Uri): Settings {
  const given = workspace.getConfiguration('rehearsal', place);
  return {
    commandLine: given.get('commandLine', ''),
    languageServer: given.get('languageServer', true),
    javascript: given.get<readonly string[]>('javascript', ['**/*.tsfso']),
    scripts: given.get('scripts', ''),
    include: given.get<readonly string[]>('include', []),
    page: given.get('page', ''),
  };
}
