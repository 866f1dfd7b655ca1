import type { FunctionDeclaration, Name, Parameter, TypeName } from './ast.ts';
import { through, type Cursor } from './cursor.ts';
import { parseBlock } from './parse-block.ts';
import { parseName, parseTypeName } from './parse-type.ts';

// functionRest := "(" [ parameter { "," parameter } ] ")" block
/** The declaration of a function behind its type and its name. */
export function parseFunctionRest(tokens: Cursor, type: TypeName, name: Name): FunctionDeclaration {
  tokens.expect('(', 'before the parameters');
  const parameters = tokens.is(')') ? [] : [parseParameter(tokens)];
  while (parameters.length > 0 && tokens.accept(',')) parameters.push(parseParameter(tokens));
  tokens.expect(')', 'after the parameters');
  const span = through(type.span, tokens.previous);
  return { kind: 'function', type, name, parameters, body: parseBlock(tokens), span };
}

// parameter := type NAME
function parseParameter(tokens: Cursor): Parameter {
  const type = parseTypeName(tokens);
  return { type, name: parseName(tokens, 'the name of the parameter') };
}
