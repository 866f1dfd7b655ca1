import { codeActions } from './features/actions.ts';
import { completion } from './features/completion.ts';
import { definition } from './features/definition.ts';
import { diagnostic } from './features/diagnostic.ts';
import { formatting, onTypeFormatting, rangeFormatting } from './features/formatting.ts';
import { hover } from './features/hover.ts';
import { inlayHints } from './features/inlays.ts';
import { codeLenses } from './features/lenses.ts';
import { foldingRanges, selectionRanges } from './features/ranges.ts';
import { documentHighlight, references } from './features/references.ts';
import { prepareRename, rename } from './features/rename.ts';
import { signatureHelp } from './features/signature.ts';
import { documentSymbols, workspaceSymbols } from './features/symbols.ts';
import { semanticTokens, semanticTokensDelta, semanticTokensRange } from './features/tokens.ts';
import { isScript, pathOf } from './documents.ts';
import type { Feature } from './feature.ts';
import { isObject } from './given.ts';
import { ErrorCodes, LSPErrorCodes, ResponseError, type CancellationToken } from './lsp-connection.ts';
import type { Session } from './session.ts';

const features: Readonly<Record<string, Feature>> = {
  'textDocument/completion': completion,
  'textDocument/hover': hover,
  'textDocument/signatureHelp': signatureHelp,
  'textDocument/definition': definition,
  'textDocument/references': references,
  'textDocument/documentHighlight': documentHighlight,
  'textDocument/prepareRename': prepareRename,
  'textDocument/rename': rename,
  'textDocument/documentSymbol': documentSymbols,
  'workspace/symbol': workspaceSymbols,
  'textDocument/foldingRange': foldingRanges,
  'textDocument/selectionRange': selectionRanges,
  'textDocument/semanticTokens/full': semanticTokens,
  'textDocument/semanticTokens/full/delta': semanticTokensDelta,
  'textDocument/semanticTokens/range': semanticTokensRange,
  'textDocument/inlayHint': inlayHints,
  'textDocument/formatting': formatting,
  'textDocument/rangeFormatting': rangeFormatting,
  'textDocument/onTypeFormatting': onTypeFormatting,
  'textDocument/codeAction': codeActions,
  'textDocument/codeLens': codeLenses,
  'textDocument/diagnostic': diagnostic,
};

/** Answers a request about the scripts, or says why it cannot be answered. */
export function answer(session: Session, method: string, params: unknown, token: CancellationToken): unknown {
  const feature = Object.hasOwn(features, method) ? features[method] : undefined;
  if (feature === undefined)
    throw new ResponseError(ErrorCodes.MethodNotFound, `This server has no ${method}.`);
  if (token.isCancellationRequested)
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'It was cancelled.');
  if (method !== 'textDocument/codeLens' && isAboutNoScript(params))
    return method === 'textDocument/diagnostic' ? { kind: 'full', items: [] } : null;
  return feature(session, typeof params === 'object' && params !== null ? params : {}, token);
}

/** Editors ask about scenarios, too, and need not be told each time that nothing is to be said of them. */
function isAboutNoScript(params: unknown): boolean {
  const document = isObject(params) ? params['textDocument'] : undefined;
  const uri = isObject(document) ? document['uri'] : undefined;
  return typeof uri === 'string' && !isScript(pathOf(uri));
}
