import type { Expression, Name, TypeName } from '../syntax/ast.ts';
import { parseExpression } from './parse-expression.ts';
import { describe, through, type TokenStream } from './token-stream.ts';

/** Operators of other languages, which are names here: declared where one stands that can stand behind no operator. */
const words: ReadonlySet<string> = new Set(['and', 'or', 'mod', 'is', 'as', 'instanceof']);

/** True at `NAME { "[" … "]" } NAME`: what follows declares something (crm §4). */
export function beginsDeclaration(tokens: TokenStream): boolean {
  if (tokens.current.kind !== 'name' || tokens.current.text === 'new') return false;
  if (tokens.current.text === 'await' && tokens.is('(', 2)) return false;
  let ahead = 1;
  while (tokens.is('[', ahead)) {
    ahead = pastBrackets(tokens, ahead);
    if (ahead < 0) return false;
  }
  const after = tokens.peek(ahead);
  if (after.kind === 'name') return !words.has(after.text) || endsName(tokens, ahead + 1);
  return isReservedName(tokens, ahead);
}

const endsName = (tokens: TokenStream, ahead: number): boolean =>
  ['=', ';', '(', 'in'].some((text) => tokens.is(text, ahead));

/** A keyword where only a name can stand, as in `Integer in = 1;`. */
const isReservedName = (tokens: TokenStream, ahead: number): boolean => {
  const { kind, line } = tokens.peek(ahead);
  if (kind !== 'keyword' || line !== tokens.current.line) return false;
  return tokens.is('=', ahead + 1) || (tokens.is(';', ahead + 1) && tokens.is('in', ahead));
};

/** Past the bracket that closes the one `ahead`; -1 if it is not closed before the statement ends. */
function pastBrackets(tokens: TokenStream, ahead: number): number {
  let depth = 0;
  for (let at = ahead; ; at += 1) {
    const token = tokens.peek(at);
    if (token.kind === 'end') return -1;
    if (token.kind !== 'operator') continue;
    if (token.text === '[') depth += 1;
    if (token.text === ']') depth -= 1;
    if (depth === 0) return at + 1;
    if (token.text === ';' || token.text === '{' || token.text === '}') return -1;
  }
}

// type := NAME { "[" [ expression ] "]" }
export function parseTypeName(tokens: TokenStream): TypeName {
  const token = tokens.current;
  const name = parseName(tokens, 'Expected a type') ?? { text: '', span: token };
  const sizes: (Expression | undefined)[] = [];
  while (tokens.is('[')) {
    const bracket = tokens.next();
    sizes.push(tokens.is(']') ? undefined : parseExpression(tokens));
    if (!tokens.expect(']', 'after the size')) break;
    if (sizes.length === 9) {
      tokens.report('too-deep', 'An array of more than eight dimensions cannot be declared.', bracket);
      break;
    }
  }
  return { name, sizes, span: sizes.length === 0 ? name.span : through(name.span, tokens.previous()) };
}

export function parseName(tokens: TokenStream, expected: string): Name | undefined {
  const token = tokens.current;
  if (token.kind === 'name') {
    tokens.next();
    return { text: token.text, span: token };
  }
  const reserved = token.kind === 'keyword' ? `, and "${token.text}" is a word of the language` : '';
  tokens.report('expected-name', `${expected}, but found ${describe(token)}${reserved}.`, token);
  return undefined;
}

/** The name that is declared. A word of the language is refused, and taken all the same. */
export function parseDeclaredName(tokens: TokenStream): Name | undefined {
  const token = tokens.current;
  if (token.kind !== 'keyword') return parseName(tokens, 'Expected a name after the type');
  tokens.complain('reserved', `"${token.text}" is a word of the language and cannot be a name.`, token);
  // Where it is used it is the same mistake.
  if (token.text === 'in') tokens.problems.doubted.add('in');
  tokens.next();
  return { text: token.text, span: token };
}
