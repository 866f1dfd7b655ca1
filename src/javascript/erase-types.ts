import { parse, type Token } from 'sucrase/dist/parser/index.js';
import { TokenType as is } from 'sucrase/dist/parser/tokenizer/types.js';

/**
 * What keeps a text in TypeScript from being run as it stands.
 * - `enum`: write an object of constants instead: `const Color = { Red: 'Red' } as const;`
 * - `namespace`: write the declarations without it, or an object that has them.
 * - `parameter-property`: declare the field in the class, and assign it in the constructor.
 * - `import-assignment`, `export-assignment`: `import x = …` and `export = …` have no counterpart; use what is global.
 * - `decorator`: call the function on the class instead.
 * - `syntax`: `text` says what is wrong, in English.
 * - `too-deep`: it nests more than can be read.
 */
export type ErasureProblem = {
  readonly code:
    | 'enum'
    | 'namespace'
    | 'parameter-property'
    | 'import-assignment'
    | 'export-assignment'
    | 'decorator'
    | 'syntax'
    | 'too-deep';
  readonly text: string;
  /** Where it stands, in characters from the beginning of the text. */
  readonly start: number;
  readonly end: number;
};

export type Erased = { readonly source: string; readonly problems: readonly ErasureProblem[] };

/**
 * The same text without what only a checker reads: types, and lines that import, as everything is global where scripts
 * run. What goes is replaced by blanks, so everything that stays stands where it stood. Plain JavaScript stays as it is.
 */
export function eraseTypes(source: string): Erased {
  try {
    return new Eraser(source, parse(source, false, true, false).tokens).erased();
  } catch (error) {
    return { source, problems: [problemOf(error, source)] };
  }
}

function problemOf(error: unknown, source: string): ErasureProblem {
  if (error instanceof SyntaxError && 'pos' in error && typeof error.pos === 'number') {
    const start = Math.min(error.pos, source.length);
    const text = error.message.replace(/ \(\d+:\d+\)$/, '');
    return { code: 'syntax', text, start, end: Math.min(start + 1, source.length) };
  }
  if (error instanceof RangeError) return { code: 'too-deep', text: '', start: 0, end: 0 };
  throw error;
}

const modifiers: ReadonlySet<number> = new Set([
  is._public,
  is._private,
  is._protected,
  is._readonly,
  is._override,
  is._abstract,
]);

/** A statement that begins so would go on with the line before it. */
const continues: ReadonlySet<number> = new Set([is.parenL, is.bracketL, is.backQuote]);

/** What begins a declaration that is erased as a whole. */
const declarations: ReadonlySet<string> = new Set([
  'type',
  'interface',
  'declare',
  'abstract',
  'function',
  'async',
  'export',
]);

class Eraser {
  readonly #source: string;
  readonly #tokens: readonly Token[];
  readonly #problems: ErasureProblem[] = [];
  readonly #kept: string[] = [];
  #done = 0;
  #at = 0;

  constructor(source: string, tokens: readonly Token[]) {
    this.#source = source;
    this.#tokens = tokens;
  }

  erased(): Erased {
    while (this.#token().type !== is.eof && this.#at < this.#tokens.length) this.#next();
    this.#kept.push(this.#source.slice(this.#done));
    return { source: this.#kept.join(''), problems: this.#problems };
  }

  #next(): void {
    const token = this.#token();
    if (token.isType) this.#types();
    else if (token.type === is._import) this.#import();
    else if (token.type === is._export) this.#export();
    else if (modifiers.has(token.type)) this.#modifier();
    else if (token.type === is._declare) this.#member(this.#at);
    else if (token.type === is.nonNullAssertion) this.#blank(this.#at, this.#at + 1);
    else if (token.type === is._enum) this.#refuse('enum', this.#at);
    else if (token.type === is.at) this.#refuse('decorator', this.#at);
    else this.#at++;
  }

  /** Tokens that follow each other and are types. */
  #types(): void {
    const from = this.#at;
    let to = from;
    while (this.#token(to).isType && !(to > from && this.#beginsDeclaration(to))) to++;
    const text = this.#textOf(from);
    if (/^(?:namespace|module)$/.test(text) && this.#token(from + 1).type === is.name) {
      this.#refuse('namespace', from, to);
    } else if (text === 'export' && /^(?:namespace|module)$/.test(this.#textOf(from + 1))) {
      this.#refuse('namespace', from + 1, to);
    } else if (declarations.has(text)) {
      this.#blank(from, to, ';');
    } else if (
      /^(?:as|satisfies)$/.test(text) &&
      this.#startsLine(to) &&
      continues.has(this.#token(to).type)
    ) {
      this.#blank(from, to, ';');
    } else if (this.#token(to).type === is.arrow && this.#spansLines(from, to)) {
      this.#moveBracket(from - 1, from, to, ')');
    } else if (
      this.#token(to).type === is.parenL &&
      this.#textOf(from - 1) === 'async' &&
      this.#spansLines(from, to)
    ) {
      this.#blank(from, to, '(');
      this.#blank(to, to + 1);
    } else {
      this.#blank(from, to);
    }
  }

  /** Two declarations in a row are two statements. */
  #beginsDeclaration(index: number): boolean {
    const before = this.#token(index - 1);
    return (
      declarations.has(this.#textOf(index)) &&
      (before.type === is.semi || before.type === is.braceR) &&
      this.#startsLine(index)
    );
  }

  /** A closing bracket has to stand on the line of the arrow that follows it. */
  #moveBracket(bracket: number, from: number, to: number, text: string): void {
    const place = this.#token(to - 1).end - 1;
    const { start, end } = this.#token(bracket);
    // It was kept before it was known that types follow, with whatever else was not yet written.
    this.#keep(start);
    this.#kept.push(blanks(this.#source.slice(start, end)));
    this.#done = end;
    this.#keep(this.#token(from).start);
    this.#kept.push(blanks(this.#source.slice(this.#done, place)), text);
    this.#done = place + 1;
    this.#at = to;
  }

  /** `import` lines are for an editor. Calls of it, and what it knows of the module, are none. */
  #import(): void {
    const next = this.#token(this.#at + 1).type;
    if (next === is.parenL || next === is.dot) {
      this.#at++;
      return;
    }
    const end = this.#endOfFrom(this.#at);
    if (end === undefined) this.#refuse('import-assignment', this.#at);
    else this.#blank(this.#at, end, ';');
  }

  #export(): void {
    const { type } = this.#token(this.#at + 1);
    if (type === is.eq || this.#textOf(this.#at + 1) === 'as') {
      this.#refuse('export-assignment', this.#at);
      return;
    }
    const isTypes = this.#textOf(this.#at + 1) === 'type';
    const list = this.#token(this.#at + (isTypes ? 2 : 1)).type;
    const end = list === is.braceL || list === is.star ? this.#endOfFrom(this.#at) : undefined;
    if (end !== undefined) this.#blank(this.#at, end, ';');
    else if (isTypes && list === is.braceL) this.#blank(this.#at, this.#endOfBraces(this.#at), ';');
    else this.#at++;
  }

