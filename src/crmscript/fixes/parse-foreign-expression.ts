import type { Expression } from '../syntax/ast.ts';
import { typeHere, untyped } from '../analysis/foreign-types.ts';
import { checkCast, type Cast } from './check-foreign.ts';
import { judgedBy } from './judged.ts';
import { missing, parseExpression } from './parse-expression.ts';
import { parseArguments } from './parse-arguments.ts';
import { placeBefore, standsInBlock, unread, type Place } from './place-before.ts';
import type { Token } from '../syntax/token.ts';
import { through, type TokenStream } from './token-stream.ts';

/*
 * Values that CRMScript has not. Each is read to its end, so that nothing more is said about it, and
 * where a statement or two say the same, the change that writes them is offered.
 */

type Item = { readonly key: string | undefined; readonly value: Expression; readonly text: string };

/** `[1, 2]`, `{1, 2}` and `{"a": "b"}` */
export function parseList(tokens: TokenStream, close: ']' | '}'): Expression {
  const from = tokens.position;
  const open = tokens.next();
  const items: Item[] = [];
  while (!tokens.is(close) && !tokens.atEnd && !tokens.panicking) {
    items.push(parseItem(tokens));
    if (!tokens.accept(',')) break;
  }
  const closed = tokens.is(close);
  const message =
    close === ']'
      ? 'CRMScript has no array literals. Declare the array and add elements with pushBack().'
      : 'CRMScript has no object or list literals. Declare a variable and fill it.';
  if (!closed) {
    tokens.report('not-crmscript', message, open);
    return missing(tokens);
  }
  const place = placeBefore(tokens, from);
  const filled = place?.declared === true && tokens.is(';', 1) && standsInBlock(tokens);
  tokens.complain('not-crmscript', message, open, filled ? filling(tokens, place, items) : undefined);
  tokens.next();
  return unread(tokens, from);
}

function parseItem(tokens: TokenStream): Item {
  const first = parseExpression(tokens);
  if (!tokens.is(':')) return { key: undefined, value: first, text: tokens.slice(first.span, first.span) };
  tokens.next();
  const value = parseExpression(tokens);
  const written = tokens.slice(first.span, first.span);
  const text = tokens.slice(value.span, value.span);
  const key = first.kind === 'name' ? `"${written}"` : first.kind === 'string' ? written : '';
  const plain = value.kind === 'integer' || value.kind === 'bool';
  return { key, value, text: plain ? `"${text}"` : text };
}

