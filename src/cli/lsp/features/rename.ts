import type { PrepareRenameResult, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { sentence } from '../../../words/sentence.ts';
import { askedAt, stillSame, wordAt, type Feature } from '../feature.ts';
import { wrong, type Params } from '../given.ts';
import { LSPErrorCodes, ResponseError, type CancellationToken } from '../lsp-connection.ts';
import type { ScriptRequest, Session } from '../session.ts';

/** What would be renamed at a place, or, in words, why nothing can be. */
export const prepareRename: Feature = async (session, params, token): Promise<PrepareRenameResult> => {
  const asked = await askedAt(session, params);
  const roots = await rootsFor(session, asked, token);
  const found = asked.tools.renameAt(roots, { file: asked.path, offset: asked.offset });
  if (found.kind === 'refused') throw refused(sentence(found.reason));
  return { range: asked.places.range(found.start, found.end), placeholder: found.name };
};

export const rename: Feature = async (session, params, token): Promise<WorkspaceEdit> => {
  const name = (params as Params)['newName'];
  if (typeof name !== 'string') throw wrong('It names no new name.');
  const asked = await askedAt(session, params);
  const roots = await rootsFor(session, asked, token);
  const found = asked.tools.rename(roots, { file: asked.path, offset: asked.offset }, name);
  if (found.kind === 'refused') throw refused(sentence(found.reason));
  const foreign = new Set(
    found.edits.map(({ file }) => file).filter((file) => session.scripts.isForeign(file)),
  );
  if (foreign.size > 0) throw refused(inOtherEncoding([...foreign]));
  for (const warning of found.warnings) session.tell(sentence(warning));
  const edits = new Map<string, TextEdit[]>();
  for (const { file, start, end, text } of found.edits) {
    const list = edits.get(file) ?? [];
    edits.set(file, list);
    list.push({ range: session.places(file).range(start, end), newText: text });
  }
  return editOf(session, edits);
};

/** Editors open what they change in UTF-8, and some save it at once: whatever letter is not English would be lost. */
const inOtherEncoding = ([file = '', ...more]: readonly string[]): string =>
  [
    `Nothing was renamed. ${file}${more.length === 0 ? ' is' : ` and ${String(more.length)} more are`} not in UTF-8 but in Windows-1252`,
    'and closed, and an editor that takes them for UTF-8 loses letters. Open them in that encoding, or save them as UTF-8, and rename again.',
  ].join(' ');

/** The programs that a rename may touch. */
async function rootsFor(
  session: Session,
  asked: ScriptRequest & { readonly offset: number },
  token: CancellationToken,
): Promise<readonly string[]> {
  const word = wordAt(asked.places.text, asked.offset);
  const roots = await session.includeGraph.rootsWith(asked.path, word === '' ? [] : [word], token);
  stillSame(session, asked);
  return roots;
}

export const refused = (text: string) => new ResponseError(LSPErrorCodes.RequestFailed, text);

/** Edits by file, with the versions that they are meant for where the client takes them. */
export function editOf(session: Session, edits: ReadonlyMap<string, TextEdit[]>): WorkspaceEdit {
  if (!session.client.versionedEdits)
    return { changes: Object.fromEntries([...edits].map(([file, list]) => [session.uri(file), list])) };
  return {
    documentChanges: [...edits].map(([file, list]) => ({
      textDocument: { uri: session.uri(file), version: session.documents.at(file)?.version ?? null },
      edits: list,
    })),
  };
}
