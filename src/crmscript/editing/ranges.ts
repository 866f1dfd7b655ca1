import type { Expression, FunctionDeclaration, Item, Statement, TypeName } from '../syntax/ast.ts';
import { operandsOf } from '../syntax/operands-of.ts';
import { endOf, type Extents } from './extents.ts';

/** Offsets of the first character and after the last. */
export type Range = { readonly start: number; readonly end: number };

/** The ranges of the nodes around an offset, in any order. */
export class RangesAround {
  readonly #offset: number;
  readonly #extents: Extents;
  readonly found: Range[] = [];

  constructor(offset: number, extents: Extents) {
    this.#offset = offset;
    this.#extents = extents;
  }

  items(items: readonly Item[]): void {
    for (const item of items) this.#item(item);
  }

  /** Keeps a range that the offset is in, and says whether it is. */
  add(start: number, end: number): boolean {
    if (this.#offset < start || this.#offset > end) return false;
    this.found.push({ start, end });
    return true;
  }

  #item(item: Item): void {
    if (item.kind === 'function') this.#routine(item);
    else if (item.kind === 'struct') {
      if (!this.add(item.span.start, this.#extents.of(item))) return;
      for (const { span, type, value } of item.fields) {
        if (this.add(span.start, span.end)) this.#typed(type, value);
      }
      for (const method of item.methods) this.#routine(method);
    } else if (this.add(item.span.start, this.#extents.past(endOf(item))) && isStatement(item)) {
      this.add(item.span.start, endOf(item));
      this.#inside(item);
    }
  }

  #routine(node: FunctionDeclaration): void {
    if (!this.add(node.span.start, endOf(node))) return;
    this.add(node.span.start, node.span.end);
    for (const { type, name } of node.parameters) this.add(type.span.start, name.span.end);
    this.#item(node.body);
  }

  #typed(type: TypeName, value: Expression | undefined): void {
    this.add(type.span.start, type.span.end);
    this.#expressions([...type.sizes, value]);
  }

  #inside(node: Statement): void {
    switch (node.kind) {
      case 'block':
        this.items(node.body);
        break;
      case 'variable':
        this.#typed(node.type, node.value);
        break;
      case 'expression':
        this.#expressions([node.expression]);
        break;
      case 'if':
        for (const { condition, body, span } of node.branches) {
          this.add(span.start, endOf(body));
          this.#expressions([condition]);
          this.#item(body);
        }
        if (node.otherwise !== undefined) this.#item(node.otherwise);
        break;
      case 'while':
        this.#expressions([node.condition]);
        this.#item(node.body);
        break;
      case 'for':
        if (node.start?.kind === 'variable') this.#item(node.start);
        else this.#expressions([node.start]);
        this.#expressions([node.condition, node.update]);
        this.#item(node.body);
        break;
      case 'foreach':
        this.add(node.type.span.start, node.name.span.end);
        this.#expressions([node.list]);
        this.#item(node.body);
        break;
      case 'try':
        this.#item(node.body);
        this.#item(node.handler);
        break;
      case 'return':
      case 'throw':
        this.#expressions([node.value]);
        break;
      default:
    }
  }

  #expressions(nodes: readonly (Expression | undefined)[]): void {
    for (const node of nodes) {
      if (node === undefined || !this.add(node.span.start, node.span.end)) continue;
      this.#expressions(operandsOf(node));
      if (node.kind === 'chain') this.#chain(node);
      if (node.kind === 'call') this.#arguments(node.args);
      if (node.kind === 'methodCall') {
        this.add(node.name.span.start, node.span.end);
        this.#arguments(node.args);
      }
    }
  }

  /** `a + b` of `a + b + c`. */
  #chain({ first, rest }: Extract<Expression, { kind: 'chain' }>): void {
    for (const { operand } of rest.slice(0, -1)) this.add(first.span.start, operand.span.end);
  }

  #arguments(args: readonly Expression[]): void {
    const [first, last] = [args[0], args.at(-1)];
    if (first !== undefined && last !== undefined) this.add(first.span.start, last.span.end);
  }
}

const isStatement = (item: Item): item is Statement =>
  !['function', 'struct', 'include', 'languageLevel'].includes(item.kind);
