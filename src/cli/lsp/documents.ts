import { extname } from 'node:path';
import type {
  DidChangeTextDocumentParams,
  TextDocumentIdentifier,
  TextDocumentItem,
} from 'vscode-languageserver-protocol';
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { rangeOf, wrong } from './given.ts';
import { change, Places, type Encoding } from './places.ts';

/** A document as it stands in the editor. `path` is its file, or, of one that was never saved, what stands for it. */
export type OpenDocument = {
  readonly uri: string;
  readonly path: string;
  readonly version: number;
  readonly text: string;
  readonly places: Places;
};

type Kept = { readonly document: TextDocument; readonly path: string; shown: OpenDocument };

/** The documents that are open, by what they are called here. Changes that cannot be are told and left out. */
export class Documents {
  readonly #open = new Map<string, Kept>();
  readonly #byPath = new Map<string, Kept>();
  readonly #say: (text: string) => void;
  encoding: Encoding = 'utf-16';

  constructor(say: (text: string) => void) {
    this.#say = say;
  }

  open({ uri, languageId, version, text }: TextDocumentItem): OpenDocument {
    const path = pathOf(uri, languageId);
    const document = TextDocument.create(uri, languageId, version, text);
    const kept = { document, path, shown: this.#shown(document, path) };
    this.#open.set(keyOf(uri), kept);
    this.#byPath.set(path, kept);
    return kept.shown;
  }

  /** The document as it is now; undefined where the change was left out, as it is of one that is not open, or an old one. */
  change({ textDocument, contentChanges }: DidChangeTextDocumentParams): OpenDocument | undefined {
    const { uri, version } = textDocument;
    const kept = this.#open.get(keyOf(uri));
    if (kept === undefined) {
      this.#say(`${uri} is not open: a change of it was left out.`);
      return undefined;
    }
    if (version < kept.document.version) {
      const known = String(kept.document.version);
      this.#say(`${uri}: a change to version ${String(version)} came after ${known}, and was left out.`);
      return undefined;
    }
    try {
      for (const one of contentChanges) change(kept.document, checked(one), version, this.encoding);
    } finally {
      kept.shown = this.#shown(kept.document, kept.path);
    }
    return kept.shown;
  }

  close({ uri }: TextDocumentIdentifier): OpenDocument | undefined {
    const kept = this.#open.get(keyOf(uri));
    if (kept === undefined) return undefined;
    this.#open.delete(keyOf(uri));
    this.#byPath.delete(kept.path);
    return kept.shown;
  }

  get(uri: string): OpenDocument | undefined {
    return this.#open.get(keyOf(uri))?.shown;
  }

  at(path: string): OpenDocument | undefined {
    return this.#byPath.get(path)?.shown;
  }

  all(): readonly OpenDocument[] {
    return [...this.#open.values()].map(({ shown }) => shown);
  }

  #shown(document: TextDocument, path: string): OpenDocument {
    const places = new Places(document, this.encoding);
    return { uri: document.uri, path, version: document.version, text: places.text, places };
  }
}

/** A change as it came, or an error that says what is wrong with it. */
function checked(one: TextDocumentContentChangeEvent): TextDocumentContentChangeEvent {
  const { text, range }: { readonly text?: unknown; readonly range?: unknown } = one;
  if (typeof text !== 'string') throw wrong('A change has no text, and was left out.');
  return range === undefined || range === null ? { text } : { text, range: rangeOf(range) };
}

/** Scenarios are opened for what can be done with them, and declarations to be read: there is nothing to be said of their text. */
export const isScript = (path: string): boolean => !/\.(?:json|d\.ts)$/i.test(path);

/** Clients write one address in several ways: `c%3A` and `c:`. */
const keyOf = (uri: string): string => URI.parse(uri).toString();

/** The file of an address; what is none gets the ending of its language, as that tells which it is. */
export function pathOf(uri: string, languageId = ''): string {
  const parsed = URI.parse(uri);
  if (parsed.scheme === 'file') return parsed.fsPath;
  const isScript = /javascript|typescript|tsfso/i.test(languageId);
  const path = `/${parsed.scheme}:${parsed.path.startsWith('/') ? '' : '/'}${parsed.path}`;
  return extname(path) === '' ? `${path}${isScript ? '.ts' : '.crmscript'}` : path;
}

/** The address of a file that is not open. */
export const uriOf = (path: string): string => URI.file(path).toString();
