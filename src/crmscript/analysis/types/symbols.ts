import type { FunctionDeclaration } from '../../syntax/ast.ts';
import type { BoundStatement, Routine } from './bound-tree.ts';
import type { StructType, Type } from './types.ts';

/** A variable, which can be seen from statement `from` up to and without statement `to`, by the order of the text. */
export type Variable = {
  readonly name: string;
  readonly type: Type;
  readonly slot: number;
  readonly global: boolean;
  readonly from: number;
  /** `Infinity` until its block has ended. */
  to: number;
};

/** A function or method of a script. Its body is filled in once it has been checked. */
export type FunctionSymbol = Routine & {
  readonly parameters: readonly { readonly name: string; readonly type: Type }[];
  readonly returns: Type;
  readonly owner: StructType | undefined;
  readonly declaration: FunctionDeclaration;
  /** Place in the order of the text, by which use before declaration is told. */
  readonly order: number;
  body: BoundStatement | undefined;
  frameSize: number;
};

const noNames: ReadonlyMap<string, Variable> = new Map();

/** The names that a block, and the blocks around it, declare; one for each block that is being checked. */
export class Scope {
  readonly parent: Scope | undefined;
  /** Most blocks declare nothing, so it is made when something is. */
  #names: Map<string, Variable> | undefined;

  constructor(parent: Scope | undefined) {
    this.parent = parent;
  }

  get names(): ReadonlyMap<string, Variable> {
    return this.#names ?? noNames;
  }

  declare(variable: Variable): void {
    this.#names ??= new Map();
    this.#names.set(variable.name, variable);
  }

  /** Its variables are seen up to a statement, which is not part of it. */
  end(to: number): void {
    if (this.#names === undefined) return;
    for (const variable of this.#names.values()) variable.to = to;
  }

  find(name: string): Variable | undefined {
    return this.#names?.get(name) ?? this.parent?.find(name);
  }

  /** Every name that can be seen here. */
  visible(): string[] {
    return [...this.names.keys(), ...(this.parent?.visible() ?? [])];
  }
}

/** `name(Type, Type)`. */
export const signatureOf = (name: string, types: readonly Type[]): string =>
  `${name}(${types.map((type) => type.name).join(', ')})`;

/** The method of a struct that has exactly these parameters, such as the `toString()` hook. */
export const methodOf = (
  type: StructType,
  name: string,
  parameters: readonly Type[],
): FunctionSymbol | undefined =>
  type.methods
    .get(name)
    ?.find(
      (symbol) =>
        symbol.parameters.length === parameters.length &&
        symbol.parameters.every((parameter, index) => parameter.type.name === parameters[index]?.name),
    );
