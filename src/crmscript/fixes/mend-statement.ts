import type { Expression, Item } from '../syntax/ast.ts';
import { typeHere } from '../analysis/foreign-types.ts';
import { complainOfMisspelt } from './misspelt.ts';
import { nearest } from '../nearest.ts';
import { parseBlock, parseBody } from './parse-block.ts';
import { missing, parseExpression } from './parse-expression.ts';
import { parseFunctionRest, parseUntypedFunction } from './parse-function.ts';
import { parsePlainStatement } from './parse-statement.ts';
import { parseStruct } from './parse-struct.ts';
import { parseTypeName } from './parse-type.ts';
import { endStatement } from './parse-variable.ts';
import { pastPair, skipPastBlock } from './recover.ts';
import type { Token } from '../syntax/token.ts';
import type { Mark, TokenStream } from './token-stream.ts';

/* A statement that could not be read as an expression: what may have been meant by it. */

const printing: ReadonlySet<string> = new Set(['echo', 'puts', 'say', 'write', 'alert', 'printf', 'println']);

/** Reads the statement again in another way, where its shape says which; else undefined. */
export function mendStatement(tokens: TokenStream, mark: Mark, expression: Expression): Item | undefined {
  const first = tokens.at(mark.index);
  if (first.kind === 'operator' && first.text === '(') return mendParentheses(tokens, mark);
  if (first.kind !== 'name') return mendComment(tokens, mark);
  const after = tokens.at(mark.index + 1);
  const again = (): void => {
    tokens.rewind(mark);
  };
  if (after.kind === 'operator' && after.text === '(') return mendHead(tokens, mark);
  if (after.kind === 'operator' && after.text === '{') {
    again();
    return mendBlock(tokens);
  }
  if (after.kind === 'operator' && after.text === '<') return mendGeneric(tokens, mark);
  if (after.kind === 'operator' && after.text === ':') {
    again();
    return mendColon(tokens);
  }
  const isOperand = ['string', 'integer', 'float', 'name'].includes(after.kind) || after.text === 'this';
  if (isOperand && after.line === first.line && expression.kind === 'name') {
    again();
    return mendCommand(tokens);
  }
  return undefined;
}

/** Reports the name and takes it for the keyword that it nearly is. */
function correct(tokens: TokenStream, keyword: string): Item {
  complainOfMisspelt(tokens, keyword);
  tokens.correct(keyword);
  return parsePlainStatement(tokens);
}

/** `name (…) {`: a misspelt word of the language, or a function without a type. */
function mendHead(tokens: TokenStream, mark: Mark): Item | undefined {
  const shift = mark.index - tokens.position;
  const close = pastPair(tokens, shift + 1);
  if (close < 0 || !tokens.is('{', close)) return undefined;
  tokens.rewind(mark);
  const name = tokens.peek();
  const keyword = nearest(name.text, ['while', 'foreach', 'for', 'if', 'switch']);
  const parameters = tokens.is(')', 2) || (isNamePair(tokens, 2) && (tokens.is(',', 4) || tokens.is(')', 4)));
  if (keyword !== undefined && keyword !== 'switch' && !parameters && name.text.length > 1) {
    return correct(tokens, keyword);
  }
  if (name.text === 'Void') {
    tokens.problems.incomplete = true;
    tokens.complain('expected-name', 'The name of the function is missing behind its type.', tokens.peek(1));
    return parseFunctionRest(tokens, parseTypeName(tokens), { text: '', span: name });
  }
  if (parameters && tokens.indent === 0) {
    const message = `A function begins with the type that it returns: Void ${name.text}(…) when it returns nothing.`;
    return parseUntypedFunction(tokens, message, name);
  }
  return unknownStatement(tokens);
}

const isNamePair = (tokens: TokenStream, ahead: number): boolean =>
  tokens.peek(ahead).kind === 'name' && tokens.peek(ahead + 1).kind === 'name';

/** `(n == 1) { … }`: the word before the parentheses is missing. */
function mendParentheses(tokens: TokenStream, mark: Mark): Item | undefined {
  const close = pastPair(tokens, mark.index - tokens.position);
  if (close < 0) return undefined;
  const next = tokens.at(tokens.position + close);
  const begins = next.text === '{' || next.kind === 'name' || beginsStatementAt(next);
  if (!begins) return undefined;
  tokens.rewind(mark);
  const open = tokens.peek();
  const past = pastPair(tokens);
  tokens.report(
    'unknown-statement',
    'A word such as "if" or "while" is missing before these parentheses.',
    open,
  );
  for (let taken = 0; taken < past; taken++) tokens.next();
  tokens.recover();
  const body = parseBody(tokens);
  const condition = missing(tokens);
  if (!tokens.accept('else')) return { kind: 'while', condition, body, span: open };
  const otherwise = parseBody(tokens);
  return { kind: 'block', body: [body, otherwise], closeSpan: open, span: open };
}

const beginsStatementAt = ({ kind, text }: Token): boolean =>
  kind === 'keyword' && !['true', 'false', 'this', 'in', 'else', 'catch'].includes(text);

