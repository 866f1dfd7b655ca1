import type { Item, Name, TypeName } from './ast.ts';
import { type Cursor, through } from './cursor.ts';
import { parseFunctionRest } from './parse-function.ts';
import { parseStatement } from './parse-statement.ts';
import { parseStruct } from './parse-struct.ts';
import { beginsDeclaration, parseName, parseTypeName } from './parse-type.ts';
import { endStatement, parseVariableRest } from './parse-variable.ts';
import { recover } from './recover.ts';

// items := { item }
/** What stands up to the end or to a `}`. */
export function parseItems(tokens: Cursor, items: Item[]): void {
  while (!tokens.atEnd && !tokens.is('}')) {
    const { position, depth } = tokens;
    try {
      items.push(parseItem(tokens));
    } catch (fault) {
      tokens.depth = depth;
      recover(tokens, fault, position);
    }
  }
}

// item := directive | struct | declaration | statement
export function parseItem(tokens: Cursor): Item {
  tokens.statementStart = tokens.position;
  tokens.enter();
  const item = parseItemHere(tokens);
  tokens.leave();
  return item;
}

function parseItemHere(tokens: Cursor): Item {
  const { kind, text } = tokens.current;
  if (kind === 'name') return beginsDeclaration(tokens) ? parseDeclaration(tokens) : parseStatement(tokens);
  if (kind === 'directive') return parseDirective(tokens);
  return kind === 'keyword' && text === 'struct' ? parseStruct(tokens) : parseStatement(tokens);
}

// declaration := type NAME ( functionRest | variableRest ";" )
function parseDeclaration(tokens: Cursor): Item {
  const type = parseTypeName(tokens);
  const name = parseName(tokens, 'a name after the type');
  return tokens.is('(') ? parseFunctionRest(tokens, type, name) : parseVariableStatement(tokens, type, name);
}

function parseVariableStatement(tokens: Cursor, type: TypeName, name: Name): Item {
  const variable = parseVariableRest(tokens, type, name);
  endStatement(tokens, 'the declaration');
  return variable;
}

// directive := "#setLanguageLevel" INTEGER [ ";" ] | "#include" STRING [ ";" ]
function parseDirective(tokens: Cursor): Item {
  const start = tokens.next();
  const value = tokens.current;
  if (start.text === 'include') {
    if (value.kind !== 'string') {
      throw tokens.fault(
        'include-name',
        'Expected the name of a script in quotes after #include.',
        tokens.gap,
      );
    }
    tokens.next();
    tokens.accept(';');
    return { kind: 'include', id: value.text, span: through(start, value) };
  }
  if (start.text !== 'setLanguageLevel') {
    const message = `There is no directive "#${start.text}", only #include and #setLanguageLevel.`;
    throw tokens.fault('unknown-directive', message, start);
  }
  if (value.kind !== 'integer') {
    throw tokens.fault('language-level', 'Expected a number after #setLanguageLevel: 3.', tokens.gap);
  }
  tokens.next();
  tokens.accept(';');
  return { kind: 'languageLevel', level: Number(value.text), levelSpan: value, span: through(start, value) };
}
