import type { Item } from '../syntax/ast.ts';
import { parseBlock } from './parse-block.ts';
import { missing, parseExpression } from './parse-expression.ts';
import { parseUntypedFunction } from './parse-function.ts';
import { parseSwitch, switchText } from './parse-switch.ts';
import { isCall, skipPastBlock } from './recover.ts';
import { through, type TokenStream } from './token-stream.ts';

/*
 * What other languages have and CRMScript has not: each gets a message that names the way it is done
 * here (crm §4 notes), and where that is a matter of words the change that does it.
 */

type Foreign = {
  readonly message: string;
  /** What must follow for the word to be meant so: a name of the author's may be the same. */
  readonly before: 'name' | '(' | '{' | 'text' | 'end';
  /** What is done: the word left out, replaced, or all of the statement skipped. */
  readonly mend:
    'remove' | 'skip' | { readonly write: string; readonly fixOnly?: true } | ((tokens: TokenStream) => Item);
};

const functionText = 'A function begins with the type that it returns: Integer twice(Integer n) { … }';
const modifier: Foreign = { message: '', before: 'name', mend: 'remove' };
const blockEnd: Foreign = {
  message: 'A block begins with "{" and ends with "}".',
  before: 'end',
  mend: 'remove',
};
const functionWord: Foreign = { message: functionText, before: 'name', mend: parseFunctionWord };

const words: ReadonlyMap<string, Foreign> = new Map<string, Foreign>([
  ['switch', { message: switchText, before: '(', mend: parseSwitch }],
  [
    'do',
    {
      message: 'CRMScript has no "do … while". Write while (true) { … if (done) break; }.',
      before: '{',
      mend: parseDo,
    },
  ],
  [
    'goto',
    {
      message: 'CRMScript has no "goto". Use a loop with break or continue, or a function.',
      before: 'name',
      mend: 'skip',
    },
  ],
  [
    'const',
    {
      message: 'CRMScript has no constants. Declare a variable: Integer limit = 5;',
      before: 'name',
      mend: 'remove',
    },
  ],
  [
    'class',
    {
      message: 'CRMScript has no classes. Write struct Name { … };',
      before: 'name',
      mend: { write: 'struct' },
    },
  ],
  ['function', functionWord],
  ['fun', functionWord],
  ['func', functionWord],
  ['def', functionWord],
  [
    'finally',
    {
      message: 'CRMScript has no "finally". Put the statements after the try … catch.',
      before: '{',
      mend: parseFinally,
    },
  ],
  [
    'enum',
    {
      message: 'CRMScript has no enumerations of your own. Use Integer variables.',
      before: 'name',
      mend: 'skip',
    },
  ],
  [
    'interface',
    { message: 'CRMScript has no interfaces. Write struct Name { … };', before: 'name', mend: 'skip' },
  ],
  [
    'typedef',
    {
      message: 'CRMScript has no names of your own for types. Write the type.',
      before: 'name',
      mend: 'skip',
    },
  ],
  [
    'import',
    {
      message: 'CRMScript has no "import". Write #include "name";',
      before: 'text',
      mend: { write: '#include', fixOnly: true },
    },
  ],
  [
    'include',
    { message: 'Write #include "name";', before: 'text', mend: { write: '#include', fixOnly: true } },
  ],
  [
    'delete',
    {
      message: 'CRMScript has no "delete": what is no longer used goes by itself. Leave it out.',
      before: 'name',
      mend: 'skip',
    },
  ],
  ...['elseif', 'elsif', 'elif'].map((word): [string, Foreign] => [
    word,
    { message: 'Write "else if" in two words.', before: '(', mend: 'skip' },
  ]),
  ...['public', 'private', 'protected', 'static', 'final', 'readonly', 'async', 'export', 'virtual'].map(
    (word): [string, Foreign] => [word, modifier],
  ),
  ...['endif', 'endwhile', 'endfor', 'endforeach', 'fi'].map((word): [string, Foreign] => [word, blockEnd]),
]);

/**
 * A statement or a word of another language, reported. `again`: it was left out or corrected, and a
 * statement begins here. Undefined where nothing is foreign.
 */
