import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver-protocol';
import type { Encoding } from './places.ts';

/** What the editor at the other end can do: it is answered in the richest way that it understands. */
export type Client = {
  readonly encoding: Encoding;
  /** Places to fill in, in what a completion inserts. */
  readonly snippets: boolean;
  readonly markdown: { readonly hover: boolean; readonly completion: boolean; readonly signature: boolean };
  /** A parameter can be told by where it stands in a signature. */
  readonly labelOffsets: boolean;
  readonly nestedSymbols: boolean;
  readonly preparesRename: boolean;
  readonly pullsDiagnostics: boolean;
  readonly refreshes: {
    readonly diagnostics: boolean;
    readonly tokens: boolean;
    readonly inlays: boolean;
    readonly lenses: boolean;
  };
  readonly relatedPlaces: boolean;
  /** Settings can be asked for. */
  readonly configuration: boolean;
  readonly configurationRegistration: boolean;
  /** It tells of files that changed, if it is asked to. */
  readonly watchesFiles: boolean;
  readonly codeActions: boolean;
  readonly preferredActions: boolean;
  readonly versionedEdits: boolean;
  readonly foldsLinesOnly: boolean;
  /** It can be told to offer completions again. */
  readonly offersAgain: boolean;
};

export function clientOf({ capabilities, clientInfo }: InitializeParams): Client {
  // What a client says of itself may be anything.
  const { textDocument = {}, workspace = {}, general = {} }: ClientCapabilities = orEmpty(capabilities);
  const { completion, hover, signatureHelp, documentSymbol, codeAction } = orEmpty(textDocument);
  const { configuration, didChangeConfiguration, didChangeWatchedFiles } = orEmpty(workspace);
  const encodings: unknown = orEmpty(general).positionEncodings;
  const speaks = (formats: unknown): boolean => Array.isArray(formats) && formats.includes('markdown');
  return {
    // It is named in the order in which the client likes them.
    encoding: listOf(encodings).find((one) => one === 'utf-16' || one === 'utf-8') ?? 'utf-16',
    snippets: completion?.completionItem?.snippetSupport === true,
    markdown: {
      hover: speaks(hover?.contentFormat),
      completion: speaks(completion?.completionItem?.documentationFormat),
      signature: speaks(signatureHelp?.signatureInformation?.documentationFormat),
    },
    labelOffsets: signatureHelp?.signatureInformation?.parameterInformation?.labelOffsetSupport === true,
    nestedSymbols: documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    preparesRename: textDocument.rename?.prepareSupport === true,
    pullsDiagnostics: isObject(textDocument.diagnostic),
    refreshes: {
      diagnostics: workspace.diagnostics?.refreshSupport === true,
      tokens: workspace.semanticTokens?.refreshSupport === true,
      inlays: workspace.inlayHint?.refreshSupport === true,
      lenses: workspace.codeLens?.refreshSupport === true,
    },
    relatedPlaces: textDocument.publishDiagnostics?.relatedInformation === true,
    configuration: configuration === true,
    configurationRegistration: didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: didChangeWatchedFiles?.dynamicRegistration === true,
    codeActions: isObject(codeAction?.codeActionLiteralSupport),
    preferredActions: codeAction?.isPreferredSupport === true,
    versionedEdits: workspace.workspaceEdit?.documentChanges === true,
    foldsLinesOnly: textDocument.foldingRange?.lineFoldingOnly === true,
    offersAgain: /visual studio code|vscod|code - oss|cursor/i.test(String(orEmpty(clientInfo).name)),
  };
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
const orEmpty = <T extends object>(value: T | null | undefined): Partial<T> =>
  isObject(value) ? (value ?? {}) : {};
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