/** The declaration without its value, and a statement for each that was in it; undefined where the type is open. */
function filling(
  tokens: TokenStream,
  place: Place,
  items: readonly Item[],
): ReturnType<TokenStream['insertion']> {
  const pairs = items.length > 0 && items.every(({ key }) => key !== undefined);
  const end = tokens.peek().end;
  if (items.some(({ key }) => (key === undefined) === pairs || key === '')) return undefined;
  if (pairs && place.type.text !== 'Map' && !untyped.has(place.type.text)) return undefined;
  const call = ({ key, text }: Item): string =>
    `; ${place.name}.${pairs ? `insert(${key ?? ''}, ` : 'pushBack('}${text})`;
  const [label, text] = [
    items.length === 0
      ? 'Leave the value out'
      : pairs
        ? 'Add the pairs with insert()'
        : 'Add the elements with pushBack()',
    items.map(call).join(''),
  ];
  if (!untyped.has(place.type.text)) return { label, start: place.end, end, text };
  const type = pairs ? 'Map' : elementType(items);
  if (type === undefined) return undefined;
  return { label, start: place.type.start, end, text: `${type} ${place.name}${text}` };
}

/** The type of an array whose elements are all written. */
function elementType(items: readonly Item[]): string | undefined {
  const kinds = new Set(items.map(({ value }) => value.kind));
  const [kind = ''] = kinds;
  const type = { integer: 'Integer', string: 'String', float: 'Float', bool: 'Bool', long: 'Long' }[
    kind as string
  ];
  return kinds.size === 1 && type !== undefined ? `${type}[]` : undefined;
}

/** `new Map()`, `new Integer[5]` */
export function parseNew(tokens: TokenStream): Expression {
  const from = tokens.position;
  const word = tokens.next();
  const type = tokens.next();
  const plain = tokens.is('(') && tokens.is(')', 1);
  const args = tokens.is('(') ? parseArguments(tokens) : [];
  const brackets = tokens.peek();
  const array = tokens.is('[');
  while (tokens.accept('[')) {
    if (!tokens.is(']')) parseExpression(tokens);
    if (!tokens.accept(']')) break;
  }
  const filled = tokens.is('{');
  const place = placeBefore(tokens, from);
  const sizes = array ? tokens.slice(brackets, tokens.previous()) : '';
  const declared = `${type.text}${sizes} ${place?.name ?? 'x'}`;
  const message = `CRMScript has no "new". Declaring a variable creates the object: ${declared};`;
  const fix =
    place?.declared === true && !filled
      ? declaring(tokens, place, type, declared, plain || array)
      : undefined;
  const bare = { label: 'Remove "new"', start: word.start, end: type.start, text: '' };
  tokens.complain('not-crmscript', message, word, fix ?? (args.length > 0 ? bare : undefined));
  if (filled) parseExpression(tokens);
  return unread(tokens, from);
}

/** The declaration alone, where that is all that `new` does. */
function declaring(
  tokens: TokenStream,
  place: Place,
  type: Token,
  declared: string,
  alone: boolean,
): ReturnType<TokenStream['insertion']> {
  const { end } = tokens.previous();
  const open = untyped.has(place.type.text);
  const label = 'Remove "new"';
  if (!alone) {
    const value = tokens.slice(type, tokens.previous());
    return open ? { label, start: place.type.start, end, text: `${declared} = ${value}` } : undefined;
  }
  const first = tokens.at(tokens.statementStart);
  const sized = declared.includes('[');
  if (!open && !sized) return { label, start: place.end, end, text: '' };
  if (sized && first.text !== type.text && !open) return undefined;
  return { label, start: open ? place.type.start : first.start, end, text: declared };
}

const castable: ReadonlySet<string> = new Set([
  'Integer',
  'String',
  'Float',
  'Long',
  'Bool',
  'Byte',
  'Date',
  'DateTime',
  'Time',
]);

/** The type of this language that a name in a cast means, if it means one. */
const castTo = (name: string): string | undefined => {
  const type = typeHere(name) ?? name;
  return castable.has(type) ? type : undefined;
};

/** True at `(Type) value`. */
export const isCast = (tokens: TokenStream): boolean => {
  const type = tokens.peek(1);
  if (type.kind !== 'name' || !tokens.is(')', 2) || castTo(type.text) === undefined) return false;
  const { kind, text } = tokens.peek(3);
  return kind === 'name' || kind === 'integer' || kind === 'float' || kind === 'string' || text === '(';
};

export function parseCast(
  tokens: TokenStream,
  parseOperand: (tokens: TokenStream) => Expression,
): Expression {
  if (!tokens.enter()) return missing(tokens);
  const open = tokens.next();
  const type = tokens.next();
  tokens.next();
  const operand = parseOperand(tokens);
  tokens.leave();
  const word = { text: `(${type.text})`, span: open };
  return castOf({ type: castTo(type.text) ?? '', word, operand, span: through(open, tokens.previous()) });
}

/** `value as Type` */
export function parseAs(tokens: TokenStream, operand: Expression): Expression | undefined {
  const type = tokens.peek(1);
  const to = type.kind === 'name' ? castTo(type.text) : undefined;
  if (tokens.peek().text !== 'as' || tokens.peek().kind !== 'name' || to === undefined) return undefined;
  if (type.line !== tokens.previous().line) return undefined;
  const word = { text: 'as', span: tokens.next() };
  tokens.next();
  return castOf({ type: to, word, operand, span: through(operand.span, type) });
}

/** What it would be here only the checker can say, who knows the types. */
const castOf = (cast: Cast): Expression =>
  judgedBy((context) => checkCast(context, cast), [cast.operand], cast.span);
