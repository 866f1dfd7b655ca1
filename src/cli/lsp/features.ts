import { completion } from './features/completion.ts';
import { definition } from './features/definition.ts';
import { hover } from './features/hover.ts';
import { signatureHelp } from './features/signature.ts';
import type { Feature } from './feature.ts';
import { ErrorCodes, LSPErrorCodes, ResponseError, type CancellationToken } from './line.ts';
import type { Session } from './session.ts';

const features: Readonly<Record<string, Feature>> = {
  'textDocument/completion': completion,
  'textDocument/hover': hover,
  'textDocument/signatureHelp': signatureHelp,
  'textDocument/definition': definition,
};

/** Answers a request about the scripts, or says why it cannot be answered. */
export function answer(session: Session, method: string, params: unknown, token: CancellationToken): unknown {
  const feature = Object.hasOwn(features, method) ? features[method] : undefined;
  if (feature === undefined)
    throw new ResponseError(ErrorCodes.MethodNotFound, `This server has no ${method}.`);
  if (token.isCancellationRequested)
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'It was cancelled.');
  return feature(session, typeof params === 'object' && params !== null ? params : {}, token);
}
