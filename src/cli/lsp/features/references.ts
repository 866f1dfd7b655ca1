import { DocumentHighlightKind, type DocumentHighlight, type Location } from 'vscode-languageserver-protocol';
import { askedAt, locationOf, stillSame, wordAt, type Feature } from '../feature.ts';
import type { Params } from '../given.ts';

/** Every place of a name, in all scripts that share it. */
export const references: Feature = async (session, params, token): Promise<Location[] | null> => {
  const asked = await askedAt(session, params);
  const { tools, path, offset, places } = asked;
  const word = wordAt(places.text, offset);
  if (word === '') return null;
  const roots = await session.includeGraph.rootsWith(path, [word], token);
  stillSame(session, asked);
  const found = tools.references(roots, { file: path, offset });
  if (found === null) return null;
  const { context } = params as { readonly context?: Params };
  const { declaration } = found;
  return found.places
    .filter(
      ({ file, start }) =>
        context?.['includeDeclaration'] !== false ||
        file !== declaration?.file ||
        start !== declaration.start,
    )
    .map((place) => locationOf(session, place));
};

/** The same in the script alone, and with what it includes. */
export const documentHighlight: Feature = async (session, params): Promise<DocumentHighlight[] | null> => {
  const { tools, path, offset, places } = await askedAt(session, params);
  const found = tools.references([session.includeGraph.rootAbove(path)], { file: path, offset });
  if (found === null) return null;
  return found.places
    .filter(({ file }) => file === path)
    .map(({ start, end }) => ({ range: places.range(start, end), kind: DocumentHighlightKind.Text }));
};
