import type { TokenStream } from './token-stream.ts';

/*
 * What other languages have and CRMScript has not: each gets a message that names the way it is done
 * here (crm §4 notes).
 */

const statements: ReadonlyMap<string, string> = new Map([
  ['switch', 'CRMScript has no "switch". Write if … else if … else.'],
  ['do', 'CRMScript has no "do … while". Write while (true) { … if (done) break; }.'],
  ['goto', 'CRMScript has no "goto". Use a loop with break or continue, or a function.'],
  ['const', 'CRMScript has no constants. Declare a variable: Integer limit = 5;'],
  ['var', 'CRMScript has no "var". Write the type of the variable: String name = "Ann";'],
  ['let', 'CRMScript has no "let". Write the type of the variable: String name = "Ann";'],
  ['class', 'CRMScript has no classes. Write struct Name { … };'],
  ['function', 'A function begins with the type that it returns: Integer twice(Integer n) { … }'],
  ['fun', 'A function begins with the type that it returns: Integer twice(Integer n) { … }'],
  ['finally', 'CRMScript has no "finally". Put the statements after the try … catch.'],
  ['enum', 'CRMScript has no enumerations of your own. Use Integer variables.'],
  ['import', 'CRMScript has no "import". Write #include "name";'],
  ['elseif', 'Write "else if" in two words.'],
  ['elsif', 'Write "else if" in two words.'],
]);

const types: ReadonlyMap<string, string> = new Map([
  ['int', 'Integer'],
  ['string', 'String'],
  ['bool', 'Bool'],
  ['boolean', 'Bool'],
  ['Boolean', 'Bool'],
  ['float', 'Float'],
  ['double', 'Float'],
  ['Double', 'Float'],
  ['long', 'Long'],
  ['byte', 'Byte'],
  ['void', 'Void'],
  ['Int', 'Integer'],
  ['integer', 'Integer'],
  ['Object', 'Generic'],
]);

/** The CRMScript name of a type of another language. */
export const typeHere = (name: string): string | undefined => types.get(name);

/** True, with a report, when a statement of another language begins here. */
export function reportForeignStatement(tokens: TokenStream): boolean {
  const token = tokens.peek();
  const message = token.kind === 'name' ? statements.get(token.text) : undefined;
  if (message === undefined || !beginsForeign(tokens, token.text)) return false;
  tokens.report('not-crmscript', message, token);
  return true;
}

function beginsForeign(tokens: TokenStream, word: string): boolean {
  const after = tokens.peek(1);
  if (word === 'switch' || word === 'elseif' || word === 'elsif') return after.text === '(';
  if (word === 'do' || word === 'finally') return after.text === '{';
  if (word === 'import') return after.kind === 'name' || after.kind === 'string' || after.text === '{';
  return after.kind === 'name';
}

/** True, with a report, when an expression of another language begins here. */
export function reportForeignExpression(tokens: TokenStream): boolean {
  const token = tokens.peek();
  const message = foreignExpression(tokens);
  if (message === undefined) return false;
  tokens.report('not-crmscript', message, token);
  return true;
}

function foreignExpression(tokens: TokenStream): string | undefined {
  const { text, kind } = tokens.peek();
  const after = tokens.peek(1);
  if (kind === 'operator' && (text === '++' || text === '--')) {
    const name = after.kind === 'name' ? after.text : 'i';
    return `CRMScript has no prefix "${text}". Write ${name}${text}.`;
  }
  if (text === '[' && kind === 'operator') {
    return 'CRMScript has no array literals. Declare the array and add elements with pushBack().';
  }
  if (text === '{' && kind === 'operator') {
    return 'CRMScript has no object or list literals. Declare a variable and fill it.';
  }
  if (text === '+' && kind === 'operator') return 'CRMScript has no prefix "+". Leave it out.';
  if (kind !== 'name') return undefined;
  if (text === 'new' && after.kind === 'name') {
    return `CRMScript has no "new". Declaring a variable creates the object: ${after.text} x;`;
  }
  return undefined;
}

/** True, with a report, when `?` or an operator of another language follows an expression. */
export function reportForeignOperator(tokens: TokenStream): boolean {
  const token = tokens.peek();
  if (tokens.is('?')) {
    tokens.report('not-crmscript', 'CRMScript has no "condition ? a : b". Write if … else.', token);
    return true;
  }
  if (token.kind === 'name' && (token.text === 'and' || token.text === 'or')) {
    const here = token.text === 'and' ? '&&' : '||';
    tokens.report('not-crmscript', `CRMScript has no "${token.text}". Write ${here}.`, token);
    return true;
  }
  return false;
}
