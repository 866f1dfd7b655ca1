import type { Span } from '../diagnostic.ts';
import type { Block, FunctionDeclaration, Name, Parameter, TypeName } from '../syntax/ast.ts';
import { parseBlock } from './parse-block.ts';
import { parseExpression } from './parse-expression.ts';
import { parseName, parseTypeName } from './parse-type.ts';
import { describe, through, type TokenStream } from './token-stream.ts';

// function := type NAME "(" [ parameter { "," parameter } ] ")" block
export function parseFunctionRest(
  tokens: TokenStream,
  type: TypeName,
  name: Name,
  parentheses = true,
): FunctionDeclaration {
  const parameters = parentheses ? parseParameters(tokens) : [];
  const unsure = tokens.panicking;
  if (tokens.panicking) skipToBody(tokens);
  else if (parentheses) tokens.expectSoftly(')', 'after the parameters');
  const head = through(type.span, tokens.previous());
  const body = parseFunctionBody(tokens);
  const doubtful = unsure || parameters.some(({ type: { name: each } }) => each.text === '');
  const declaration: FunctionDeclaration = { kind: 'function', type, name, parameters, body, span: head };
  if (doubtful) tokens.problems.unreadable.add(declaration);
  return declaration;
}

function parseFunctionBody(tokens: TokenStream): Block {
  if (!tokens.is(';')) return parseBlock(tokens);
  const semicolon = tokens.next();
  const { start, end } = semicolon;
  if (tokens.is('{')) {
    const fix = { label: 'Remove ";"', start, end, text: '' };
    tokens.complain('function-body', 'No ";" stands between a function and its body.', semicolon, fix);
    return parseBlock(tokens);
  }
  const message = 'A function needs a body in braces; it cannot be announced beforehand.';
  const fix = { label: 'Write { }', start, end, text: ' { }' };
  tokens.complain('function-body', message, semicolon, fix);
  return { kind: 'block', body: [], closeSpan: semicolon, span: semicolon };
}

function parseParameters(tokens: TokenStream): Parameter[] {
  tokens.accept('(');
  const parameters: Parameter[] = [];
  while (!tokens.is(')') && !tokens.is('{') && !tokens.atEnd) {
    const parameter = parseParameter(tokens);
    if (parameter === undefined) break;
    parameters.push(parameter);
    if (tokens.panicking) break;
    if (tokens.accept(',')) {
      if (tokens.is(')')) reportComma(tokens);
    } else if (tokens.peek().kind === 'name') {
      const message = `Expected "," between two parameters, but found ${describe(tokens.peek())}.`;
      tokens.complain('expected', message, tokens.peek(), tokens.insertion(','));
    } else {
      break;
    }
  }
  return parameters;
}

function reportComma(tokens: TokenStream): void {
  const { start, end } = tokens.previous();
  const fix = { label: 'Remove ","', start, end, text: '' };
  tokens.complain('expected-name', 'Expected another parameter after the comma.', tokens.peek(), fix);
}

/** After a mistake among the parameters the body is still read. */
function skipToBody(tokens: TokenStream): void {
  while (!tokens.atEnd && !tokens.is('{') && !tokens.is('}') && !tokens.is(';')) tokens.next();
  if (tokens.is('{')) tokens.recover();
}

// parameter := type NAME
function parseParameter(tokens: TokenStream): Parameter | undefined {
  const token = tokens.peek();
  if (token.kind === 'name' && (tokens.is(',', 1) || tokens.is(')', 1))) {
    const isType = /^[A-Z]/.test(token.text);
    const message = isType
      ? `A parameter has a type and a name; "${token.text}" stands alone.`
      : `The parameter "${token.text}" needs a type before its name.`;
    tokens.complain('parameter-type', message, token);
    if (isType) tokens.problems.incomplete = true;
    tokens.next();
    return { type: typeless(token), name: { text: token.text, span: token } };
  }
  const type = parseTypeName(tokens);
  dropMark(tokens);
  const name = parseName(tokens, 'Expected the name of the parameter');
  if (name === undefined) return undefined;
  if (tokens.is('[')) return withBrackets(tokens, type, name);
  if (tokens.is('=')) dropDefault(tokens);
  return { type, name };
}

const typeless = (span: Span): TypeName => ({ name: { text: '', span }, sizes: [], span });

/** `Integer& a` and `Integer... a`. */
function dropMark(tokens: TokenStream): void {
  const { kind, text, start, end } = tokens.peek();
  if (kind !== 'foreign') return;
  const message =
    text === '...'
      ? 'The number of parameters is fixed. For any number of values, take an array.'
      : `A parameter takes no "${text}". Arrays, structs and objects are handed over by reference as they are.`;
  const fix = { label: `Remove "${text}"`, start, end, text: '' };
  tokens.complain('not-crmscript', message, tokens.peek(), fix);
  tokens.next();
}

/** `String a[]` */
function withBrackets(tokens: TokenStream, type: TypeName, name: Name): Parameter {
  const bracket = tokens.next();
  tokens.accept(']');
  const written = `${tokens.slice(type.span, type.span)}[] ${name.text}`;
  const fix = {
    label: `Write ${written}`,
    start: type.span.start,
    end: tokens.previous().end,
    text: written,
  };
  tokens.complain('brackets-after-name', `The brackets belong to the type: write ${written}.`, bracket, fix);
  return { type: { ...type, sizes: [...type.sizes, undefined] }, name };
}

function dropDefault(tokens: TokenStream): void {
  const { end: start } = tokens.previous();
  const equals = tokens.next();
  const { end } = parseExpression(tokens).span;
  const fix = { label: 'Remove the default', start, end, text: '' };
  const message = 'A parameter has no default value. Write a second function with fewer parameters.';
  tokens.complain('default-parameter', message, equals, fix);
}

/** `name(…) { … }`: the type in front is missing. It is Void where nothing is given back. */
export function parseUntypedFunction(
  tokens: TokenStream,
  message: string,
  word: Span | undefined,
): FunctionDeclaration {
  const given = word === undefined ? parseTypeName(tokens) : undefined;
  const token = tokens.peek();
  const name = parseName(tokens, 'Expected the name of the function') ?? { text: '', span: token };
  if (given !== undefined) return parseFunctionRest(tokens, given, name, tokens.is('('));
  const mark = tokens.mark();
  const first = tokens.position;
  const declaration = parseFunctionRest(tokens, typeless(token), name, tokens.is('('));
  const typed = declaration.parameters.every(({ type }) => type.name.text !== '');
  // What is wrong with the parameters belongs to the one message about the head.
  if (!typed && !tokens.panicking) tokens.problems.rewind(mark.problems, declaration.body.span.start);
  const fix =
    typed && !givesBack(tokens, first)
      ? {
          label: 'Write "Void"',
          start: word?.start ?? token.start,
          end: word === undefined || word === token ? token.start : word.end,
          text: word === undefined || word === token ? 'Void ' : 'Void',
        }
      : undefined;
  tokens.complainAnew('function-type', message, word ?? token, fix);
  if (!typed) tokens.problems.unreadable.add(declaration);
  return declaration;
}

/** True when a `return` with a value stands between there and here. */
function givesBack(tokens: TokenStream, first: number): boolean {
  for (let index = first; index < tokens.position; index++) {
    const { kind, text } = tokens.at(index);
    if (kind === 'keyword' && text === 'return' && tokens.at(index + 1).text !== ';') return true;
  }
  return false;
}
