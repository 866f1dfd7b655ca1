import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver-protocol';
import type { Token } from '../../../crmscript/tokens.ts';
import { askedBy, type Feature } from '../feature.ts';
import { rangeOf, type Params } from '../given.ts';
import type { Places } from '../places.ts';
import { legend } from '../legend.ts';
import type { Session } from '../session.ts';

/** What was told of each document last, so that the next time only what is otherwise need be told. */
const told = new WeakMap<
  Session,
  Map<string, { readonly resultId: string; readonly data: readonly number[] }>
>();

export const semanticTokens: Feature = async (session, params): Promise<SemanticTokens> => {
  const { tools, program, places, path } = await askedBy(session, params);
  const data = encoded(tools.tokens(program), places);
  return { resultId: keep(session, path, data), data };
};

export const semanticTokensRange: Feature = async (session, params): Promise<SemanticTokens> => {
  const range = rangeOf((params as Params)['range']);
  const { tools, program, places } = await askedBy(session, params);
  const [from, to] = places.offsets(range);
  const within = tools.tokens(program).filter(({ start, end }) => end > from && start < to);
  return { data: encoded(within, places) };
};

export const semanticTokensDelta: Feature = async (
  session,
  params,
): Promise<SemanticTokens | SemanticTokensDelta> => {
  const { tools, program, places, path } = await askedBy(session, params);
  const data = encoded(tools.tokens(program), places);
  const before = told.get(session)?.get(path);
  const resultId = keep(session, path, data);
  if (before?.resultId !== (params as Params)['previousResultId'] || before === undefined)
    return { resultId, data };
  const start = data.findIndex((one, index) => one !== before.data[index]);
  const from = start < 0 ? Math.min(data.length, before.data.length) : start;
  let same = 0;
  const room = Math.min(data.length, before.data.length) - from;
  while (same < room && data.at(-1 - same) === before.data.at(-1 - same)) same += 1;
  const deleteCount = before.data.length - from - same;
  const more = data.slice(from, data.length - same);
  return {
    resultId,
    edits: deleteCount + more.length === 0 ? [] : [{ start: from, deleteCount, data: more }],
  };
};

let counted = 0;

function keep(session: Session, path: string, data: readonly number[]): string {
  const all = told.get(session) ?? new Map<string, { resultId: string; data: readonly number[] }>();
  told.set(session, all);
  counted += 1;
  const resultId = String(counted);
  all.set(path, { resultId, data });
  return resultId;
}

/** Tokens as the protocol has them: five numbers each, a place counted from the one before, and none over the end of a line. */
function encoded(tokens: readonly Token[], places: Places): number[] {
  const data: number[] = [];
  let [line, character] = [0, 0];
  for (const { start, end, type, modifiers } of tokens) {
    const bits = modifiers.reduce((sum, one) => sum | (1 << legend.tokenModifiers.indexOf(one)), 0);
    for (const [from, to] of onLines(places.text, start, end)) {
      const at = places.position(from);
      const length = places.position(to).character - at.character;
      data.push(at.line - line, at.line === line ? at.character - character : at.character, length);
      data.push(legend.tokenTypes.indexOf(type), bits);
      ({ line, character } = at);
    }
  }
  return data;
}

function onLines(text: string, start: number, end: number): readonly (readonly [number, number])[] {
  const piece = text.slice(start, end);
  if (!/[\r\n]/.test(piece)) return end > start ? [[start, end]] : [];
  return [...piece.matchAll(/[^\r\n]+/g)].map(({ index, 0: part }) => [
    start + index,
    start + index + part.length,
  ]);
}
