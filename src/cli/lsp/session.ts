import type { InitializeParams } from 'vscode-languageserver-protocol';
import type { ScriptLanguage } from '../../engine/definition.ts';
import type { ScriptProgram } from '../script-program.ts';
import { languageOfFile } from '../../bots/script-language.ts';
import { UsageError } from '../terminal.ts';
import { clientOf, type Client } from './client.ts';
import { Programs } from './programs.ts';
import { Documents, isScript, pathOf, uriOf, type OpenDocument } from './documents.ts';
import { isObject } from './given.ts';
import type { Help } from './help.ts';
import { ErrorCodes, LSPErrorCodes, ResponseError } from './lsp-connection.ts';
import { Listing } from './listing.ts';
import { Places } from './places.ts';
import { IncludeGraph } from './include-graph.ts';
import { Scripts } from './scripts.ts';
import type { Tools } from './tools.ts';
import { defaultSettings, readSettings, type Settings } from './settings.ts';

/** A script that something is asked about. */
export type ScriptRequest = {
  readonly path: string;
  readonly places: Places;
  readonly program: ScriptProgram;
  readonly help: Help;
  readonly tools: Tools;
};

/** What the server knows of its client and of the scripts that it works on. */
export class Session {
  readonly say: (text: string) => void;
  readonly documents: Documents;
  readonly listing: Listing;
  readonly scripts: Scripts;
  readonly programs: Programs;
  readonly client: Client;
  readonly includeGraph: IncludeGraph;
  /** Tells the person at the editor something. */
  readonly tell: (text: string) => void;
  #folders: readonly string[];
  #settings = defaultSettings;
  #help: Promise<Help> | undefined;
  readonly #tools: Partial<Record<ScriptLanguage, Promise<Tools>>> = {};

  constructor(params: InitializeParams, say: (text: string) => void, tell: (text: string) => void) {
    this.say = say;
    this.tell = tell;
    this.client = clientOf(params);
    this.#folders = foldersOf(params);
    this.documents = new Documents(say);
    this.documents.encoding = this.client.encoding;
    this.listing = new Listing(() => this.#folders, say);
    this.scripts = new Scripts(this.documents, this.listing);
    this.programs = new Programs(this.scripts);
    this.includeGraph = new IncludeGraph(this);
    this.set(params.initializationOptions);
  }

  get settings(): Settings {
    return this.#settings;
  }

  get folders(): readonly string[] {
    return this.#folders;
  }

  /** Takes the client's settings; of a value that is not valid it says so, and takes the default. */
  set(given: unknown): void {
    const { settings, problems } = readSettings(given, this.#folders);
    for (const problem of problems) this.say(problem);
    this.#settings = settings;
    this.scripts.includes = settings.include;
  }

  changeFolders(added: readonly string[], removed: readonly string[]): void {
    const gone = new Set(removed.map((uri) => pathOf(uri)));
    this.#folders = [...new Set([...this.#folders, ...added.map((uri) => pathOf(uri))])].filter(
      (folder) => !gone.has(folder),
    );
    this.listing.forget();
    this.forget();
  }

  /** Files came, went or changed on disk, or the folders did: what is known of them is read again when it is next needed. */
  forget(): void {
    this.scripts.forget();
    this.includeGraph.forget();
  }

  /** The languages, loaded when a script is first looked at. */
  help(): Promise<Help> {
    return (this.#help ??= import('./help.ts').then(({ Help }) => new Help()));
  }

  /** The requests that a language answers beyond checking, completing and hovering: outline, references, rename, format … */
  tools(language: ScriptLanguage): Promise<Tools> {
    return (this.#tools[language] ??=
      language === 'crmscript'
        ? import('./crmscript-tools.ts').then(({ crmscriptTools }) => crmscriptTools(this))
        : this.#javascriptTools());
  }

  async #javascriptTools(): Promise<Tools> {
    const { javascriptTools } = await import('./javascript-tools.ts');
    const help = await this.help();
    await help.load('javascript');
    return javascriptTools(this, help.javascript);
  }

  /** A script by its address. What is not open is as it is on disk; what is not there either cannot be asked about. */
  async ask(uri: unknown): Promise<ScriptRequest> {
    if (typeof uri !== 'string') throw new ResponseError(ErrorCodes.InvalidParams, 'It names no document.');
    const open = this.documents.get(uri);
    const path = open?.path ?? pathOf(uri);
    if (!isScript(path)) throw new ResponseError(LSPErrorCodes.RequestFailed, `${uri} is no script.`);
    const asked = await this.#asked(path, open);
    if (asked === undefined)
      throw new ResponseError(
        ErrorCodes.InvalidParams,
        `${uri} is neither open nor a file that can be read.`,
      );
    return asked;
  }

  /** The script of a path with all that it includes; undefined where there is none (any more). */
  async #asked(path: string, open: OpenDocument | undefined): Promise<ScriptRequest | undefined> {
    const help = await this.help();
    const language = languageOfFile(path);
    await help.load(language);
    const tools = await this.tools(language);
    const program = await this.program(path);
    if (program === undefined) return undefined;
    const places = open?.text === program.source ? open.places : this.places(path);
    return { path, program, help, tools, places };
  }

  /**
   * A script and all that it includes, as the checker wants it. Where an `#include` was not found, all folders are listed, and it is
   * looked for once more.
   */
  async program(path: string): Promise<ScriptProgram | undefined> {
    const program = this.programs.of(path);
    if (!this.scripts.takeMissed()) return program;
    await this.listing.list();
    return this.programs.of(path);
  }

  /** Turns offsets of a script into lines and columns, and back. A script that cannot be read counts as empty. */
  places(path: string): Places {
    const open = this.documents.at(path);
    if (open !== undefined) return open.places;
    try {
      return Places.of(this.scripts.read(path), this.client.encoding);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      return Places.of('', this.client.encoding);
    }
  }

  uri(path: string): string {
    return this.documents.at(path)?.uri ?? uriOf(path);
  }
}

type RootParams = {
  readonly workspaceFolders?: unknown;
  readonly rootUri?: unknown;
  readonly rootPath?: unknown;
};

/** The folders that the client has open: those of `workspaceFolders`, else the older `rootUri` or `rootPath`. */
function foldersOf(params: InitializeParams): readonly string[] {
  const { workspaceFolders, rootUri, rootPath }: RootParams = params;
  const given: readonly unknown[] | undefined = Array.isArray(workspaceFolders)
    ? workspaceFolders
    : undefined;
  const uris = given?.map((one) => (isObject(one) ? one['uri'] : undefined)) ?? [rootUri];
  const folders = uris.flatMap((uri) => (typeof uri === 'string' ? [pathOf(uri)] : []));
  if (folders.length > 0) return [...new Set(folders)];
  return typeof rootPath === 'string' && rootPath !== '' ? [rootPath] : [];
}
