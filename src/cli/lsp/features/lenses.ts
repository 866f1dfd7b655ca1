import type { CodeLens } from 'vscode-languageserver-protocol';
import { isScenario } from '../../check-command.ts';
import { askedBy, type Feature } from '../feature.ts';
import type { Params } from '../given.ts';

const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Above a script that can run by itself: Run and Debug; above a scenario: Replay. The client does it. */
export const codeLenses: Feature = async (session, params, token): Promise<CodeLens[]> => {
  if (!session.settings.codeLens) return [];
  const { textDocument } = params as { readonly textDocument?: Params };
  const uri = String(textDocument?.['uri']);
  const lens = (title: string, command: string): CodeLens => ({
    range: top,
    command: { title, command, arguments: [{ uri }] },
  });
  const open = session.documents.get(uri);
  if (open !== undefined && isScenario(open.path))
    return /"rehearsal-scenario"/.test(open.text) ? [lens('Replay', 'rehearsal.replay')] : [];
  const { tools, program, path } = await askedBy(session, params);
  const items = tools.outline(program).filter(({ kind }) => kind !== 'variable');
  let rest = '';
  let at = 0;
  for (const { start, end } of items) {
    rest += program.source.slice(at, start);
    at = end;
  }
  rest += program.source.slice(at);
  const isRun = /[\w)]/.test(rest.replaceAll(/\/\/[^\n]*|\/\*[^]*?\*\//g, ''));
  if (!isRun) return [];
  const roots = await session.includeGraph.rootsOf(path, token);
  return roots.includes(path) ? [lens('Run', 'rehearsal.run'), lens('Debug', 'rehearsal.debug')] : [];
};
