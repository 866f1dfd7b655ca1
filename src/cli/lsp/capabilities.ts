import { TextDocumentSyncKind, type ServerCapabilities } from 'vscode-languageserver-protocol';
import type { Client } from './client.ts';

/** What the server can do for a client. */
export const capabilitiesFor = (client: Client): ServerCapabilities => ({
  positionEncoding: client.encoding,
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
  completionProvider: { triggerCharacters: ['.', '"', "'", '#', '(', ' ', ':'] },
  hoverProvider: true,
  signatureHelpProvider: { triggerCharacters: ['(', ','], retriggerCharacters: [')'] },
  definitionProvider: true,
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
});
