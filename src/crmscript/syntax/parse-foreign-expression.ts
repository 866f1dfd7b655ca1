import type { Expression } from './ast.ts';
import { missing, parseExpression } from './parse-expression.ts';
import { parseArguments } from './parse-arguments.ts';
import { through, type TokenStream } from './token-stream.ts';

/*
 * Expressions that CRMScript has not. Each is read to its end, so that nothing more is said about it, and
 * where a statement or two say the same, the change that writes them is offered.
 */

const unread = (tokens: TokenStream, from: number): Expression => ({
  kind: 'missing',
  span: through(tokens.at(from), tokens.previous()),
});

/** What stands before the expression that begins at `from`, when its value goes into a variable or back. */
type Place = { readonly name: string; readonly declared: boolean; readonly end: number };

function placeBefore(tokens: TokenStream, from: number): Place | undefined {
  const name = tokens.at(from - 2);
  if (tokens.at(from - 1).text !== '=' || name.kind !== 'name') return undefined;
  const first = tokens.statementStart;
  if (from - 2 === first) return { name: name.text, declared: false, end: name.end };
  const type = tokens.at(from - 3);
  const declared = from - 2 > first && (type.kind === 'name' || type.text === ']');
  return declared ? { name: name.text, declared, end: name.end } : undefined;
}

/** True when another statement can stand beside this one: not where it is the body of an `if` without braces. */
const standsInBlock = (tokens: TokenStream): boolean => {
  const { text, kind } = tokens.at(tokens.statementStart - 1);
  return (
    tokens.statementStart === 0 || (kind === 'operator' && (text === ';' || text === '{' || text === '}'))
  );
};

/** `condition ? a : b` */
export function parseTernary(tokens: TokenStream, condition: Expression, from: number): Expression {
  const question = tokens.next();
  const first = parseExpression(tokens);
  const complete = tokens.accept(':');
  const second = complete ? parseExpression(tokens) : first;
  const text = (node: Expression): string => tokens.slice(node.span, node.span);
  const place = placeBefore(tokens, from);
  const test = text(condition).replace(/^\((.*)\)$/s, '$1');
  const choice = place && `if (${test}) ${place.name} = ${text(first)}; else ${place.name} = ${text(second)}`;
  const start = place?.declared === true ? place.end : tokens.at(tokens.statementStart).start;
  const fix = {
    label: 'Write if … else',
    start,
    end: tokens.previous().end,
    text: place?.declared === true ? `; ${choice ?? ''}` : (choice ?? ''),
  };
  const mendable = complete && choice !== undefined && tokens.is(';') && standsInBlock(tokens);
  const message = 'CRMScript has no "condition ? a : b". Write if … else.';
  tokens.complain('not-crmscript', message, question, mendable ? fix : undefined);
  return unread(tokens, from);
}

/** `[1, 2]` and `{1, 2}` */
export function parseList(tokens: TokenStream, close: ']' | '}'): Expression {
  const from = tokens.position;
  const open = tokens.next();
  const items: string[] = [];
  while (!tokens.is(close) && !tokens.atEnd && !tokens.panicking) {
    const item = parseExpression(tokens);
    items.push(tokens.slice(item.span, item.span));
    if (!tokens.accept(',')) break;
  }
  const closed = tokens.is(close);
  const place = placeBefore(tokens, from);
  const fix = {
    label: 'Add the elements with pushBack()',
    start: place?.end ?? 0,
    end: tokens.peek().end,
    text: items.map((item) => `; ${place?.name ?? ''}.pushBack(${item})`).join(''),
  };
  const mendable = closed && place?.declared === true && tokens.is(';', 1) && standsInBlock(tokens);
  const message =
    close === ']'
      ? 'CRMScript has no array literals. Declare the array and add elements with pushBack().'
      : 'CRMScript has no object or list literals. Declare a variable and fill it.';
  if (!closed) {
    tokens.report('not-crmscript', message, open);
    return missing(tokens);
  }
  tokens.complain('not-crmscript', message, open, mendable ? fix : undefined);
  tokens.next();
  return unread(tokens, from);
}

/** `new Map()`, `new Integer[5]` */
export function parseNew(tokens: TokenStream): Expression {
  const from = tokens.position;
  const word = tokens.next();
  const type = tokens.next();
  const plain = tokens.is('(') && tokens.is(')', 1);
  const args = tokens.is('(') ? parseArguments(tokens) : [];
  while (tokens.accept('[')) {
    if (!tokens.is(']')) parseExpression(tokens);
    if (!tokens.accept(']')) break;
  }
  const place = placeBefore(tokens, from);
  const { end } = tokens.previous();
  const message = `CRMScript has no "new". Declaring a variable creates the object: ${type.text} ${place?.name ?? 'x'};`;
  const unneeded = { label: 'Remove "new"', start: place?.end ?? 0, end, text: '' };
  const bare = { label: 'Remove "new"', start: word.start, end: type.start, text: '' };
  const fix = plain ? (place?.declared === true ? unneeded : undefined) : args.length > 0 ? bare : undefined;
  tokens.complain('not-crmscript', message, word, fix);
  return unread(tokens, from);
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
  'int',
  'string',
  'float',
  'bool',
]);

/** True at `(Type) value`. */
export const isCast = (tokens: TokenStream): boolean => {
  const type = tokens.peek(1);
  if (type.kind !== 'name' || !tokens.is(')', 2) || !castable.has(type.text)) return false;
  const { kind, text } = tokens.peek(3);
  return kind === 'name' || kind === 'integer' || kind === 'float' || kind === 'string' || text === '(';
};

export function parseCast(
  tokens: TokenStream,
  parseOperand: (tokens: TokenStream) => Expression,
): Expression {
  const from = tokens.position;
  const open = tokens.next();
  const type = tokens.next();
  tokens.next();
  parseOperand(tokens);
  const message = `CRMScript has no "(${type.text})" before a value. Write a conversion behind it, such as .toString(), .toInteger() or .round().`;
  tokens.complain('not-crmscript', message, open);
  return unread(tokens, from);
}