/** `word {` */
function mendBlock(tokens: TokenStream): Item {
  if (tokens.indent === 0 && isNamePair(tokens, 2)) {
    const { text, start } = tokens.peek();
    const fix = { label: 'Add "struct"', start, end: start, text: 'struct ' };
    tokens.complain('expected', `Expected "struct" before the name "${text}".`, tokens.peek(), fix);
    return parseStruct(tokens);
  }
  const keyword = nearest(tokens.peek().text, ['else', 'try', 'catch']);
  return keyword === undefined ? unknownStatement(tokens) : correct(tokens, keyword);
}

function unknownStatement(tokens: TokenStream): Item {
  const word = tokens.peek();
  tokens.report('unknown-statement', `"${word.text}" begins no statement of CRMScript.`, word);
  const block = tokens.is('{', 1);
  tokens.next();
  if (!block) {
    skipPastBlock(tokens);
    tokens.recover();
    return { kind: 'empty', span: word };
  }
  tokens.recover();
  return parseBlock(tokens);
}

/** `name: …` */
function mendColon(tokens: TokenStream): Item {
  const name = tokens.peek();
  const type = tokens.peek(2);
  const typed = type.kind === 'name' && (tokens.is('=', 3) || tokens.is(';', 3));
  const written = `${type.text} ${name.text}`;
  const fix = { label: `Write ${written}`, start: name.start, end: type.end, text: written };
  const message = typed
    ? `The type stands before the name: ${written}.`
    : 'CRMScript has no labels; break and continue mean the innermost loop.';
  tokens.report('not-crmscript', message, name, typed ? fix : undefined);
  skipPastBlock(tokens);
  tokens.recover();
  return { kind: 'empty', span: name };
}

/** `List<String> names;` */
function mendGeneric(tokens: TokenStream, mark: Mark): Item | undefined {
  const at = (index: number): Token => tokens.at(mark.index + index);
  const pair = at(3).text === ',' && at(4).kind === 'name';
  const last = pair ? 5 : 3;
  const [list, element, close, name] = [at(0), at(2), at(last), at(last + 1)];
  if (element.kind !== 'name' || close.text !== '>' || name.kind !== 'name') return undefined;
  tokens.rewind(mark);
  const text = pair ? 'Map' : `${typeHere(element.text) ?? element.text}[]`;
  const message = `CRMScript has no types with "<". ${pair ? 'A Map goes from a String to a String' : `An array is ${text}`}.`;
  skipPastBlock(tokens);
  // What makes the object goes with the type.
  const made = at(last + 2).text === '=' && at(last + 3).text === 'new' && tokens.previous().text === ';';
  const plain = at(last + 2).text === ';' || at(last + 2).text === '=';
  const end = made ? tokens.previous().start : close.end;
  const fix = { label: `Write ${text}`, start: list.start, end, text: made ? `${text} ${name.text}` : text };
  tokens.complain('not-crmscript', message, list, plain ? fix : undefined);
  tokens.distrust();
  tokens.recover();
  return { kind: 'empty', span: list };
}

/** `word value`: a misspelt word of the language, or a call without its parentheses. */
function mendCommand(tokens: TokenStream): Item | undefined {
  const word = tokens.peek();
  const keyword = nearest(word.text, ['return', 'throw']);
  if (keyword !== undefined) return correct(tokens, keyword);
  if (tokens.peek(1).kind === 'name') return undefined;
  tokens.next();
  const from = tokens.peek();
  const value = parseExpression(tokens);
  const name = printing.has(word.text) ? 'printLine' : word.text;
  const closed = tokens.is(')');
  const written = tokens.slice(value.span, value.span);
  const fix = closed
    ? { label: 'Add "("', start: word.end, end: from.start, text: '(' }
    : {
        label: 'Add parentheses',
        start: word.start,
        end: tokens.previous().end,
        text: `${name}(${written})`,
      };
  const message = `What is handed over stands in parentheses: ${name}(${written}).`;
  tokens.report('expected', message, from, fix);
  tokens.accept(')');
  tokens.recover();
  endStatement(tokens, 'the statement');
  return { kind: 'empty', span: word };
}

/** `-- a remark` and `<!-- a remark -->`. */
function mendComment(tokens: TokenStream, mark: Mark): Item | undefined {
  const first = tokens.at(mark.index);
  const html = first.text === '<' && tokens.at(mark.index + 1).text === '!';
  const dashes =
    first.text === '--' &&
    tokens.at(mark.index + 1).kind === 'name' &&
    tokens.at(mark.index + 2).kind === 'name';
  if (!html && !dashes) return undefined;
  tokens.rewind(mark);
  const end = html ? tokens.peek(2).end : first.end;
  const fix = { label: 'Write "//"', start: first.start, end, text: '//' };
  tokens.report('comment', 'A comment begins with "//".', first, fix);
  while (!tokens.atEnd && tokens.peek().line === first.line) tokens.next();
  tokens.recover();
  return { kind: 'empty', span: first };
}
