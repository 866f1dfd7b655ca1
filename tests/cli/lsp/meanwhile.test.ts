import type { Diagnostic, InitializeParams } from 'vscode-languageserver-protocol';
import { afterEach, describe, expect, it } from 'vitest';
import { Checking } from '../../../src/cli/lsp/checking.ts';
import type { LspConnection } from '../../../src/cli/lsp/lsp-connection.ts';
import { Session } from '../../../src/cli/lsp/session.ts';
import { everything, Folder } from './editor.ts';

type Published = { readonly uri: string; readonly version?: number; readonly diagnostics: Diagnostic[] };

describe('what an editor does while something is looked at', () => {
  const folders: Folder[] = [];

  afterEach(() => {
    for (const folder of folders.splice(0)) folder.remove();
  });

  function folderWith(files: Readonly<Record<string, string>>): Folder {
    const folder = new Folder(files);
    folders.push(folder);
    return folder;
  }

  /** A server's inside, in which looking for the programs of a script comes to its end when it is let. */
  function checkingIn(folder: Folder) {
    const published: Published[] = [];
    const looked: (() => void)[] = [];
    /** Comes back when the next script is taken up. */
    const next = () => new Promise<void>((resolve) => looked.push(resolve));
    const session = new Session(
      {
        workspaceFolders: [{ uri: folder.uri(''), name: '' }],
        capabilities: everything,
      } as unknown as InitializeParams,
      () => undefined,
      () => undefined,
    );
    const line = {
      quiet: () => {
        for (const goOn of looked.splice(0)) goOn();
        return new Promise((resolve) => setImmediate(resolve));
      },
      tell: (_: string, params: Published) => {
        published.push(params);
      },
    } as unknown as LspConnection;
    let find: (roots: readonly string[]) => void = () => undefined;
    const found = new Promise<readonly string[]>((resolve) => {
      find = resolve;
    });
    const asked = new Promise<void>((resolve) => {
      session.includeGraph.rootsOf = () => {
        resolve();
        return found;
      };
    });
    return { session, checking: new Checking(session, line), published, asked, find, next };
  }

  it('shows nothing of a script that was closed meanwhile', async () => {
    const folder = folderWith({});
    const { session, checking, published, asked, find, next } = checkingIn(folder);
    const uri = folder.uri('a.crmscript');
    const { path } = session.documents.open({ uri, languageId: 'crmscript', version: 1, text: 'never();\n' });
    checking.touch(path);
    await asked;

    session.documents.close({ uri });
    checking.forget(path, uri);
    find([]);
    await next();

    expect(published.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
  });

  it('says of no version what another one is', async () => {
    const folder = folderWith({});
    const { session, checking, published, asked, find, next } = checkingIn(folder);
    const uri = folder.uri('a.crmscript');
    const { path } = session.documents.open({ uri, languageId: 'crmscript', version: 1, text: 'never();\n' });
    checking.touch(path);
    await asked;

    session.documents.change({
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: 'print("");\n' }],
    });
    checking.touch(path);
    find([]);
    await next();
    await next();

    expect(published.map(({ version, diagnostics }) => [version, diagnostics.length])).toEqual([[2, 0]]);
  });
});
