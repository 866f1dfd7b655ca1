import { limits } from './limits.ts';
import { pathText, problemLimit } from './problem.ts';
import type { FileProblem } from './problem.ts';

const forbidden: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether a field of this name is refused in every file. */
export const isForbiddenKey = (key: string): boolean => forbidden.has(key);

type Frame = { readonly kind: 'object' | 'array'; readonly keys: Set<string>; key: string; index: number };

class SyntaxProblem extends Error {}

/**
 * Reads JSON text without building anything from it: well-formed, at most 64 deep, no key twice in one
 * object, no key that reaches a prototype, no number beyond what a computer holds. What `JSON.parse`
 * would quietly accept is refused before it is called (reliability I09 to I11, I15).
 */
export function scanJson(text: string): readonly FileProblem[] {
  const scan = new Scan(text);
  try {
    scan.run();
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    scan.problems.unshift({ path: scan.path(), message: error.message });
  }
  return scan.problems.slice(0, problemLimit);
}

/** A cursor over the text and the containers it stands in. Not recursive: depth is data here, not stack. */
class Scan {
  readonly problems: FileProblem[] = [];
  readonly #text: string;
  readonly #frames: Frame[] = [];
  #at = 0;
  #values = 0;

  constructor(text: string) {
    this.#text = text;
  }

  path(): string {
    return pathText(this.#frames.map((frame) => (frame.kind === 'array' ? frame.index : frame.key)));
  }

  run(): void {
    this.#space();
    this.#value();
    for (let frame = this.#frames.at(-1); frame !== undefined; frame = this.#frames.at(-1)) {
      this.#space();
      if (this.#text[this.#at] === ',') {
        this.#at++;
        this.#space();
        this.#next(frame);
      } else if (this.#text[this.#at] === (frame.kind === 'object' ? '}' : ']')) {
        this.#at++;
        this.#frames.pop();
      } else {
        this.#fail(frame.kind === 'object' ? 'Expected “,” or “}”' : 'Expected “,” or “]”');
      }
    }
    this.#space();
    if (this.#at < this.#text.length) this.#fail('Expected the end of the file');
  }

  /** The next member of a container, after its opening bracket or a comma. */
  #next(frame: Frame): void {
    frame.index++;
    if (frame.kind === 'object') this.#key(frame);
    this.#value();
  }

  #key(frame: Frame): void {
    if (this.#text[this.#at] !== '"') this.#fail('Expected a field’s name in double quotes');
    frame.key = this.#string();
    if (forbidden.has(frame.key)) this.#report(`The name “${frame.key}” is not allowed. Choose another one.`);
    if (frame.keys.has(frame.key)) this.#report('This field stands twice in one object. Remove one of them.');
    frame.keys.add(frame.key);
    this.#space();
    if (this.#text[this.#at] !== ':') this.#fail('Expected “:”');
    this.#at++;
    this.#space();
  }

  #value(): void {
    if (++this.#values > limits.values) this.#fail(`More than ${String(limits.values)} values`);
    const first = this.#text[this.#at];
    if (first === '{' || first === '[') this.#open(first);
    else if (first === '"') this.#string();
    else this.#word();
  }

  #open(bracket: '{' | '['): void {
    if (this.#frames.length === limits.nesting) this.#fail(`Nested deeper than ${String(limits.nesting)}`);
    const frame: Frame = {
      kind: bracket === '{' ? 'object' : 'array',
      keys: new Set(),
      key: '',
      index: -1,
    };
    this.#at++;
    this.#space();
    if (this.#text[this.#at] === (bracket === '{' ? '}' : ']')) {
      this.#at++;
      return;
    }
    this.#frames.push(frame);
    this.#next(frame);
  }

  #word(): void {
    const word = /(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)(?![\w.+-])/y;
    word.lastIndex = this.#at;
    const found = word.exec(this.#text)?.[0];
    if (found === undefined) return this.#fail('Expected a value');
    if (/^[-0-9]/.test(found) && !Number.isFinite(Number(found))) this.#report('This number is too large.');
    this.#at += found.length;
  }

  #string(): string {
    const start = this.#at++;
    for (let code = this.#code(); code !== 34; code = this.#code()) {
      if (Number.isNaN(code) || code < 32) {
        this.#at = start;
        this.#fail('This text has no closing quote on its line');
      }
      this.#at += code === 92 ? 2 : 1;
    }
    const literal = this.#text.slice(start, ++this.#at);
    try {
      return JSON.parse(literal) as string;
    } catch {
      this.#at = start;
      return this.#fail('This text has an unknown escape after “\\”');
    }
  }

  #code(): number {
    return this.#text.charCodeAt(this.#at);
  }

  #space(): void {
    for (
      let code = this.#code();
      code === 32 || code === 10 || code === 13 || code === 9;
      code = this.#code()
    ) {
      this.#at++;
    }
  }

  #report(message: string): void {
    if (this.problems.length < problemLimit) this.problems.push({ path: this.path(), message });
  }

  #fail(what: string): never {
    const before = this.#text.slice(0, this.#at);
    const line = before.split('\n').length;
    const column = this.#at - (before.lastIndexOf('\n') + 1) + 1;
    throw new SyntaxProblem(`Not JSON: ${what} at line ${String(line)}, column ${String(column)}.`);
  }
}
