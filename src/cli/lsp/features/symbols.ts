import {
  SymbolKind,
  type DocumentSymbol,
  type SymbolInformation,
  type WorkspaceSymbol,
} from 'vscode-languageserver-protocol';
import { languageOfFile } from '../../../bots/script-language.ts';
import type { OutlineItem } from '../../../crmscript/outline.ts';
import { askedBy, locationOf, type Feature } from '../feature.ts';
import type { Params } from '../given.ts';
import type { Places } from '../places.ts';

const kinds: Readonly<Record<OutlineItem['kind'], SymbolKind>> = {
  function: SymbolKind.Function,
  struct: SymbolKind.Struct,
  field: SymbolKind.Field,
  method: SymbolKind.Method,
  variable: SymbolKind.Variable,
  include: SymbolKind.Module,
};

/** More are no help; what is typed narrows them down. */
const mostSymbols = 500;

/** What a script declares: as a tree, or, for who has no trees, as a list. */
export const documentSymbols: Feature = async (
  session,
  params,
): Promise<DocumentSymbol[] | SymbolInformation[]> => {
  const { tools, program, places, path } = await askedBy(session, params);
  const items = tools.outline(program);
  if (session.client.nestedSymbols) return items.map((item) => nested(item, places));
  return items.flatMap((item) =>
    flat(item).map(({ name, kind, start, end, container }) => ({
      name,
      kind: kinds[kind],
      location: locationOf(session, { file: path, start, end }),
      ...(container !== undefined && { containerName: container }),
    })),
  );
};

/** What all scripts of the folders declare under a name. */
export const workspaceSymbols: Feature = async (session, params, token): Promise<WorkspaceSymbol[]> => {
  const query = (params as Params)['query'];
  const wanted = (typeof query === 'string' ? query : '').toLowerCase();
  const found: WorkspaceSymbol[] = [];
  const crmscript = await session.tools('crmscript');
  // For a name alone TypeScript's compiler is not loaded, where nobody writes in JavaScript.
  const javascript = session.documents.all().some(({ path }) => languageOfFile(path) === 'javascript')
    ? await session.tools('javascript')
    : undefined;
  const outlineOf = (path: string, source: string) =>
    (languageOfFile(path) === 'crmscript' ? crmscript : javascript)?.outline({ file: path, source }) ?? [];
  for await (const { path, items } of session.includeGraph.outlines(wanted, outlineOf, token)) {
    for (const { name, kind, start, end, container } of items.flatMap((item) => flat(item))) {
      if (kind === 'include' || !name.toLowerCase().includes(wanted)) continue;
      const location = locationOf(session, { file: path, start, end });
      found.push({
        name,
        kind: kinds[kind],
        location,
        ...(container !== undefined && { containerName: container }),
      });
    }
    if (found.length >= mostSymbols) break;
  }
  return found.slice(0, mostSymbols);
};

function nested(item: OutlineItem, places: Places): DocumentSymbol {
  const { name, kind, detail, start, end, nameStart, nameEnd, children } = item;
  return {
    name: name === '' ? '?' : name, // no editor takes one without a name
    kind: kinds[kind],
    detail,
    range: places.range(start, end),
    selectionRange: places.range(Math.max(start, nameStart), Math.min(end, nameEnd)),
    children: children.map((one) => nested(one, places)),
  };
}

type Flat = {
  readonly name: string;
  readonly kind: OutlineItem['kind'];
  readonly start: number;
  readonly end: number;
  readonly container?: string;
};

function flat(
  { name, kind, nameStart, nameEnd, children }: OutlineItem,
  container?: string,
): readonly Flat[] {
  const own = { name, kind, start: nameStart, end: nameEnd, ...(container !== undefined && { container }) };
  return [own, ...children.flatMap((one) => flat(one, name))];
}
