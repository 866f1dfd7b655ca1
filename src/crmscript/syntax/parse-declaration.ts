import type {
  Expression,
  Field,
  FunctionDeclaration,
  Item,
  Name,
  Parameter,
  StructDeclaration,
  TypeName,
} from './ast.ts';
import { parseExpression } from './parse-expression.ts';
import { parseName } from './parse-primary.ts';
import { endStatement, parseBlock } from './parse-statement.ts';
import { describe, through, type TokenStream } from './token-stream.ts';

/** True at `NAME { "[" … "]" } NAME`: what follows declares something (crm §4). */
export function beginsDeclaration(tokens: TokenStream): boolean {
  if (tokens.peek().kind !== 'name') return false;
  let ahead = 1;
  while (tokens.is('[', ahead)) {
    ahead = pastBrackets(tokens, ahead);
    if (ahead < 0) return false;
  }
  const after = tokens.peek(ahead);
  return after.kind === 'name' && after.text !== 'and' && after.text !== 'or';
}

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
  const token = tokens.peek();
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
  return { name, sizes, span: through(name.span, tokens.previous()) };
}

// function := type NAME "(" [ parameter { "," parameter } ] ")" block
export function parseFunctionRest(tokens: TokenStream, type: TypeName, name: Name): FunctionDeclaration {
  tokens.expect('(', 'before the parameters');
  const parameters: Parameter[] = [];
  while (!tokens.is(')') && !tokens.atEnd) {
    const parameter = parseParameter(tokens);
    if (parameter === undefined) break;
    parameters.push(parameter);
    if (tokens.panicking || !tokens.accept(',')) break;
  }
  tokens.expect(')', 'after the parameters');
  if (tokens.panicking) skipToBody(tokens);
  const head = through(type.span, tokens.previous());
  if (tokens.is(';')) {
    tokens.report(
      'function-body',
      'A function needs a body in braces; it cannot be announced beforehand.',
      tokens.peek(),
    );
  }
  const body = parseBlock(tokens);
  return { kind: 'function', type, name, parameters, body, span: head };
}

/** After a mistake among the parameters the body is still read. */
function skipToBody(tokens: TokenStream): void {
  while (!tokens.atEnd && !tokens.is('{') && !tokens.is('}') && !tokens.is(';')) tokens.next();
  if (tokens.is('{')) tokens.recover();
}

// parameter := type NAME
function parseParameter(tokens: TokenStream): Parameter | undefined {
  if (tokens.peek().kind === 'name' && (tokens.is(',', 1) || tokens.is(')', 1))) {
    const token = tokens.peek();
    tokens.report('parameter-type', `The parameter "${token.text}" needs a type before its name.`, token);
    tokens.next();
    const name = { text: token.text, span: token };
    return { type: { name: { text: '', span: token }, sizes: [], span: token }, name };
  }
  const type = parseTypeName(tokens);
  const name = parseName(tokens, 'Expected the name of the parameter');
  if (name !== undefined && tokens.is('=')) {
    tokens.report(
      'default-parameter',
      'A parameter has no default value. Write a second function with fewer parameters.',
      tokens.peek(),
    );
  }
  return name && { type, name };
}

// struct := "struct" NAME "{" { function | type NAME [ "=" expression ] ";" } "}" [ ";" ]
export function parseStruct(tokens: TokenStream): Item {
  const start = tokens.next();
  const name = parseName(tokens, 'Expected the name of the struct');
  if (name === undefined) return { kind: 'empty', span: start };
  const open = tokens.peek();
  const fields: Field[] = [];
  const methods: FunctionDeclaration[] = [];
  const span = through(start, name.span);
  const declaration: StructDeclaration = { kind: 'struct', name, fields, methods, span };
  if (tokens.is(':')) {
    tokens.report('not-crmscript', 'A struct inherits from nothing.', tokens.peek());
  }
  if (!tokens.expect('{', 'after the name of the struct')) return declaration;
  while (!tokens.is('}') && !tokens.atEnd) parseMember(tokens, name, fields, methods);
  tokens.recover();
  if (!tokens.accept('}')) tokens.report('unclosed-block', 'This "{" has no "}".', open);
  tokens.accept(';');
  return declaration;
}

function parseMember(
  tokens: TokenStream,
  owner: Name,
  fields: Field[],
  methods: FunctionDeclaration[],
): void {
  tokens.recover();
  if (tokens.accept(';')) return;
  const before = tokens.position;
  if (beginsDeclaration(tokens)) {
    const type = parseTypeName(tokens);
    const name = parseName(tokens, 'Expected a name after the type');
    if (name === undefined) {
      skipMember(tokens, before);
      return;
    }
    if (tokens.is('(')) {
      methods.push(parseFunctionRest(tokens, type, name));
    } else {
      const value = tokens.accept('=') ? parseExpression(tokens) : undefined;
      if (tokens.is(',')) {
        tokens.report(
          'comma-declaration',
          `A declaration declares one field. Write ${type.name.text} ${name.text}; and the next one after it.`,
          tokens.peek(),
        );
      }
      endStatement(tokens, 'the field');
      fields.push({ type, name, value, span: through(type.span, tokens.previous()) });
    }
  } else if (tokens.peek().text === owner.text && tokens.is('(', 1)) {
    const text = `A struct has no constructor. Write a function ${owner.text} ${owner.text}(…) outside, which returns one.`;
    tokens.report('not-crmscript', text, tokens.peek());
  } else {
    const found = describe(tokens.peek());
    tokens.report(
      'expected-member',
      `Expected a field or a method of the struct, but found ${found}.`,
      tokens.peek(),
    );
  }
  if (tokens.panicking) skipMember(tokens, before);
}

/** Skips to behind the next semicolon or block of this struct. */
function skipMember(tokens: TokenStream, before: number): void {
  let open = 0;
  while (!tokens.atEnd) {
    if (tokens.is('{')) open += 1;
    if (tokens.is('}')) {
      if (open === 0) break;
      open -= 1;
      if (open === 0) {
        tokens.next();
        return;
      }
    }
    if (open === 0 && tokens.accept(';')) return;
    tokens.next();
  }
  if (tokens.position === before) tokens.next();
}

// directive := "#setLanguageLevel" INTEGER [ ";" ] | "#include" STRING [ ";" ]
export function parseDirective(tokens: TokenStream): Item {
  const start = tokens.next();
  const value = tokens.peek();
  if (start.text === 'setLanguageLevel') {
    if (value.kind !== 'integer') {
      tokens.report('language-level', 'Expected a number after #setLanguageLevel: 3.', value);
      return { kind: 'empty', span: start };
    }
    tokens.next();
    tokens.accept(';');
    const level = Number(value.text);
    if (level < 1 || level > 4) {
      tokens.problems.warning('language-level', 'The language levels are 1 to 4; 3 is the usual one.', value);
    }
    return { kind: 'languageLevel', level, span: through(start, value) };
  }
  if (start.text !== 'include') {
    const message = `There is no directive "#${start.text}", only #include and #setLanguageLevel.`;
    tokens.report('unknown-directive', message, start);
    return { kind: 'empty', span: start };
  }
  if (value.kind !== 'string') {
    tokens.report('include-name', 'Expected the name of a script in quotes after #include.', value);
    return { kind: 'empty', span: start };
  }
  tokens.next();
  tokens.accept(';');
  return { kind: 'include', id: value.text, span: through(start, value) };
}
