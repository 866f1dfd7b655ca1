import type { FunctionDeclaration, Name, Parameter, TypeName } from './ast.ts';
import { through, type Cursor } from './cursor.ts';
import { parseBlock } from './parse-block.ts';
import { parseName, parseTypeName } from './parse-type.ts';

// functionRest := parameters block
/** The declaration of a function behind its type and its name. */
export function parseFunctionRest(tokens: Cursor, type: TypeName, name: Name): FunctionDeclaration {
  const parameters = parseParameters(tokens);
  const span = through(type.span, tokens.previous);
  return { kind: 'function', type, name, parameters, body: parseBlock(tokens), span };
}

// parameters := "(" [ parameter { "," parameter } ] ")"
function parseParameters(tokens: Cursor): Parameter[] {
  tokens.expect('(', 'before the parameters');
  if (tokens.accept(')')) return [];
  const parameters = [parseParameter(tokens)];
  while (tokens.accept(',')) parameters.push(parseParameter(tokens));
  tokens.expect(')', 'after the parameters');
  return parameters;
}

// parameter := type NAME
function parseParameter(tokens: Cursor): Parameter {
  const type = parseTypeName(tokens);
  return { type, name: parseName(tokens, 'the name of the parameter') };
}
