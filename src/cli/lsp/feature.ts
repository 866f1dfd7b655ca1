import type { Location, Position, Range } from 'vscode-languageserver-protocol';
import { ErrorCodes, ResponseError, type CancellationToken } from './line.ts';
import type { Asked, Session } from './session.ts';

/** The parameters of a request as they came: nothing is known of them. */
export type Params = Readonly<Record<string, unknown>>;

/** Answers one kind of request. */
export type Feature = (session: Session, params: object, token: CancellationToken) => unknown;

export const wrong = (text: string) => new ResponseError(ErrorCodes.InvalidParams, text);

const isObject = (value: unknown): value is Params => typeof value === 'object' && value !== null;

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0;

/** The script that a request is about. */
export async function askedBy(session: Session, params: object): Promise<Asked> {
  const { textDocument } = params as Params;
  if (!isObject(textDocument)) throw wrong('It names no document.');
  return session.ask(textDocument['uri']);
}

/** A place of a request: a line and a character, from 0. */
export function positionOf(value: unknown): Position {
  if (isObject(value) && isCount(value['line']) && isCount(value['character']))
    return { line: value['line'], character: value['character'] };
  throw wrong('A place is a line and a character, both whole numbers from 0.');
}

/** The script that a request is about, and where in it. */
export async function askedAt(
  session: Session,
  params: object,
): Promise<Asked & { readonly offset: number }> {
  const position = positionOf((params as Params)['position']);
  const asked = await askedBy(session, params);
  return { ...asked, offset: asked.places.offset(position) };
}

/** A range in a request: where it starts and where it ends. */
export function rangeOf(value: unknown): Range {
  if (!isObject(value)) throw wrong('A range has a start and an end.');
  return { start: positionOf(value['start']), end: positionOf(value['end']) };
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
