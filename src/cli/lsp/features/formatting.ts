import type { TextEdit } from 'vscode-languageserver-protocol';
import type { FormattedEdits } from '../../../crmscript/format.ts';
import { askedAt, askedBy, type Feature } from '../feature.ts';
import { rangeOf, type Params } from '../given.ts';
import type { Asked } from '../session.ts';
import { refused } from './rename.ts';

export const formatting: Feature = async (session, params): Promise<TextEdit[]> => {
  const asked = await askedBy(session, params);
  return editsOrRefusal(asked, asked.tools.format(asked.desk, undefined, optionsOf(params)));
};

export const rangeFormatting: Feature = async (session, params): Promise<TextEdit[]> => {
  const range = rangeOf((params as Params)['range']);
  const asked = await askedBy(session, params);
  const [start, end] = asked.places.offsets(range);
  return editsOrRefusal(asked, asked.tools.format(asked.desk, { start, end }, optionsOf(params)));
};

/** The statement, or the block, that was just ended. A text that cannot be formatted is written on in peace. */
export const onTypeFormatting: Feature = async (session, params): Promise<TextEdit[] | null> => {
  const asked = await askedAt(session, params);
  const { offset, places, tools, desk } = asked;
  const start = places.text.charAt(offset - 1) === '}' ? openedAt(places.text, offset - 1) : offset;
  const found = tools.format(desk, { start, end: offset }, optionsOf(params));
  return found.kind === 'refused' ? null : editsOf(asked, found.edits);
};

/** Where the block begins that ends here, as far as brackets alone tell. */
function openedAt(text: string, end: number): number {
  let depth = 0;
  for (let at = end; at >= 0; at -= 1) {
    const sign = text.charAt(at);
    if (sign === '}') depth += 1;
    else if (sign === '{' && --depth === 0) return at;
  }
  return end;
}

function optionsOf(params: object): { readonly indent: string } {
  const { options } = params as { readonly options?: Params };
  const size = options?.['tabSize'];
  const isSize = typeof size === 'number' && Number.isInteger(size) && size > 0 && size <= 16;
  return { indent: options?.['insertSpaces'] === false ? '\t' : ' '.repeat(isSize ? size : 2) };
}

function editsOrRefusal(asked: Asked, found: FormattedEdits): TextEdit[] {
  if (found.kind === 'edits') return editsOf(asked, found.edits);
  const { message, span } = found.error;
  throw refused(`Nothing was formatted, as line ${String(span.line)} has an error: ${message}`);
}

const editsOf = (
  { places }: Asked,
  edits: readonly { start: number; end: number; text: string }[],
): TextEdit[] => edits.map(({ start, end, text }) => ({ range: places.range(start, end), newText: text }));
