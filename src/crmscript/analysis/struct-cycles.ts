import type { StructDeclaration } from '../syntax/ast.ts';
import type { CheckContext } from './check-context.ts';
import { arrayOf, isSame, type StructType } from './types/types.ts';

/** A struct in a struct in a struct …: nobody writes more by hand, and making one must not fall over. */
const deepest = 100;

/** A struct holds its fields at once, so it cannot hold itself (crm §5.6), nor very many in each other. */
export function refuseRecursion(
  context: CheckContext,
  structs: readonly (readonly [StructDeclaration, StructType])[],
): void {
  const nesting = new Nesting();
  for (const [declaration, type] of structs) {
    nesting.visit(type);
    for (const { name, span } of declaration.fields) {
      const found = type.byName.get(name.text)?.type;
      if (found?.kind === 'struct' && nesting.isCircle(found, type)) {
        const message = `A ${type.name} cannot hold a ${found.name}: it would never end. Keep an array of them, or an index.`;
        context.problems.error('recursive-struct', message, span);
      } else if (found?.kind === 'struct' && nesting.depthOf(found) === deepest) {
        const message = `Structs are nested deeper than ${String(deepest)} levels here.`;
        context.problems.error('too-deep', message, span);
      } else if (found !== undefined && isSame(found, arrayOf(type))) {
        context.problems.warning(
          'recursive-struct',
          'SuperOffice rejects a struct that contains its own type, also in an array.',
          span,
        );
      }
    }
  }
}

type Open = { readonly type: StructType; readonly index: number; low: number; next: number };

/** Which structs hold each other in a circle, found in one walk through all of them (Tarjan, without recursion). */
class Nesting {
  readonly #circles = new Map<StructType, number>();
  readonly #depths = new Map<StructType, number>();
  readonly #open = new Map<StructType, Open>();
  readonly #path: StructType[] = [];
  #count = 0;

  isCircle(a: StructType, b: StructType): boolean {
    return this.#circles.get(a) === this.#circles.get(b);
  }

  /** How many structs lie inside each other in this one; of a circle nothing is said. */
  depthOf(type: StructType): number {
    return this.#depths.get(type) ?? 0;
  }

  visit(first: StructType): void {
    if (this.#circles.has(first)) return;
    const walk = [this.#begin(first)];
    for (let at = walk.at(-1); at !== undefined; at = walk.at(-1)) {
      const field = at.type.fields[at.next];
      at.next += 1;
      if (field === undefined) {
        walk.pop();
        this.#end(at);
        const outer = walk.at(-1);
        if (outer !== undefined) outer.low = Math.min(outer.low, at.low);
      } else if (field.type.kind === 'struct' && !this.#circles.has(field.type)) {
        const inner = this.#open.get(field.type);
        if (inner === undefined) walk.push(this.#begin(field.type));
        else at.low = Math.min(at.low, inner.index);
      }
    }
  }

  #begin(type: StructType): Open {
    this.#count += 1;
    const open: Open = { type, index: this.#count, low: this.#count, next: 0 };
    this.#open.set(type, open);
    this.#path.push(type);
    return open;
  }

  #end({ type, index, low }: Open): void {
    let depth = 0;
    for (const field of type.fields) {
      if (field.type.kind === 'struct') depth = Math.max(depth, this.depthOf(field.type));
    }
    this.#depths.set(type, depth + 1);
    if (low < index) return;
    for (let member = this.#path.pop(); member !== undefined; member = this.#path.pop()) {
      this.#open.delete(member);
      this.#circles.set(member, index);
      if (member === type) return;
    }
  }
}
