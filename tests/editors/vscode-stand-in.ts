import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/*
 * What an extension sees of VS Code, as far as ours looks: things that it registers are kept to be looked at, documents are opened by
 * hand, and what nobody asks about does nothing. It is bundled, and lies where `require('vscode')` finds it.
 */

type Listener = (event: unknown) => unknown;

class Disposable {
  static from(...all: readonly { dispose: () => unknown }[]) {
    return new Disposable(() => {
      for (const one of all) one.dispose();
    });
  }

  readonly #act: () => unknown;
  constructor(act: () => unknown = () => undefined) {
    this.#act = act;
  }
  dispose() {
    return this.#act();
  }
}

class EventEmitter {
  readonly #listeners = new Set<Listener>();
  readonly event = (listener: Listener, self?: unknown, all?: Disposable[]) => {
    const bound: Listener = (event) => listener.call(self, event);
    this.#listeners.add(bound);
    const registered = new Disposable(() => this.#listeners.delete(bound));
    all?.push(registered);
    return registered;
  };
  fire(event: unknown) {
    for (const listener of this.#listeners) listener(event);
  }
  dispose() {
    this.#listeners.clear();
  }
}

class Uri {
  static file(path: string) {
    return new Uri(pathToFileURL(path));
  }
  static parse(text: string) {
    return new Uri(new URL(text));
  }
  readonly #url: URL;
  constructor(url: URL) {
    this.#url = url;
  }
  get scheme() {
    return this.#url.protocol.slice(0, -1);
  }
  get path() {
    return decodeURIComponent(this.#url.pathname);
  }
  get authority() {
    return this.#url.host;
  }
  get fsPath() {
    return this.scheme === 'file' ? fileURLToPath(this.#url) : this.path;
  }
  toString() {
    return this.#url.href;
  }
  with() {
    return this;
  }
}

class Position {
  readonly line: number;
  readonly character: number;
  constructor(line: number, character: number) {
    this.line = line;
    this.character = character;
  }
}

class Range {
  readonly start: Position;
  readonly end: Position;
  constructor(...given: readonly [Position, Position] | readonly [number, number, number, number]) {
    const [a, b, c, d] = given;
    this.start = a instanceof Position ? a : new Position(a, b as number);
    this.end = b instanceof Position ? b : new Position(c as number, d as number);
  }
}

/** A class that keeps what it is made of, in order, under `given`. */
const keeping = (name: string) =>
  ({
    [name]: class {
      readonly given: readonly unknown[];
      constructor(...given: readonly unknown[]) {
        this.given = given;
      }
    },
  })[name];

class TestMessage {
  static diff(message: string, expectedOutput: string, actualOutput: string) {
    return Object.assign(new TestMessage(message), { expectedOutput, actualOutput });
  }
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

export class Items {
  readonly #all = new Map<string, { readonly id: string; parent?: unknown }>();
  readonly #owner: unknown;
  constructor(owner?: unknown) {
    this.#owner = owner;
  }
  get size() {
    return this.#all.size;
  }
  add(item: { readonly id: string; parent?: unknown }) {
    if (this.#owner !== undefined) item.parent = this.#owner;
    this.#all.set(item.id, item);
  }
  get(id: string) {
    return this.#all.get(id);
  }
  delete(id: string) {
    this.#all.delete(id);
  }
  forEach(act: (item: unknown) => void) {
    for (const item of this.#all.values()) act(item);
  }
  replace(items: readonly { readonly id: string }[]) {
    this.#all.clear();
    for (const item of items) this.add(item);
  }
}

/** What the extension did, for a test to look at. */
export const seen = {
  commands: new Map<string, (...given: readonly unknown[]) => unknown>(),
  debuggers: new Map<
    string,
    { createDebugAdapterDescriptor: (session: unknown) => { given: readonly unknown[] } }
  >(),
  configurations: new Map<string, unknown>(),
  controllers: [] as { readonly id: string; readonly items: Items; readonly profiles: unknown[] }[],
  results: [] as { readonly kind: string; readonly id: string; readonly messages?: unknown }[],
  coverage: [] as { readonly given: readonly unknown[] }[],
  diagnostics: new Map<string, readonly { readonly message: string }[]>(),
  launched: [] as unknown[],
  opened: [] as string[],
  errors: [] as string[],
  settings: new Map<string, unknown>(),
  /** Patterns that are watched now, and channels that are open, by name. */
  open: [] as string[],
  folder: '',
};

class TabInputText {
  readonly uri: Uri;
  constructor(uri: Uri) {
    this.uri = uri;
  }
}

const opens = new EventEmitter();
const saves = new EventEmitter();
const tabs = new EventEmitter();
const documents: { readonly uri: Uri }[] = [];

const tabOf = ({ uri }: { readonly uri: Uri }) => ({ input: new TabInputText(uri) });

/** Opens a document, as the editor tells its extensions. */
export function open(path: string, languageId: string): void {
  const text = readFileSync(path, 'utf8');
  const document = {
    uri: Uri.file(path),
    fileName: path,
    languageId,
    version: 1,
    getText: () => text,
    lineCount: text.split('\n').length,
  };
  documents.push(document);
  opens.fire(document);
  tabs.fire({ opened: [tabOf(document)], closed: [], changed: [] });
}

/** Tells whoever watches files that one was saved. */
export const save = (path: string): void => {
  saves.fire(Uri.file(path));
};

const diagnosticCollection = () => ({
  set: (uri: Uri, all: readonly { readonly message: string }[] | undefined) =>
    seen.diagnostics.set(uri.toString(), all ?? []),
  delete: () => undefined,
  clear: () => undefined,
  has: () => false,
  get: () => [],
  dispose: () => undefined,
});

const run = () => {
  const result = (kind: string) => (item: { readonly id: string }, messages?: unknown) =>
    void seen.results.push({ kind, id: item.id, messages });
  return {
    enqueued: () => undefined,
    started: () => undefined,
    passed: result('passed'),
    failed: result('failed'),
    errored: result('errored'),
    skipped: result('skipped'),
    appendOutput: () => undefined,
    addCoverage: (file: { readonly given: readonly unknown[] }) => void seen.coverage.push(file),
    end: () => undefined,
  };
};

const folders = () => [{ uri: Uri.file(seen.folder), name: 'bots', index: 0 }];

/** Does nothing whatever is made of it: called, constructed, extended or looked into. */
const nothing: unknown = new Proxy(function nothing() {}, {
  get: (target, name) => {
    if (name === 'prototype') return target.prototype as unknown;
    if (name === Symbol.iterator) return () => [][Symbol.iterator]();
    if (name === 'then' || typeof name === 'symbol') return undefined;
    return nothing;
  },
  apply: () => nothing,
  construct: () => ({}),
});

/** What is given, and nothing for all else. */
const partly = (given: object): unknown =>
  new Proxy(given, {
    get: (target, name) =>
      name in target
        ? (Reflect.get(target, name) as unknown)
        : typeof name === 'symbol'
          ? undefined
          : nothing,
  });

/** Keeps what is open until what this gives is called. */
const opened = (name: string) => {
  seen.open.push(name);
  return () => {
    seen.open = seen.open.toSpliced(seen.open.indexOf(name), 1);
  };
};

const noted = (list: string[]) => (text: string) => {
  list.push(text);
  return Promise.resolve(undefined);
};

/** What `require('vscode')` gives. */
export const vscode = partly({
  version: '1.95.0',
  Disposable,
  EventEmitter,
  Uri,
  Position,
  Range,
  TestMessage,
  Location: keeping('Location'),
  RelativePattern: keeping('RelativePattern'),
  DebugAdapterExecutable: keeping('DebugAdapterExecutable'),
  FileCoverage: keeping('FileCoverage'),
  TestCoverageCount: keeping('TestCoverageCount'),
  StatementCoverage: keeping('StatementCoverage'),
  BranchCoverage: keeping('BranchCoverage'),
  Diagnostic: class {
    readonly range: unknown;
    readonly message: string;
    constructor(range: unknown, message: string) {
      this.range = range;
      this.message = message;
    }
  },
  CancellationTokenSource: class {
    readonly #cancelled = new EventEmitter();
    readonly token = { isCancellationRequested: false, onCancellationRequested: this.#cancelled.event };
    cancel() {
      this.token.isCancellationRequested = true;
      this.#cancelled.fire(undefined);
    }
    dispose() {}
  },
  FileType: { Unknown: 0, File: 1, Directory: 2 },
  TestRunProfileKind: { Run: 1, Debug: 2, Coverage: 3 },
  ConfigurationTarget: { Global: 1 },
  env: partly({
    language: 'en',
    appName: 'A stand-in',
    openExternal: (uri: Uri) => Promise.resolve(seen.opened.push(uri.toString()) > 0),
  }),
  extensions: { all: [], getExtension: () => undefined, onDidChange: new EventEmitter().event },
  TabInputText,
  window: partly({
    tabGroups: {
      get all() {
        return [{ tabs: documents.map(tabOf) }];
      },
      onDidChangeTabs: tabs.event,
    },
    showErrorMessage: noted(seen.errors),
    showInformationMessage: noted(seen.errors),
    createOutputChannel: (name: string) =>
      partly({ append: () => undefined, appendLine: () => undefined, dispose: opened(name) }),
  }),
  commands: {
    registerCommand: (name: string, act: () => unknown) => {
      seen.commands.set(name, act);
      return new Disposable();
    },
    executeCommand: () => Promise.resolve(undefined),
    getCommands: () => Promise.resolve([]),
  },
  debug: partly({
    registerDebugAdapterDescriptorFactory: (type: string, factory: never) => {
      seen.debuggers.set(type, factory);
      return new Disposable();
    },
    registerDebugConfigurationProvider: (type: string, provider: unknown) => {
      seen.configurations.set(type, provider);
      return new Disposable();
    },
    startDebugging: (_: unknown, config: unknown, options: unknown) => {
      seen.launched.push({ config, options });
      return Promise.resolve(true);
    },
  }),
  languages: partly({
    createDiagnosticCollection: diagnosticCollection,
    match: (
      selector: readonly { readonly language?: string }[],
      { languageId }: { readonly languageId: string },
    ) => (selector.some(({ language }) => language === languageId) ? 10 : 0),
  }),
  tests: {
    createTestController: (id: string) => {
      const controller = {
        id,
        items: new Items(),
        profiles: [] as unknown[],
        createTestItem: (own: string, label: string, uri: Uri) => {
          const item: Record<string, unknown> = { id: own, label, uri };
          item['children'] = new Items(item);
          return item;
        },
        createRunProfile: (name: string, kind: number, handler: unknown) => {
          const profile = { name, kind, handler };
          controller.profiles.push(profile);
          return profile;
        },
        createTestRun: run,
        dispose: () => undefined,
      };
      seen.controllers.push(controller);
      return controller;
    },
  },
  workspace: partly({
    get workspaceFolders() {
      return folders();
    },
    get textDocuments() {
      return documents;
    },
    notebookDocuments: [],
    getWorkspaceFolder: () => folders()[0],
    asRelativePath: (uri: Uri) => relative(seen.folder, uri.fsPath),
    getConfiguration: (section?: string) => ({
      get: (name: string, otherwise: unknown) =>
        seen.settings.get([section, name].filter((part) => part).join('.')) ?? otherwise,
      has: () => false,
      inspect: () => undefined,
      update: (name: string, value: unknown) =>
        Promise.resolve(seen.settings.set(`${String(section)}.${name}`, value)),
    }),
    findFiles: () =>
      Promise.resolve(
        readdirSync(seen.folder, { recursive: true, encoding: 'utf8' })
          .filter((file) => file.endsWith('.json'))
          .map((file) => Uri.file(join(seen.folder, file))),
      ),
    fs: {
      readFile: (uri: Uri) => Promise.resolve(readFileSync(uri.fsPath)),
      stat: (uri: Uri) =>
        Promise.resolve({
          type: statSync(uri.fsPath).isDirectory() ? 2 : 1,
          size: statSync(uri.fsPath).size,
        }),
    },
    openTextDocument: (uri: Uri) => Promise.resolve({ uri, fileName: uri.fsPath }),
    onDidOpenTextDocument: opens.event,
    createFileSystemWatcher: (pattern: string) => {
      const never = new EventEmitter().event;
      return { onDidCreate: never, onDidChange: saves.event, onDidDelete: never, dispose: opened(pattern) };
    },
  }),
});