  #endOfBraces(from: number): number {
    let at = from;
    while (this.#token(at).type !== is.braceR && this.#token(at).type !== is.eof) at++;
    return at + 1;
  }

  /** Where a statement ends that names another module; undefined if it names none. */
  #endOfFrom(from: number): number | undefined {
    let at = from + 1;
    for (let braces = 0; this.#token(at).type !== is.string || braces > 0; at++) {
      const { type } = this.#token(at);
      if (type === is.braceL) braces++;
      if (type === is.braceR) braces--;
      const ends = type === is.semi || type === is.eof || type === is.eq || type === is.parenL;
      if (ends && braces === 0) return undefined;
      const next = this.#token(at + 1);
      if (braces === 0 && type === is.braceR && this.#textOf(at + 1) !== 'from') return undefined;
      if (next.type === is.eof) return undefined;
    }
    at++;
    if (/^(?:with|assert)$/.test(this.#textOf(at)) && this.#token(at + 1).type === is.braceL) {
      at = this.#endOfBraces(at);
    }
    return this.#token(at).type === is.semi ? at + 1 : at;
  }

  #modifier(): void {
    const from = this.#at;
    let to = from;
    while (modifiers.has(this.#token(to).type)) to++;
    const before = this.#token(from - 1).type;
    const isAbstract = Array.from({ length: to - from }, (_, index) => this.#token(from + index)).some(
      ({ type }) => type === is._abstract,
    );
    if (from > 0 && (before === is.parenL || before === is.comma)) {
      this.#refuse('parameter-property', from, to + 1);
    } else if (isAbstract && this.#token(to).type !== is._class) {
      this.#member(from);
    } else {
      const next = this.#token(to).type;
      this.#blank(from, to, next === is.bracketL || next === is.star ? ';' : ' ');
    }
  }

  /** A field that is only declared, up to its end. */
  #member(from: number): void {
    let to = from + 1;
    while (!this.#endsMember(to)) to++;
    this.#blank(from, this.#token(to).type === is.semi ? to + 1 : to);
  }

  #endsMember(index: number): boolean {
    const { type, isType } = this.#token(index);
    if (type === is.eof || (!isType && (type === is.semi || type === is.braceR))) return true;
    return !isType && this.#token(index - 1).isType && this.#startsLine(index);
  }

  #refuse(code: ErasureProblem['code'], from: number, to = from + 1): void {
    const { start, end } = this.#token(from);
    this.#problems.push({ code, text: '', start, end });
    this.#at = to;
  }

  /** Leaves only the lines of some tokens; `first` stands for the first of their characters. */
  #blank(from: number, to: number, first = ' '): void {
    const { start } = this.#token(from);
    const { end } = this.#token(to - 1);
    this.#keep(start);
    this.#kept.push(first, blanks(this.#source.slice(start + 1, end)));
    this.#done = end;
    this.#at = to;
  }

  #keep(to: number): void {
    this.#kept.push(this.#source.slice(this.#done, to));
    this.#done = to;
  }

  #spansLines(from: number, to: number): boolean {
    return /[\n\r\u2028\u2029]/.test(this.#source.slice(this.#token(from).start, this.#token(to).start));
  }

  #startsLine(index: number): boolean {
    const before = this.#source.slice(this.#token(index - 1).end, this.#token(index).start);
    return /[\n\r\u2028\u2029]/.test(before);
  }

  #textOf(index: number): string {
    const { start, end } = this.#token(index);
    return this.#source.slice(start, end);
  }

  #token(index = this.#at): Token {
    return this.#tokens[index] ?? nothing(this.#source.length);
  }
}

const nothing = (end: number): Token => ({ type: is.eof, start: end, end, isType: false });

const blanks = (text: string): string => text.replace(/[^\n\r\u2028\u2029]/g, ' ');
