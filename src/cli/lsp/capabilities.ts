import {
  CodeActionKind,
  TextDocumentSyncKind,
  type ServerCapabilities,
} from 'vscode-languageserver-protocol';
import type { Client } from './client.ts';
import { legend } from './legend.ts';

/** What the server can do for a client. */
export const capabilitiesFor = (client: Client): ServerCapabilities => ({
  positionEncoding: client.encoding,
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
  completionProvider: { triggerCharacters: ['.', '"', "'", '#', '(', ' ', ':'] },
  hoverProvider: true,
  signatureHelpProvider: { triggerCharacters: ['(', ','], retriggerCharacters: [')'] },
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: client.preparesRename ? { prepareProvider: true } : true,
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  semanticTokensProvider: { legend, full: { delta: true }, range: true },
  inlayHintProvider: true,
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
  documentOnTypeFormattingProvider: { firstTriggerCharacter: '}', moreTriggerCharacter: [';', '\n'] },
  codeActionProvider: client.codeActions
    ? { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.SourceFixAll] }
    : false,
  codeLensProvider: {},
  ...(client.pullsDiagnostics && {
    diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false },
  }),
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
});
