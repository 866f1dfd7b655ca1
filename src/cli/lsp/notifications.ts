import type {
  DidChangeConfigurationParams,
  DidChangeTextDocumentParams,
  DidChangeWatchedFilesParams,
  DidChangeWorkspaceFoldersParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
} from 'vscode-languageserver-protocol';
import { FileChangeType } from 'vscode-languageserver-protocol/node';
import type { Checking } from './checking.ts';
import { pathOf } from './documents.ts';
import type { LspConnection } from './lsp-connection.ts';
import type { Session } from './session.ts';
import { registerWith, takeSettings } from './registering.ts';

export type Serving = {
  readonly session: Session;
  readonly checking: Checking;
  readonly line: LspConnection;
};

type Handle = (serving: Serving, params: never) => void;

const handlers: Readonly<Record<string, Handle>> = {
  initialized: (serving) => {
    registerWith(serving);
  },
  'textDocument/didOpen': ({ session, checking }, { textDocument }: DidOpenTextDocumentParams) => {
    const { path } = session.documents.open(textDocument);
    session.listing.add(path);
    session.forget();
    checking.touchAll(path);
  },
  'textDocument/didChange': ({ session, checking }, params: DidChangeTextDocumentParams) => {
    const changed = session.documents.change(params);
    if (changed === undefined) return;
    session.includeGraph.changed(changed.path, changed.text);
    checking.touch(changed.path);
  },
  'textDocument/didClose': ({ session, checking }, { textDocument }: DidCloseTextDocumentParams) => {
    const closed = session.documents.close(textDocument);
    if (closed === undefined) return;
    session.programs.forget(closed.path);
    session.forget();
    checking.forget(closed.path, closed.uri);
  },
  'workspace/didChangeWatchedFiles': ({ session, checking }, { changes }: DidChangeWatchedFilesParams) => {
    for (const { uri, type } of changes) {
      if (type === FileChangeType.Deleted) session.listing.remove(pathOf(uri));
      else session.listing.add(pathOf(uri));
    }
    session.forget();
    checking.refresh();
  },
  'workspace/didChangeWorkspaceFolders': (serving, { event }: DidChangeWorkspaceFoldersParams) => {
    const uris = (folders: readonly { readonly uri: string }[]) => folders.map(({ uri }) => uri);
    serving.session.changeFolders(uris(event.added), uris(event.removed));
    serving.checking.touchAll();
  },
  'workspace/didChangeConfiguration': (serving, { settings }: DidChangeConfigurationParams) => {
    takeSettings(serving, settings);
  },
};

/** Takes in what the client tells. What nobody knows is nothing; what cannot be read fails, and changes nothing. */
export function notified(serving: Serving, method: string, params: unknown): void {
  const handle = Object.hasOwn(handlers, method) ? handlers[method] : undefined;
  handle?.(serving, (params ?? {}) as never);
}
