import type { Expression } from '../syntax/ast.ts';
import { parseExpression } from './parse-expression.ts';
import { placeBefore, standsInBlock, unread, type Place } from './place-before.ts';
import { pastPair } from './recover.ts';
import type { TokenStream } from './token-stream.ts';

/** `condition ? a : b` */
export function parseTernary(tokens: TokenStream, condition: Expression, from: number): Expression {
  const grouped = isGroup(tokens, from);
  const question = tokens.next();
  if (isNullable(tokens, condition, from)) return parseNullable(tokens, condition, from);
  const first = parseExpression(tokens);
  const complete = tokens.accept(':');
  const second = complete ? parseExpression(tokens) : first;
  const choice = complete ? chosen(tokens, from, grouped, [condition, first, second]) : undefined;
  const fix = choice && { label: 'Write if … else', ...choice };
  const message = 'CRMScript has no "condition ? a : b". Write if … else.';
  tokens.complain('not-crmscript', message, question, fix);
  return unread(tokens, from);
}

/** `Integer? n;` and `Integer? n = 1;` */
const isNullable = (tokens: TokenStream, { kind }: Expression, from: number): boolean =>
  kind === 'name' &&
  from === tokens.statementStart &&
  tokens.peek().kind === 'name' &&
  (tokens.is(';', 1) || tokens.is('=', 1));

function parseNullable(tokens: TokenStream, type: Expression, from: number): Expression {
  const { start, end } = tokens.previous();
  const written = tokens.slice(type.span, type.span);
  const message = `CRMScript has no "${written}?": a variable without a value is null anyway. Write ${written}.`;
  const fix = { label: 'Remove "?"', start, end, text: '' };
  tokens.problems.doubted.add(tokens.next().text);
  if (tokens.accept('=')) parseExpression(tokens);
  tokens.complain('not-crmscript', message, tokens.at(from), fix);
  return unread(tokens, from);
}

/** True where one pair of parentheses holds all that stands between there and here. */
const isGroup = (tokens: TokenStream, from: number): boolean => {
  const { kind, text } = tokens.at(from);
  return kind === 'operator' && text === '(' && pastPair(tokens, from - tokens.position) === 0;
};

type Change = { readonly start: number; readonly end: number; readonly text: string };
type Choice = readonly [condition: Expression, first: Expression, second: Expression];

/**
 * The statement around a choice, written twice; undefined where that would not say the same. `grouped`: one pair of
 * parentheses holds all of the condition.
 */
function chosen(tokens: TokenStream, from: number, grouped: boolean, choice: Choice): Change | undefined {
  const [test, first, second] = choice.map(({ span }) => tokens.slice(span, span));
  const end = endOfStatement(tokens);
  if (end === undefined || !standsInBlock(tokens)) return undefined;
  if (!isFirst(tokens, from)) return undefined;
  const place = placeBefore(tokens, from) ?? declaredPlace(tokens);
  const declared = place?.declared === true;
  const start = declared ? place.end : tokens.at(tokens.statementStart).start;
  const before = (declared ? place.name : '') + tokens.source.slice(start, tokens.at(from).start);
  const after = tokens.source.slice(tokens.previous().end, end);
  const written = (value = ''): string => (before + value + after).trim();
  const text = `if ${grouped ? (test ?? '') : `(${test ?? ''})`} ${written(first)}; else ${written(second)}`;
  return { start, end, text: declared ? `; ${text}` : text };
}

/** `Type name = … (choice) …` */
function declaredPlace(tokens: TokenStream): Place | undefined {
  let at = tokens.statementStart;
  while (at < tokens.position && tokens.at(at).text !== '=') at += 1;
  const [type, name] = [tokens.at(at - 2), tokens.at(at - 1)];
  const declares = at - 1 > tokens.statementStart && name.kind === 'name';
  return declares && (type.kind === 'name' || type.text === ']')
    ? { name: name.text, declared: true, end: name.end, type }
    : undefined;
}

/** Where the statement ends that is read up to here; undefined where it has another choice or no end near by. */
function endOfStatement(tokens: TokenStream): number | undefined {
  for (let ahead = 0; ahead < 100; ahead++) {
    const { kind, text, start } = tokens.peek(ahead);
    if (kind === 'end' || text === '{' || text === '}' || text === '?') return undefined;
    if (kind === 'operator' && text === ';') return start;
  }
  return undefined;
}

const heads: ReadonlySet<string> = new Set(['if', 'while', 'for', 'foreach', 'else']);
const early: ReadonlySet<string> = new Set(['&&', '||', '++', '--', ')', '?', ':', '{']);

/** True when nothing of the statement runs before the choice, or decides whether it is made. */
function isFirst(tokens: TokenStream, from: number): boolean {
  if (heads.has(tokens.at(tokens.statementStart).text)) return false;
  for (let at = tokens.statementStart; at < from; at++) {
    const { kind, text } = tokens.at(at);
    if (kind === 'operator' && early.has(text)) return false;
  }
  return true;
}
