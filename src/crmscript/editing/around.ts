import type { Token } from '../syntax/token.ts';
import type { Cursor } from './cursor.ts';

/*
 * What stands before a place, told from the tokens alone: the tree of a script that is being typed has holes
 * where the cursor is.
 */

const closing: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
const opening: ReadonlySet<string> = new Set(['(', '[', '{']);

const isOperator = (token: Token | undefined, text: string): boolean =>
  token?.kind === 'operator' && token.text === text;

/** The index of the bracket that is open at token `from`; commas of its own are counted up to a call. */
export function openBracket(
  tokens: readonly Token[],
  from: number,
): { at: number; commas: number } | undefined {
  let depth = 0;
  let commas = 0;
  for (let at = from - 1; at >= 0; at -= 1) {
    const token = tokens[at];
    if (token?.kind !== 'operator') continue;
    if (token.text in closing) depth += 1;
    else if (opening.has(token.text)) {
      if (depth === 0) return { at, commas };
      depth -= 1;
    } else if (token.text === ',' && depth === 0) commas += 1;
  }
  return undefined;
}

/** What can be written at a place. */
export type Position = 'member' | 'type' | 'statement' | 'expression' | 'directive' | 'in' | 'nothing';

const endsOperand = (token: Token): boolean =>
  ['name', 'integer', 'long', 'float', 'string'].includes(token.kind) ||
  [')', ']', '++', '--', 'true', 'false', 'this', 'break', 'continue', 'return'].includes(token.text);

const isNewLine = (source: string, token: Token, start: number): boolean =>
  /[\r\n]/.test(source.slice(token.end, start));

export function positionOf(source: string, { tokens, before, start }: Cursor): Position {
  if (/\d/.test(source.charAt(start))) return 'nothing';
  if (source.charAt(start - 1) === '#') return 'directive';
  const previous = tokens[before - 1];
  if (previous === undefined) return 'statement';
  if (isOperator(previous, '.')) return 'member';
  const open = openBracket(tokens, before);
  if (inStructBody(tokens, open?.at)) return beginsMember(source, previous, start) ? 'type' : 'nothing';
  if (previous.kind === 'keyword') return afterKeyword(previous.text, isNewLine(source, previous, start));
  if (previous.kind === 'directive') return 'nothing';
  if (endsOperand(previous)) return afterOperand(source, { tokens, before, start }, open?.at);
  if (open !== undefined && isHeadOf(tokens, open.at, 'foreach')) {
    return open.at === before - 1 ? 'type' : 'expression';
  }
  if (open !== undefined && isParameterList(tokens, open.at)) return 'type';
  return [';', '{', '}'].includes(previous.text) ? statementOr(tokens, open?.at) : 'expression';
}

/** After `for (…;` stands an expression, after any other semicolon a statement. */
const statementOr = (tokens: readonly Token[], open: number | undefined): Position =>
  open !== undefined && isOperator(tokens[open], '(') ? 'expression' : 'statement';

const afterKeyword = (text: string, newLine: boolean): Position => {
  if (['else', 'try', 'catch'].includes(text)) return 'statement';
  if (['return', 'throw', 'in'].includes(text))
    return newLine && text === 'return' ? 'statement' : 'expression';
  return newLine ? 'statement' : 'nothing';
};

type Before = Pick<Cursor, 'tokens' | 'before' | 'start'>;

/** After a name on the same line stands the name that is declared; on another line a semicolon was forgotten. */
function afterOperand(source: string, { tokens, before, start }: Before, open: number | undefined): Position {
  const previous = tokens[before - 1];
  if (previous === undefined) return 'statement';
  if (open !== undefined && isHeadOf(tokens, open, 'foreach') && previous.kind === 'name') {
    const named = before - open > 2 && !tokens.slice(open, before).some(({ text }) => text === 'in');
    return named ? 'in' : 'nothing';
  }
  const inBrackets = open !== undefined && !isOperator(tokens[open], '{');
  if (inBrackets) return 'nothing';
  if (isOperator(previous, ')')) return 'statement';
  return isNewLine(source, previous, start) ? 'statement' : 'nothing';
}

/** Whether the parenthesis belongs to a word such as `foreach`. */
const isHeadOf = (tokens: readonly Token[], open: number, word: string): boolean =>
  isOperator(tokens[open], '(') && tokens[open - 1]?.kind === 'keyword' && tokens[open - 1]?.text === word;

/** Whether it opens the parameters of a declaration: `Type name(`. */
export function isParameterList(tokens: readonly Token[], open: number): boolean {
  const type = tokens[open - 2];
  if (!isOperator(tokens[open], '(') || tokens[open - 1]?.kind !== 'name' || type === undefined) return false;
  return (type.kind === 'name' || isOperator(type, ']')) && tokens[open - 1]?.line === type.line;
}

const inStructBody = (tokens: readonly Token[], open: number | undefined): boolean =>
  open !== undefined && isOperator(tokens[open], '{') && tokens[open - 2]?.text === 'struct';

const beginsMember = (source: string, previous: Token, start: number): boolean =>
  [';', '{', '}'].includes(previous.text) || isNewLine(source, previous, start);

/** Whether the block that ends before a place is that of an `if`, so that `else` may follow. */
export function endsIf({ tokens, before }: Cursor): boolean {
  if (!isOperator(tokens[before - 1], '}')) return false;
  const head = (openBracket(tokens, before - 1)?.at ?? 0) - 1;
  const open = isOperator(tokens[head], ')') ? openBracket(tokens, head) : undefined;
  return open !== undefined && isHeadOf(tokens, open.at, 'if');
}

/** Where the statement around token `index` begins, as an offset. */
export function statementStart(tokens: readonly Token[], index: number): number {
  for (let at = index - 1; at >= 0; at -= 1) {
    const token = tokens[at];
    if (token?.kind === 'operator' && [';', '{', '}'].includes(token.text)) return token.end;
    if (token?.kind === 'keyword' && ['else', 'try', 'in', 'return', 'throw'].includes(token.text))
      return token.end;
  }
  return 0;
}

/** Where `a.b(c)[d]` begins that ends before token `index`. */
export function chainStart(tokens: readonly Token[], index: number): number {
  let at = index - 1;
  for (;;) {
    while (isOperator(tokens[at], ')') || isOperator(tokens[at], ']')) {
      at = (openBracket(tokens, at)?.at ?? 0) - 1;
    }
    if (isOperator(tokens[at], '(') || at < 0) return at + 1;
    const name = tokens[at];
    const takes = name !== undefined && (['name', 'string'].includes(name.kind) || name.text === 'this');
    if (!takes) return at + 1;
    if (!isOperator(tokens[at - 1], '.')) return at;
    at -= 2;
  }
}

/** The call whose arguments the place is among. */
export function callAround(
  place: Cursor,
): { readonly name: Token; readonly index: number; readonly argument: number } | undefined {
  const { tokens } = place;
  let from = place.before;
  for (;;) {
    const open = openBracket(tokens, from);
    const name = open && tokens[open.at - 1];
    if (open === undefined || isOperator(tokens[open.at], '{')) return undefined;
    if (isOperator(tokens[open.at], '(') && name?.kind === 'keyword') return undefined;
    if (isOperator(tokens[open.at], '(') && name?.kind === 'name') {
      const index = open.at - 1;
      return isParameterList(tokens, open.at) ? undefined : { name, index, argument: open.commas };
    }
    from = open.at;
  }
}
