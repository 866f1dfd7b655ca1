import type { Location } from 'vscode-languageserver-protocol';
import type { OpenDocument } from './documents.ts';
import { isObject, positionOf, wrong, type Params } from './given.ts';
import { LSPErrorCodes, ResponseError, type CancellationToken } from './lsp-connection.ts';
import type { ScriptRequest, Session } from './session.ts';

/** Answers one kind of request. */
export type Feature = (session: Session, params: object, token: CancellationToken) => unknown;

/** The script that a request is about. */
export async function askedBy(session: Session, params: object): Promise<ScriptRequest> {
  const { textDocument } = params as Params;
  if (!isObject(textDocument)) throw wrong('It names no document.');
  return session.ask(textDocument['uri']);
}

/** The script that a request is about, and where in it. */
export async function askedAt(
  session: Session,
  params: object,
): Promise<ScriptRequest & { readonly offset: number }> {
  const position = positionOf((params as Params)['position']);
  const open = documentOf(session, params);
  const asked = await askedBy(session, params);
  if (open !== undefined && open.text !== asked.program.source) throw changedMeanwhile();
  return { ...asked, offset: asked.places.offset(position) };
}

/** After something was waited for: places that were asked about mean nothing in a text that was written in meanwhile. */
export function stillSame(session: Session, { path, program }: ScriptRequest): void {
  if (session.programs.of(path)?.source === program.source) return;
  throw changedMeanwhile();
}

const changedMeanwhile = () =>
  new ResponseError(LSPErrorCodes.ContentModified, 'The text was changed meanwhile.');

/** The open document that a request is about. */
function documentOf({ documents }: Session, params: object): OpenDocument | undefined {
  const { textDocument } = params as Params;
  const uri = isObject(textDocument) ? textDocument['uri'] : undefined;
  return typeof uri === 'string' ? documents.get(uri) : undefined;
}

/** A place in a script as the client has it. */
export const locationOf = (
  session: Session,
  { file, start, end }: { readonly file: string; readonly start: number; readonly end: number },
): Location => ({ uri: session.uri(file), range: session.places(file).range(start, end) });

/** The word that a place is in, or at the end of. */
export function wordAt(text: string, offset: number): string {
  const before = /[\w$]*$/.exec(text.slice(Math.max(0, offset - 500), offset))?.[0] ?? '';
  const behind = /^[\w$]*/.exec(text.slice(offset, offset + 500))?.[0] ?? '';
  return before + behind;
}