export function unexpectedWord(tokens: TokenStream): Item | 'again' | undefined {
  const token = tokens.peek();
  const foreign = words.get(token.text);
  if (foreign === undefined || !follows(tokens, foreign.before)) return undefined;
  const { mend, message } = foreign;
  const { start, end } = token;
  if (typeof mend === 'function') return mend(tokens);
  if (mend === 'skip') {
    tokens.report('not-crmscript', message, token);
    skipPastBlock(tokens);
    tokens.recover();
    return { kind: 'empty', span: token };
  }
  if (mend === 'remove') {
    const text = message === '' ? `CRMScript has no "${token.text}". Leave it out.` : message;
    const upTo = foreign.before === 'end' ? end : tokens.peek(1).start;
    const fix = { label: `Remove "${token.text}"`, start, end: upTo, text: '' };
    tokens.complain('not-crmscript', text, token, fix);
    tokens.next();
    if (foreign.before !== 'end') return 'again';
    tokens.accept(';');
    return { kind: 'empty', span: token };
  }
  const fix = { label: `Write "${mend.write}"`, start, end, text: mend.write };
  if (mend.fixOnly === undefined) {
    tokens.complain('not-crmscript', message, token, fix);
    tokens.correct(mend.write);
    return 'again';
  }
  tokens.report('not-crmscript', message, token, tokens.peek(1).kind === 'string' ? fix : undefined);
  skipPastBlock(tokens);
  tokens.recover();
  return { kind: 'empty', span: token };
}

function follows(tokens: TokenStream, what: Foreign['before']): boolean {
  const after = tokens.peek(1);
  if (what === 'text') return after.kind === 'name' || after.kind === 'string' || after.text === '{';
  if (what === 'end') return after.line !== tokens.peek().line || after.text === ';' || after.kind === 'end';
  if (what === '(') return tokens.is('(', 1) && !isCall(tokens, 1);
  if (what !== 'name') return after.kind === 'operator' && after.text === what;
  // `const x = 5` has no type: that is for the checker, who knows the type of the value.
  return after.kind === 'name' && !(tokens.peek().text === 'const' && tokens.is('=', 2));
}

/** `function f() { … }`, and `function Integer f() { … }`. */
function parseFunctionWord(tokens: TokenStream): Item {
  const word = tokens.next();
  const typed = tokens.peek(1).kind === 'name' || tokens.is('[', 1);
  if (!typed) return parseUntypedFunction(tokens, functionText, word);
  const fix = { label: `Remove "${word.text}"`, start: word.start, end: tokens.peek().start, text: '' };
  tokens.complain('not-crmscript', functionText, word, fix);
  return parseUntypedFunction(tokens, functionText, undefined);
}

/** `finally { … }` is what stands behind, where nothing before it leaves the function or the loop. */
function parseFinally(tokens: TokenStream): Item {
  const word = tokens.next();
  const before = tokens.previous(2).text === '}' ? leavers(tokens) : true;
  const fix = { label: 'Remove "finally"', start: word.start, end: tokens.peek().start, text: '' };
  const message = words.get('finally')?.message ?? '';
  tokens.complain('not-crmscript', message, word, before ? undefined : fix);
  return parseBlock(tokens);
}

/** True when one of the two blocks before this may not come to its end. */
function leavers(tokens: TokenStream): boolean {
  let depth = 0;
  let blocks = 0;
  for (let at = tokens.position - 2; at >= 0 && tokens.position - at < 400; at--) {
    const { kind, text } = tokens.at(at);
    if (kind === 'keyword' && ['return', 'throw', 'break', 'continue'].includes(text)) return true;
    if (kind !== 'operator') continue;
    if (text === '}') depth += 1;
    if (text === '{') depth -= 1;
    if (text === '{' && depth === 0) blocks += 1;
    if (blocks === 2) return false;
  }
  return true;
}

/** `do { … } while (condition);` and `do { … } until (condition);` */
function parseDo(tokens: TokenStream): Item {
  const start = tokens.next();
  const open = tokens.peek();
  const { problems } = tokens.mark();
  const body = parseBlock(tokens);
  const close = tokens.previous();
  let condition = missing(tokens);
  const word = tokens.peek().text;
  const loops = (word === 'while' || word === 'until') && tokens.is('(', 1);
  if (loops) {
    tokens.next();
    condition = parseExpression(tokens);
  }
  const inner = tokens.source.slice(open.end, close.start);
  const test = tokens.slice(condition.span, condition.span);
  const done = word === 'until' ? `if ${test} break;` : `if (!${test}) break;`;
  const text = `while (true) {${inner}${/\s$/.test(inner) ? '' : ' '}${done} }`;
  const end = tokens.peek().end;
  const clean = tokens.problems.mark === problems;
  const mendable = loops && clean && tokens.is(';') && !/\bcontinue\b/.test(inner);
  const fix = { label: 'Write while (true)', start: start.start, end, text };
  const message = words.get('do')?.message ?? '';
  tokens.complainAnew('not-crmscript', message, start, mendable ? fix : undefined);
  tokens.accept(';');
  return { kind: 'while', condition, body, span: through(start, tokens.previous()) };
}
