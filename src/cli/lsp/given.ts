import type { Position, Range } from 'vscode-languageserver-protocol';
import { ErrorCodes, ResponseError } from './lsp-connection.ts';

/** The parameters of a message as they came: nothing is known of them. */
export type Params = Readonly<Record<string, unknown>>;

/** What is said of parameters that cannot be. */
export const wrong = (text: string) => new ResponseError(ErrorCodes.InvalidParams, text);

export const isObject = (value: unknown): value is Params => typeof value === 'object' && value !== null;

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0;

/** A place of a request: a line and a character, from 0. */
export function positionOf(value: unknown): Position {
  if (isObject(value) && isCount(value['line']) && isCount(value['character']))
    return { line: value['line'], character: value['character'] };
  throw wrong('A place is a line and a character, both whole numbers from 0.');
}

/** A range in a request: where it starts and where it ends. */
export function rangeOf(value: unknown): Range {
  if (!isObject(value)) throw wrong('A range has a start and an end.');
  return { start: positionOf(value['start']), end: positionOf(value['end']) };
}
