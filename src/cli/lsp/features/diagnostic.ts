import type { DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { askedBy, type Feature } from '../feature.ts';
import type { Params } from '../given.ts';
import { shownOf } from '../diagnostics.ts';
import type { Session } from '../session.ts';

/** What was told last, by document: what is the same is not told again. */
const told = new WeakMap<Session, Map<string, { readonly resultId: string; readonly json: string }>>();

/** What is wrong with a script, for clients that ask when they want to know. */
export const diagnostic: Feature = async (session, params): Promise<DocumentDiagnosticReport> => {
  const asked = await askedBy(session, params);
  const items = (await shownOf(session, asked)).map((one) => one.diagnostic);
  const all = told.get(session) ?? new Map<string, { resultId: string; json: string }>();
  told.set(session, all);
  const json = JSON.stringify(items);
  const known = all.get(asked.path);
  if (known?.json === json && (params as Params)['previousResultId'] === known.resultId)
    return { kind: 'unchanged', resultId: known.resultId };
  const resultId = String(Number(known?.resultId ?? 0) + 1);
  all.set(asked.path, { resultId, json });
  return { kind: 'full', resultId, items };
};
