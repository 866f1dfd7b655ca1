import type { Item, Name, TypeName } from '../syntax/ast.ts';
import { unexpectedWord } from './foreign-statement.ts';
import { parseDirective } from './parse-directive.ts';
import { dropTwin } from './missing-piece.ts';
import { complainOfMisspelt } from './misspelt.ts';
import { nearest } from '../nearest.ts';
import { parseFunctionRest } from './parse-function.ts';
import { parsePlainStatement } from './parse-statement.ts';
import { parseStruct } from './parse-struct.ts';
import { beginsDeclaration, parseDeclaredName, parseTypeName } from './parse-type.ts';
import { endStatement, parseVariables } from './parse-variable.ts';
import { synchronise } from './recover.ts';
import { describe, type TokenStream } from './token-stream.ts';

// item := directive | struct | function | statement
/**
 * One item, added to `items`; a declaration of several variables, which CRMScript has not, is taken as several.
 * What cannot be read is reported and skipped up to where a statement may begin again.
 */
export function parseItem(tokens: TokenStream, items: Item[]): void {
  const before = tokens.position;
  tokens.begin();
  if (!tokens.enter()) {
    tokens.leave();
    return;
  }
  parseItemHere(tokens, items);
  if (tokens.panicking) synchronise(tokens, before);
  // A mistake that was mended can leave all where it was: each item takes something, or this would never end.
  else if (tokens.position === before && !tokens.is('}') && !tokens.atEnd) tokens.next();
  tokens.leave();
}

function parseItemHere(tokens: TokenStream, items: Item[]): void {
  let foreign = tokens.current.kind === 'name' ? unexpectedWord(tokens) : undefined;
  // Each word that is left out may have another one behind it.
  while (foreign === 'again') foreign = tokens.current.kind === 'name' ? unexpectedWord(tokens) : undefined;
  const { kind, text } = tokens.current;
  if (foreign !== undefined) items.push(foreign);
  else if (kind === 'directive') items.push(parseDirective(tokens));
  else if (kind === 'keyword' && text === 'struct') items.push(parseStruct(tokens));
  else if (kind !== 'name') items.push(parsePlainStatement(tokens));
  else if (beginsDeclaration(tokens)) parseDeclaration(tokens, items);
  else items.push(parsePlainStatement(tokens));
}

// declaration := type NAME ( [ "=" expression ] ";" | "(" parameters ")" block )
function parseDeclaration(tokens: TokenStream, items: Item[]): void {
  const mark = tokens.mark();
  const type = parseTypeName(tokens);
  const written = parseDeclaredName(tokens);
  if (written === undefined) return;
  const name = withoutTwin(tokens, type, written);
  if (isCallTwice(tokens, type, name)) {
    tokens.rewind(mark);
    dropTwin(tokens);
    items.push(parsePlainStatement(tokens));
    return;
  }
  if (
    tokens.current.kind === 'name' &&
    (tokens.is(')', 1) || tokens.is(',', 1)) &&
    tokens.peek(1).line === tokens.current.line
  ) {
    reportMergedHead(tokens);
  } else if (tokens.is('(') || parenthesisIsMissing(tokens)) {
    items.push(parseFunctionRest(tokens, type, name));
    return;
  }
  if (tokens.is('{')) {
    if (nearest(type.name.text, ['struct']) !== undefined) {
      tokens.rewind(mark);
      complainOfMisspelt(tokens, 'struct');
      tokens.correct('struct');
      items.push(parseStruct(tokens));
      return;
    }
    const message = `A function has parentheses behind its name, also without parameters: ${type.name.text} ${name.text}().`;
    tokens.complain('expected', message, tokens.current, tokens.insertion('()'));
    items.push(parseFunctionRest(tokens, type, name, false));
    return;
  }
  items.push(...parseVariables(tokens, type, name));
  endStatement(tokens, 'the declaration');
}

/** `Void greet String name) {` */
function parenthesisIsMissing(tokens: TokenStream): boolean {
  const pair = tokens.current.kind === 'name' && tokens.peek(1).kind === 'name';
  const head = (pair && (tokens.is(',', 2) || tokens.is(')', 2))) || (tokens.is(')') && tokens.is('{', 1));
  if (!head) return false;
  const message = `Expected "(" before the parameters, but found ${describe(tokens.current)}.`;
  tokens.complain('expected', message, tokens.current, tokens.insertion('('));
  return true;
}

/** `Void greetString name) {`: where the name ends and the first parameter begins nobody can say. */
function reportMergedHead(tokens: TokenStream): void {
  const message = `Expected "(" before the parameters, but found ${describe(tokens.current)}.`;
  tokens.report('expected', message, tokens.current);
  tokens.problems.incomplete = true;
}

/** `String String s` and `String s s`: one of two equal names is left out. */
function withoutTwin(tokens: TokenStream, type: TypeName, name: Name): Name {
  const third = tokens.current;
  const first = type.name.text === name.text;
  if (third.kind !== 'name' || (!first && third.text !== name.text)) return name;
  const start = first ? type.span.start : name.span.start;
  const end = first ? name.span.start : third.start;
  const fix = { label: `Remove "${name.text}"`, start, end, text: '' };
  tokens.complain('twice', `"${name.text}" stands here twice.`, first ? name.span : third, fix);
  tokens.next();
  return first ? { text: third.text, span: third } : name;
}

/** `print print("a")`: what stands in the parentheses are no parameters. */
const isCallTwice = (tokens: TokenStream, type: TypeName, name: Name): boolean =>
  type.name.text === name.text &&
  tokens.is('(') &&
  !tokens.is(')', 1) &&
  !(tokens.peek(1).kind === 'name' && (tokens.peek(2).kind === 'name' || tokens.is('[', 2)));
