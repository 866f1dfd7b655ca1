import type { Span } from '../diagnostic.ts';
import type { Expression } from '../syntax/ast.ts';
import { Cursor } from '../syntax/cursor.ts';
import { parseExpression } from '../syntax/parse-expression.ts';
import { parsePostfix } from '../syntax/parse-primary.ts';
import { SyntaxFault } from '../syntax/syntax-fault.ts';
import type { Token } from '../syntax/token.ts';
import { Braces } from './braces.ts';

export type Fix = {
  readonly label: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
};

/** How many tokens are looked at ahead: mistakes are rare, but a file of nothing else must not take for ever. */
const horizon = 400;

const pairs: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const operands: ReadonlySet<string> = new Set(['name', 'string', 'integer', 'long', 'float']);

/** The tokens of a file, with what is found out about them once. */
export class SourceTokens {
  readonly tokens: readonly Token[];
  readonly source: string;
  #braces: Braces | undefined;
  #statements: Int32Array | undefined;
  #functions: ReadonlySet<string> | undefined;

  constructor(tokens: readonly Token[], source: string) {
    this.tokens = tokens;
    this.source = source;
  }

  get braces(): Braces {
    return (this.#braces ??= new Braces(this.tokens));
  }

  /** Where the statement begins that a token stands in, told from the tokens alone. */
  statementOf(index: number): number {
    this.#statements ??= statementsOf(this.tokens);
    return this.#statements[index] ?? 0;
  }

  /** The names of the functions and methods that the file declares, told from the tokens alone. */
  get functions(): ReadonlySet<string> {
    return (this.#functions ??= functionsOf(this.tokens));
  }
}

/** What has a type before it and a parenthesis behind it; a variable with arguments looks the same. */
function functionsOf(tokens: readonly Token[]): ReadonlySet<string> {
  const names = tokens.filter(({ kind }, index) => {
    const type = tokens[index - 1];
    return (
      kind === 'name' && tokens[index + 1]?.text === '(' && (type?.kind === 'name' || type?.text === ']')
    );
  });
  return new Set(names.map(({ text }) => text));
}

const headWords: ReadonlySet<string> = new Set(['if', 'while', 'for', 'foreach']);

/** For each token, where its statement begins: behind a semicolon, a brace, the head of a statement or an `else`. */
function statementsOf(tokens: readonly Token[]): Int32Array {
  const starts = new Int32Array(tokens.length);
  /** For each parenthesis or bracket that is open, whether it holds the head of a statement. */
  const open: boolean[] = [];
  let start = 0;
  tokens.forEach(({ kind, text }, index) => {
    starts[index] = start;
    if (kind === 'keyword' && text === 'else') start = index + 1;
    if (kind !== 'operator') return;
    const before = tokens[index - 1];
    if (text === '(') open.push(before?.kind === 'keyword' && headWords.has(before.text));
    else if (text === '[') open.push(false);
    else if (text === ')' || text === ']') {
      if (open.pop() === true) start = index + 1;
    } else if (text === '{' || text === '}') {
      open.length = 0;
      start = index + 1;
    } else if (text === ';' && open.length === 0) start = index + 1;
  });
  return starts;
}

/** A token of a file with all tokens around it, and the statement that it stands in. */
export class FaultSite {
  readonly source: string;
  /** The place of the token in the file, and of the first one of its statement. */
  readonly index: number;
  readonly first: number;
  readonly #file: SourceTokens;

  constructor(file: SourceTokens, index: number, first = index) {
    this.#file = file;
    this.source = file.source;
    this.index = index;
    this.first = first;
  }

  /** A token and the statement around it, told from the tokens alone. */
  static inStatement(file: SourceTokens, index: number): FaultSite {
    return new FaultSite(file, index, file.statementOf(index));
  }

  get tokens(): readonly Token[] {
    return this.#file.tokens;
  }

  get braces(): Braces {
    return this.#file.braces;
  }

  get functions(): ReadonlySet<string> {
    return this.#file.functions;
  }

  /** The innermost brace that is open before a token; -1 at the top. */
  opener(index = this.first): number {
    return this.braces.openerOf(index);
  }

  /** Where the first token begins at or behind a place in the text. */
  startBehind(offset: number): number {
    let { index } = this;
    while (index > 0 && this.at(index - 1).start >= offset) index -= 1;
    while (index < this.length - 1 && this.at(index).start < offset) index += 1;
    return this.at(index).start;
  }

  at(index: number): Token {
    const { tokens } = this.#file;
    return tokens[Math.max(0, index)] ?? (tokens[tokens.length - 1] as Token);
  }

  /** The token, or the one so many before or behind it. */
  peek(ahead = 0): Token {
    return this.at(this.index + ahead);
  }

  get token(): Token {
    return this.at(this.index);
  }

  get previous(): Token {
    return this.at(this.index - 1);
  }

  get length(): number {
    return this.tokens.length;
  }

  /** True where the token at an index of the file is this operator or word of the language. */
  is(text: string, index = this.index): boolean {
    const token = this.at(index);
    return token.text === text && (token.kind === 'operator' || token.kind === 'keyword');
  }

  isName(index = this.index): boolean {
    return this.at(index).kind === 'name';
  }

  /** True at what begins a value: a name, a written value, `this`. */
  isOperand(index = this.index): boolean {
    const { kind, text } = this.at(index);
    return (
      operands.has(kind) || (kind === 'keyword' && (text === 'true' || text === 'false' || text === 'this'))
    );
  }

  onLine(index = this.index): boolean {
    return index > 0 && this.at(index).line === this.at(index - 1).line;
  }

  /** Past the bracket that closes the one at an index; -1 if that is nowhere near. */
  pastPair(index: number, most = horizon): number {
    const open = this.at(index).text;
    const close = pairs[open] ?? '';
    let depth = 0;
    for (let at = index; at < index + most; at++) {
      const token = this.at(at);
      if (token.kind === 'end') return -1;
      if (token.kind !== 'operator') continue;
      if (token.text === open) depth += 1;
      if (token.text === close) depth -= 1;
      if (depth === 0) return at + 1;
    }
    return -1;
  }

  /** Past the statement at an index: its semicolon, or the braces that end it. */
  pastStatement(index: number): number {
    let open = 0;
    for (let at = index; at < this.length - 1; at++) {
      if (this.is('{', at)) open += 1;
      if (this.is('}', at)) open -= 1;
      if (open < 0) return at;
      if (open === 0 && (this.is('}', at) || this.is(';', at))) return at + 1;
    }
    return this.length - 1;
  }

  /** Past the semicolon of the statement at an index, or before the braces that belong to it. */
  pastHead(index: number): number {
    for (let at = index; at < this.length - 1; at++) {
      if (this.is(';', at)) return at + 1;
      if (at > index && (this.is('{', at) || this.is('}', at))) return at;
    }
    return this.length - 1;
  }

  /** True where the parentheses at an index are those of a call that is a statement, or the beginning of one. */
  isCall(index: number): boolean {
    const past = this.pastPair(index);
    return past >= 0 && (this.is(';', past) || this.is('.', past));
  }

  /** Where the value begins that ends before an index. */
  valueStart(index: number): number {
    let at = index;
    let depth = 0;
    while (at > this.first && index - at < horizon) {
      const { kind, text } = this.at(at - 1);
      if (kind === 'operator') {
        if (text === ')' || text === ']') depth += 1;
        else if (text === '(' || text === '[') depth -= 1;
        if (depth < 0) return at;
        if (
          depth === 0 &&
          (text === ',' ||
            text === ';' ||
            text === '{' ||
            text === '}' ||
            text === '?' ||
            text === ':' ||
            /^[-+*/%]?=$/.test(text))
        )
          return at;
      }
      if (depth === 0 && kind === 'keyword' && ['return', 'throw', 'in', 'else'].includes(text)) return at;
      at -= 1;
    }
    return at;
  }

  /** What the grammar reads as an expression from an index on, and the index behind it. */
  expression(
    index: number,
    parse = parseExpression,
  ): { readonly node: Expression; readonly past: number } | undefined {
    const cursor = new Cursor(this.tokens, this.source, (fault) => {
      throw fault;
    });
    cursor.moveTo(index);
    try {
      return { node: parse(cursor), past: cursor.position };
    } catch (fault) {
      if (fault instanceof SyntaxFault) return undefined;
      throw fault;
    }
  }

  postfix(index: number): { readonly node: Expression; readonly past: number } | undefined {
    return this.expression(index, parsePostfix);
  }

  /** The text from the beginning of one to the end of the other. */
  slice({ start }: Pick<Span, 'start'>, { end }: Pick<Span, 'end'>): string {
    return this.source.slice(start, end);
  }

  /** The text of some tokens, up to the one before `past`. */
  written(from: number, past: number): string {
    return past <= from ? '' : this.source.slice(this.at(from).start, this.at(past - 1).end);
  }

  /** The column at which the line of a token begins to be written. */
  indentOf(index: number): number {
    const { line } = this.at(index);
    let first = index;
    // A line of more than two hundred tokens is not indented by hand.
    while (first > 0 && index - first < 200 && this.at(first - 1).line === line) first -= 1;
    return this.at(first).column;
  }

  /** The change that adds a text behind the token before an index. */
  adding(text: string, index = this.index): Fix {
    const at = index === 0 ? 0 : this.at(index - 1).end;
    return { label: `Add "${text.trim()}"`, start: at, end: at, text };
  }

  /** The change that writes something in the place of tokens, up to the one before `past`. */
  writing(text: string, from = this.index, past = from + 1, label = `Write "${text}"`): Fix {
    return { label, start: this.at(from).start, end: this.at(past - 1).end, text };
  }

  /** The change that takes a token away, with the blanks up to the next one if `blanks`. */
  removing(index = this.index, blanks = false): Fix {
    const { text, start, end } = this.at(index);
    return { label: `Remove "${text}"`, start, end: blanks ? this.at(index + 1).start : end, text: '' };
  }
}

/** A token in words. */
export const describe = ({ kind, text }: Token): string => {
  if (kind === 'end') return 'the end of the script';
  if (kind === 'string') return 'a text';
  return kind === 'directive' ? `"#${text}"` : `"${text}"`;
};
