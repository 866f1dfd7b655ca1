import type { TextEdit } from 'vscode-languageserver-protocol';
import type { FormattedEdits } from '../../../crmscript/format.ts';
import { askedAt, askedBy, type Feature } from '../feature.ts';
import { rangeOf, type Params } from '../given.ts';
import type { ScriptRequest } from '../session.ts';
import { refused } from './rename.ts';

export const formatting: Feature = async (session, params): Promise<TextEdit[]> => {
  const asked = await askedBy(session, params);
  return editsOrRefusal(asked, asked.tools.format(asked.program, undefined, optionsOf(params)));
};

export const rangeFormatting: Feature = async (session, params): Promise<TextEdit[]> => {
  const range = rangeOf((params as Params)['range']);
  const asked = await askedBy(session, params);
  const [start, end] = asked.places.offsets(range);
  return editsOrRefusal(asked, asked.tools.format(asked.program, { start, end }, optionsOf(params)));
};

/** What was just ended by `}`, `;` or a new line. A text that cannot be formatted is written on in peace. */
export const onTypeFormatting: Feature = async (session, params): Promise<TextEdit[] | null> => {
  const typed = (params as Params)['ch'];
  const asked = await askedAt(session, params);
  if (typed !== '}' && typed !== ';' && typed !== '\n') return null;
  const found = asked.tools.formatOnType(asked.program, asked.offset, typed, optionsOf(params));
  return found.kind === 'refused' ? null : editsOf(asked, found.edits);
};

function optionsOf(params: object): { readonly indent: string } {
  const { options } = params as { readonly options?: Params };
  const size = options?.['tabSize'];
  const isSize = typeof size === 'number' && Number.isInteger(size) && size > 0 && size <= 16;
  return { indent: options?.['insertSpaces'] === false ? '\t' : ' '.repeat(isSize ? size : 2) };
}

function editsOrRefusal(asked: ScriptRequest, found: FormattedEdits): TextEdit[] {
  if (found.kind === 'edits') return editsOf(asked, found.edits);
  const { message, span } = found.error;
  throw refused(`Nothing was formatted, as line ${String(span.line)} has an error: ${message}`);
}

const editsOf = (
  { places }: ScriptRequest,
  edits: readonly { start: number; end: number; text: string }[],
): TextEdit[] => edits.map(({ start, end, text }) => ({ range: places.range(start, end), newText: text }));
