import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-languageserver-protocol/node';
import type { Diagnostic, Position } from 'vscode-languageserver-protocol';

const root = join(import.meta.dirname, '../../..');

/** The language server as an editor starts it: the real command, with nothing but its three streams. */
export const startServer = (...more: readonly string[]): ChildProcessWithoutNullStreams =>
  spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'lsp', ...more], { cwd: root });

/** What an editor that can do everything says of itself. */
export const everything = {
  general: { positionEncodings: ['utf-16'] },
  workspace: {
    configuration: false,
    workspaceEdit: { documentChanges: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceFolders: true,
  },
  textDocument: {
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'] } },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    signatureHelp: {
      signatureInformation: {
        documentationFormat: ['markdown'],
        parameterInformation: { labelOffsetSupport: true },
      },
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } },
      isPreferredSupport: true,
    },
    publishDiagnostics: { relatedInformation: true },
  },
};

type Published = { readonly uri: string; readonly version?: number; readonly diagnostics: Diagnostic[] };

/** A folder of scripts on disk, gone again at the end. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'rehearsal-lsp-'));

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  write(name: string, content: string | Uint8Array): void {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }

  uri(name: string): string {
    return pathToFileURL(join(this.path, name)).toString();
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** An editor that speaks to the server. */
export class Editor {
  readonly server: ChildProcessWithoutNullStreams;
  readonly connection: MessageConnection;
  readonly exited: Promise<number | null>;
  readonly published: Published[] = [];
  /** What the server asked of the editor, by method. */
  readonly asked: { readonly method: string; readonly params: unknown }[] = [];
  said = '';
  #scripts = 0;
  #waiting: (() => void)[] = [];

  private constructor(server: ChildProcessWithoutNullStreams) {
    this.server = server;
    this.exited = new Promise((resolve) => {
      server.on('exit', resolve);
    });
    server.stderr.on('data', (chunk: Buffer) => {
      this.said += chunk.toString();
      this.#wake();
    });
    this.connection = createMessageConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    this.connection.onNotification('textDocument/publishDiagnostics', (params: Published) => {
      this.published.push(params);
      this.#wake();
    });
    this.connection.onRequest((method, params) => {
      this.asked.push({ method, params });
      this.#wake();
      return null;
    });
    this.connection.onError(() => undefined);
    this.connection.listen();
  }

  static async start(
    folders: readonly Folder[],
    capabilities: object = everything,
    more: object = {},
  ): Promise<Editor> {
    const editor = new Editor(startServer());
    const workspaceFolders = folders.map(({ path }) => ({ uri: pathToFileURL(path).toString(), name: path }));
    editor.initialized = await editor.request('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders,
      capabilities,
      ...more,
    });
    await editor.connection.sendNotification('initialized', {});
    return editor;
  }

  initialized: unknown;

  async request<T>(method: string, params?: unknown): Promise<T> {
    return await this.connection.sendRequest(method, params);
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  async open(uri: string, text: string, languageId = 'crmscript'): Promise<void> {
    await this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Opens a new script of a folder, whose text has the mark `|`; says which it is, and where the mark stood. */
  async openMarked(folder: Folder, source: string, { within = '', ending = '.crmscript' } = {}) {
    this.#scripts += 1;
    const uri = folder.uri(`${within}script ${String(this.#scripts)}${ending}`);
    const { text, position } = marked(source);
    await this.open(uri, text);
    return { uri, position, text };
  }

  /** Puts a whole new text in place of the old one. */
  async write(uri: string, text: string, version: number): Promise<void> {
    await this.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }

  /** Asks about a place in a document. */
  at<T>(method: string, uri: string, position: Position, more: object = {}): Promise<T> {
    return this.request(`textDocument/${method}`, { textDocument: { uri }, position, ...more });
  }

  /** What is wrong with a version of a document, once the server says so. */
  async diagnostics(uri: string, version = 1): Promise<readonly Diagnostic[]> {
    const find = () => this.published.findLast((one) => one.uri === uri && one.version === version);
    await this.until(() => find() !== undefined);
    return find()?.diagnostics ?? [];
  }

  /** Comes back once something holds; it is looked at whenever the server says something. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  async stop(): Promise<number | null> {
    await this.request('shutdown');
    await this.notify('exit', undefined);
    return this.exited;
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

/** The text without its mark `|`, and where that stood. */
export function marked(text: string): { readonly text: string; readonly position: Position } {
  const at = text.indexOf('|');
  const before = text.slice(0, at).split('\n');
  return {
    text: text.slice(0, at) + text.slice(at + 1),
    position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
  };
}
