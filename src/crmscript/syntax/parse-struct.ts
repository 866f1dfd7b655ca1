import type { Field, FunctionDeclaration, StructDeclaration } from './ast.ts';
import { through, type Cursor } from './cursor.ts';
import { closeBlock } from './parse-block.ts';
import { parseFunctionRest } from './parse-function.ts';
import { beginsDeclaration, parseName, parseTypeName } from './parse-type.ts';
import { endStatement, parseVariableRest } from './parse-variable.ts';
import { recover } from './recover.ts';

// struct := "struct" NAME "{" { member | ";" } "}" [ ";" ]
export function parseStruct(tokens: Cursor): StructDeclaration {
  const start = tokens.next();
  const name = parseName(tokens, 'the name of the struct');
  const fields: Field[] = [];
  const methods: FunctionDeclaration[] = [];
  const open = tokens.expect('{', 'after the name of the struct');
  while (!tokens.is('}') && !tokens.atEnd) {
    const { position, depth } = tokens;
    tokens.statementStart = position;
    try {
      if (!tokens.accept(';')) parseMember(tokens, fields, methods);
    } catch (fault) {
      tokens.depth = depth;
      recover(tokens, fault, position);
    }
  }
  closeBlock(tokens, open);
  tokens.accept(';');
  return { kind: 'struct', name, fields, methods, span: through(start, name.span) };
}

// member := type NAME ( functionRest | variableRest ";" )
function parseMember(tokens: Cursor, fields: Field[], methods: FunctionDeclaration[]): void {
  if (!beginsDeclaration(tokens)) {
    const message = `Expected a field or a method of the struct, but found ${tokens.found}.`;
    throw tokens.fault('expected-member', message);
  }
  const type = parseTypeName(tokens);
  const name = parseName(tokens, 'a name after the type');
  if (tokens.is('(')) {
    methods.push(parseFunctionRest(tokens, type, name));
    return;
  }
  const { value, span } = parseVariableRest(tokens, type, name);
  endStatement(tokens, 'the field');
  fields.push({ type, name, value, span: { ...span, end: tokens.previous.end } });
}
