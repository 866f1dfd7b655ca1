import type { Span } from '../../crmscript/diagnostic.ts';

/**
 * What is found out about functions and variables while a port is written:
 * - `async`: a function that waits, or calls one that does;
 * - `assigned`: a variable that is given another value, so that it is no `const`;
 * - `nullable`, `returnsNull`: a variable, or what a function returns, that is asked whether it is null;
 * - `wide`, `returnsWide`: a number that may get so large that it wraps;
 * - `text`: an array of bytes that is only ever the body of a request or an answer;
 * - `shrunk`: an array from which something is taken.
 */
export type FactKind =
  | 'async'
  | 'assigned'
  | 'nullable'
  | 'wide'
  | 'text'
  | 'shrunk'
  | 'returnsNull'
  | 'returnsWide'
  | 'returnsAtTop';

/** What tells functions and variables of all files apart: where they are declared. */
export const keyOf = ({ file, start }: Span): string => `${file}:${String(start)}`;

/** One for all scripts that are ported together. A fact is never taken back, so writing again ends. */
export class Facts {
  readonly #known = new Set<string>();
  /** The lengths with which arrays were declared. */
  readonly #sizes = new Map<string, readonly number[]>();
  #changed = false;

  /** Whether nothing was found out since `begin`. */
  get settled(): boolean {
    return !this.#changed;
  }

  begin(): void {
    this.#changed = false;
  }

  has(kind: FactKind, key: string): boolean {
    return this.#known.has(`${kind} ${key}`);
  }

  add(kind: FactKind, key: string): void {
    if (this.has(kind, key)) return;
    this.#known.add(`${kind} ${key}`);
    this.#changed = true;
  }

  setSizes(key: string, sizes: readonly number[]): void {
    this.#sizes.set(key, sizes);
  }

  sizes(key: string): readonly number[] | undefined {
    return this.has('shrunk', key) ? undefined : this.#sizes.get(key);
  }
}
