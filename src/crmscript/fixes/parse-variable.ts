import type { Expression, Name, TypeName, VariableDeclaration } from '../syntax/ast.ts';
import { joinInstead } from './parse-arguments.ts';
import { parseExpression } from './parse-expression.ts';
import { beginsDeclaration } from './parse-type.ts';
import { beginsStatement } from './recover.ts';
import { describe, through, type TokenStream } from './token-stream.ts';

// variable := type NAME [ "=" expression ]
/** The declaration behind its type and name, and those that follow it after commas. */
export function parseVariables(tokens: TokenStream, type: TypeName, name: Name): VariableDeclaration[] {
  const first = parseVariable(tokens, type, name, type.span);
  if (!tokens.is(',')) return [first];
  if (isDecimalComma(tokens)) {
    complainOfComma(tokens);
    return [first];
  }
  const variables = [first];
  const comma = tokens.current;
  let text = '';
  while (tokens.is(',') && tokens.peek(1).kind === 'name') {
    tokens.next();
    const token = tokens.next();
    const variable = parseVariable(tokens, type, { text: token.text, span: token }, token);
    text += `; ${tokens.slice(type.span, type.span)} ${tokens.slice(token, tokens.previous())}`;
    variables.push(variable);
  }
  const message = `A declaration declares one variable. Write ${type.name.text} ${name.text}; and the next one after it.`;
  const fix = { label: 'Write one declaration each', start: comma.start, end: tokens.previous().end, text };
  tokens.complain('comma-declaration', message, comma, variables.length > 1 ? fix : undefined);
  return variables;
}

/** `1,5` */
function isDecimalComma(tokens: TokenStream): boolean {
  const [before, comma, behind] = [tokens.previous(), tokens.peek(), tokens.peek(1)];
  const digits = before.kind === 'integer' && behind.kind === 'integer';
  return digits && before.end === comma.start && comma.end === behind.start;
}

function complainOfComma(tokens: TokenStream): void {
  const before = tokens.previous();
  const comma = tokens.next();
  const written = `${tokens.slice(before, before)}.${tokens.slice(tokens.peek(), tokens.peek())}`;
  const fix = { label: `Write ${written}`, start: comma.start, end: comma.end, text: '.' };
  tokens.complain('number', `The decimals stand behind a point: ${written}.`, before, fix);
  tokens.next();
}

function parseVariable(
  tokens: TokenStream,
  type: TypeName,
  name: Name,
  from: TypeName['span'],
): VariableDeclaration {
  const declared = tokens.is('[') ? parseBracketsAfterName(tokens, type, name) : type;
  const value = parseInitial(tokens);
  return { kind: 'variable', type: declared, name, value, span: through(from, tokens.previous()) };
}

const values: ReadonlySet<string> = new Set(['integer', 'long', 'float', 'string']);

/** `= expression`, if there is one. */
function parseInitial(tokens: TokenStream): Expression | undefined {
  const token = tokens.current;
  if (values.has(token.kind) && token.line === tokens.previous().line) {
    const message = `Expected "=" between the name and its value.`;
    tokens.complain('expected', message, token, tokens.insertion(' ='));
    return parseExpression(tokens);
  }
  if (!tokens.is('=') && token.text !== ':=') return undefined;
  tokens.next();
  if (token.text === ':=') {
    const fix = { label: 'Write "="', start: token.start, end: token.end, text: '=' };
    tokens.complain('not-crmscript', 'CRMScript has no ":=". Write =.', token, fix);
  }
  return parseExpression(tokens);
}

/** `String a[5]`: the brackets belong to the type. */
function parseBracketsAfterName(tokens: TokenStream, type: TypeName, name: Name): TypeName {
  const bracket = tokens.current;
  const sizes = [...type.sizes];
  while (tokens.accept('[')) {
    sizes.push(tokens.is(']') ? undefined : parseExpression(tokens));
    if (!tokens.expect(']', 'after the size')) break;
  }
  const brackets = tokens.slice(bracket, tokens.previous());
  const written = `${tokens.slice(type.span, type.span)}${brackets} ${name.text}`;
  const fix = {
    label: `Write ${written}`,
    start: type.span.start,
    end: tokens.previous().end,
    text: written,
  };
  tokens.complain('brackets-after-name', `The brackets belong to the type: write ${written}.`, bracket, fix);
  return { ...type, sizes };
}

/** Takes the semicolon. A missing one is reported at the end of the line that it should have ended (rulings 34). */
export function endStatement(tokens: TokenStream, what: string): void {
  let ended = false;
  // Each bracket that is dropped may have another one behind it.
  while (!ended) ended = isEnded(tokens, what);
}

/** False where something was taken away, and the end is still to come. */
function isEnded(tokens: TokenStream, what: string): boolean {
  if (tokens.accept(';')) {
    if (tokens.panicking) tokens.recover();
    return true;
  }
  if (tokens.panicking || tokens.closed === tokens.position) return true;
  const found = tokens.current;
  if (tokens.is(')') || tokens.is(']')) {
    dropStray(tokens, 'statement');
    return false;
  }
  const last = tokens.previous();
  const moved = found.line !== last.line || found.kind === 'end' || tokens.is('}');
  if (!moved && joinInstead(tokens)) {
    return false;
  }
  if (!moved && reportSpaceInName(tokens)) return true;
  if (!moved && !beginsDeclaration(tokens) && !beginsStatement(tokens) && !beginsAction(tokens)) {
    const message = `${what} should end here, but ${describe(found)} follows.`.replace(/^./, upper);
    tokens.report('unexpected', message, found);
    return true;
  }
  // Reported without panic: what follows is a statement of its own and is looked at.
  const message = `Expected ";" at the end of ${what}.`;
  tokens.complain('missing-semicolon', message, tokens.endOf(last), tokens.insertion(';'));
  return true;
}

const upper = (letter: string): string => letter.toUpperCase();

/** A bracket that closes nothing. */
export function dropStray(tokens: TokenStream, where: 'statement' | 'head' = 'head'): void {
  const { text, start, end } = tokens.current;
  const fix = { label: `Remove "${text}"`, start, end, text: '' };
  const { text: before } = tokens.previous();
  // Behind another bracket it is one too many; else the one that opens it is missing somewhere.
  const doubled =
    where === 'head' ||
    before === ')' ||
    (text === ']' && before !== '' && tokens.previous().kind !== 'name');
  tokens.complain(
    'stray-bracket',
    `This "${text}" closes nothing.`,
    tokens.current,
    doubled ? fix : undefined,
  );
  if (where === 'statement') tokens.distrust();
  tokens.next();
}

/** `name(`, `name =` or `name.`: something is done here. */
const beginsAction = (tokens: TokenStream): boolean => {
  if (tokens.current.kind !== 'name') return false;
  const { kind, text } = tokens.peek(1);
  return kind === 'operator' && ['(', '=', '.', '++', '--', '+=', '['].includes(text);
};

/** `Integer my count = 1;` */
function reportSpaceInName(tokens: TokenStream): boolean {
  const [first, second] = [tokens.previous(), tokens.current];
  const declares = first.kind === 'name' && tokens.previous(2).kind === 'name';
  if (!declares || second.kind !== 'name' || tokens.position - tokens.statementStart !== 2) return false;
  if (!tokens.is('=', 1) && !tokens.is(';', 1)) return false;
  const text = first.text + second.text.charAt(0).toUpperCase() + second.text.slice(1);
  const fix = { label: `Write ${text}`, start: first.start, end: second.end, text };
  tokens.report('unexpected', `A name is one word, such as ${text}.`, first, fix);
  return true;
}
