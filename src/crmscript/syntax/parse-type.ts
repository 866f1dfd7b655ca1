import type { Expression, Name, TypeName } from './ast.ts';
import { through, type Cursor } from './cursor.ts';
import { parseExpression } from './parse-expression.ts';
import type { Token } from './token.ts';

/** True at `NAME { "[" … "]" } NAME`: what follows declares something (crm §4). */
export function beginsDeclaration(tokens: Cursor): boolean {
  if (tokens.current.kind !== 'name') return false;
  let ahead = 1;
  while (tokens.is('[', ahead)) {
    ahead = pastBrackets(tokens, ahead);
    if (ahead < 0) return false;
  }
  return tokens.peek(ahead).kind === 'name';
}

/** Past the bracket that closes the one `ahead`; -1 if it is not closed before the statement ends. */
function pastBrackets(tokens: Cursor, ahead: number): number {
  let depth = 0;
  for (let at = ahead; ; at += 1) {
    const token = tokens.peek(at);
    if (token.kind === 'end' || isStatementWord(token)) return -1;
    if (token.kind !== 'operator') continue;
    if (token.text === '[') depth += 1;
    if (token.text === ']') depth -= 1;
    if (depth === 0) return at + 1;
    if (token.text === ';' || token.text === '{' || token.text === '}') return -1;
  }
}

const isStatementWord = ({ kind, text }: Token): boolean =>
  kind === 'keyword' && text !== 'this' && text !== 'true' && text !== 'false';

// type := NAME { "[" [ expression ] "]" }
export function parseTypeName(tokens: Cursor): TypeName {
  const name = parseName(tokens, 'a type');
  if (!tokens.is('[')) return { name, sizes: [], span: name.span };
  const sizes: (Expression | undefined)[] = [];
  while (tokens.is('[')) {
    const bracket = tokens.next();
    sizes.push(tokens.is(']') ? undefined : parseExpression(tokens));
    tokens.expect(']', 'after the size');
    if (sizes.length === 9) {
      throw tokens.fault('too-deep', 'An array of more than eight dimensions cannot be declared.', bracket, {
        limit: 8,
      });
    }
  }
  return { name, sizes, span: through(name.span, tokens.previous) };
}

/** A name; `wanted` says what it is to be of, as in "a type". */
export function parseName(tokens: Cursor, wanted: string): Name {
  const token = tokens.current;
  if (token.kind !== 'name') {
    const reserved = token.kind === 'keyword' ? `, and "${token.text}" is a word of the language` : '';
    throw tokens.fault('expected-name', `Expected ${wanted}, but found ${tokens.found}${reserved}.`);
  }
  tokens.next();
  return { text: token.text, span: token };
}
