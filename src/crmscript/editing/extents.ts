import type { FunctionDeclaration, Item, StructDeclaration } from '../syntax/ast.ts';
import type { Token } from '../syntax/token.ts';
import { bracketPairs } from './brackets.ts';

/* How far a node reaches: heads of statements and declarations have spans of their own, without what they govern. */

/** The end of what a statement or declaration reaches to, with all that it governs. */
export function endOf(item: Item): number {
  switch (item.kind) {
    case 'if':
      return Math.max(
        item.span.end,
        ...item.branches.map(({ body }) => endOf(body)),
        item.otherwise === undefined ? 0 : endOf(item.otherwise),
      );
    case 'while':
    case 'for':
    case 'foreach':
    case 'function':
      return endOf(item.body);
    case 'try':
      return endOf(item.handler);
    case 'block':
    case 'variable':
    case 'expression':
    case 'return':
    case 'throw':
    case 'break':
    case 'continue':
    case 'empty':
    case 'struct':
    case 'include':
    case 'languageLevel':
      return item.span.end;
  }
}

/** Tokens of a source, and where the braces of its structs close, which its tree does not say. */
export class Extents {
  readonly #tokens: readonly Token[];
  readonly #pairs: ReadonlyMap<number, number>;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
    this.#pairs = bracketPairs(tokens);
  }

  /** The end of a declaration; of a struct, its brace, or the last of its members where it has none. */
  of(item: StructDeclaration | FunctionDeclaration): number {
    if (item.kind === 'function') return endOf(item);
    const open = this.#indexAfter(item.name.span.end);
    const close = this.#tokens[this.#pairs.get(open) ?? -1];
    const members = [...item.fields.map(({ span }) => span.end), ...item.methods.map(endOf)];
    return close?.end ?? Math.max(item.span.end, ...members);
  }

  /** The end of a statement, with the semicolon that is right behind it. */
  past(end: number): number {
    const next = this.#tokens[this.#indexAfter(end)];
    return next?.text === ';' ? next.end : end;
  }

  /** The first token that begins at a place or behind it. */
  #indexAfter(offset: number): number {
    let low = 0;
    let high = this.#tokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#tokens[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
