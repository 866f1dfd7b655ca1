import type { Field, FunctionDeclaration, Item, Name, StructDeclaration } from '../syntax/ast.ts';
import { closeBlock, endsHere } from './parse-block.ts';
import { parseFunctionRest, parseUntypedFunction } from './parse-function.ts';
import { beginsDeclaration, parseDeclaredName, parseName, parseTypeName } from './parse-type.ts';
import { endStatement, parseVariables } from './parse-variable.ts';
import { pastPair } from './recover.ts';
import { describe, through, type TokenStream } from './token-stream.ts';

// struct := "struct" NAME "{" { function | type NAME [ "=" expression ] ";" } "}" [ ";" ]
export function parseStruct(tokens: TokenStream): Item {
  const index = tokens.position;
  const start = tokens.is('struct') ? tokens.next() : tokens.peek();
  const name = parseName(tokens, 'Expected the name of the struct');
  if (name === undefined) return { kind: 'empty', span: start };
  const fields: Field[] = [];
  const methods: FunctionDeclaration[] = [];
  const span = through(start, name.span);
  const declaration: StructDeclaration = { kind: 'struct', name, fields, methods, span };
  refuseBase(tokens);
  const open = tokens.peek();
  if (!tokens.accept('{')) {
    const message = `Expected "{" after the name of the struct, but found ${describe(tokens.peek())}.`;
    if (tokens.unclosed >= 0) {
      tokens.report('expected', message, tokens.gap());
      return declaration;
    }
    tokens.complain('expected', message, tokens.gap(), tokens.insertion(' {'));
    tokens.unclosed += 1;
  }
  while (!tokens.is('}') && !tokens.atEnd) {
    if (tokens.unclosed > 0 && endsHere(tokens, index, fields.length + methods.length > 0)) break;
    parseMember(tokens, name, fields, methods);
  }
  tokens.recover();
  closeBlock(tokens, open, index);
  tokens.accept(';');
  return declaration;
}

/** `struct A : B` and `struct A extends B`. */
function refuseBase(tokens: TokenStream): void {
  const { text, start } = tokens.peek();
  if (text !== ':' && text !== 'extends' && text !== 'implements') return;
  let ahead = 1;
  while (!tokens.is('{', ahead) && tokens.peek(ahead).kind !== 'end' && ahead < 20) ahead += 1;
  const fix = { label: 'Remove it', start, end: tokens.peek(ahead).start, text: '' };
  tokens.complain('not-crmscript', 'A struct inherits from nothing.', tokens.peek(), fix);
  for (let taken = 0; taken < ahead; taken++) tokens.next();
}

function parseMember(
  tokens: TokenStream,
  owner: Name,
  fields: Field[],
  methods: FunctionDeclaration[],
): void {
  tokens.begin();
  if (tokens.accept(';')) return;
  const before = tokens.position;
  dropModifier(tokens);
  if (beginsDeclaration(tokens)) parseTyped(tokens, fields, methods);
  else if (tokens.peek().text === owner.text && tokens.is('(', 1)) {
    const text = `A struct has no constructor. Write a function ${owner.text} ${owner.text}(…) outside, which returns one.`;
    tokens.report('not-crmscript', text, tokens.peek());
  } else if (tokens.peek().kind === 'name' && tokens.is('(', 1) && tokens.is('{', pastPair(tokens, 1))) {
    const message = `The method "${tokens.peek().text}" needs a type before its name: Void, when it returns nothing.`;
    methods.push(parseUntypedFunction(tokens, message, tokens.peek()));
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

const modifiers: ReadonlySet<string> = new Set([
  'public',
  'private',
  'protected',
  'static',
  'const',
  'readonly',
]);

function dropModifier(tokens: TokenStream): void {
  const { text, start, kind } = tokens.peek();
  if (kind !== 'name' || !modifiers.has(text) || tokens.peek(1).kind !== 'name') return;
  const fix = { label: `Remove "${text}"`, start, end: tokens.peek(1).start, text: '' };
  const message = `CRMScript has no "${text}". Everybody sees the members of a struct. Leave it out.`;
  tokens.complain('not-crmscript', message, tokens.peek(), fix);
  tokens.next();
}

function parseTyped(tokens: TokenStream, fields: Field[], methods: FunctionDeclaration[]): void {
  const type = parseTypeName(tokens);
  const name = parseDeclaredName(tokens);
  if (name === undefined) return;
  if (tokens.is('(')) {
    methods.push(parseFunctionRest(tokens, type, name));
    return;
  }
  const variables = parseVariables(tokens, type, name);
  endStatement(tokens, 'the field');
  const { end } = tokens.previous();
  for (const { type: declared, name: each, value, span } of variables) {
    fields.push({ type: declared, name: each, value, span: variables.length > 1 ? span : { ...span, end } });
  }
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
