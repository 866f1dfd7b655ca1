import ts from 'typescript';
import type { Description, Note } from '../../crmscript/complete.ts';

type Tagged = { readonly name: string; readonly text?: readonly ts.SymbolDisplayPart[] | undefined };

const notes: Readonly<Record<string, Note>> = {
  ours: { kind: 'mind', text: "Ours: SuperOffice's dialect has no such function." },
  notOffline: {
    kind: 'offline',
    text: 'Needs a SuperOffice server. Here it rejects with NotAvailableOffline, which try/catch can catch.',
  },
  inferred: { kind: 'mind', text: 'Inferred: no page of SuperOffice says it.' },
};

/** What the tags of a declaration say, as notes. */
export const notesOf = (tags: readonly Tagged[]): readonly Note[] =>
  tags.flatMap(({ name }) => (Object.hasOwn(notes, name) ? (notes[name] ?? []) : []));

/** What `@param` says of each parameter. */
export function argumentsOf(tags: readonly Tagged[]): Description['arguments'] {
  const found = tags.flatMap(({ name, text = [] }) => {
    if (name !== 'param') return [];
    const parameter = text.find(({ kind }) => kind === 'parameterName')?.text ?? '';
    const says = plain(text.filter(({ kind }) => kind === 'text'));
    return says === '' ? [] : [{ name: parameter, says: says.replace(/^-\s*/, ''), values: '' }];
  });
  return found.length === 0 ? undefined : found;
}

/** Parts of a text as one, on one line where it is short. */
export const plain = (parts: readonly ts.SymbolDisplayPart[] = []): string =>
  ts.displayPartsToString([...parts]).trim();

/** A documentation comment as running text. */
export const docOf = (parts: readonly ts.SymbolDisplayPart[] = []): string =>
  plain(parts)
    .replaceAll(/\s*\n\s*/g, ' ')
    .trim();

/** A name with its type, and what its declaration says. */
export function describeSymbol(symbol: ts.Symbol, signature: string, checker: ts.TypeChecker): Description {
  const tags = symbol.getJsDocTags(checker);
  const given = argumentsOf(tags);
  return {
    signature,
    parameters: [],
    notes: notesOf(tags),
    doc: docOf(symbol.getDocumentationComment(checker)),
    ...(given && { arguments: given }),
  };
}
