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

/** So many variables are found sooner one by one than by a map, of which most blocks would need one for two or three. */
const mostListed = 8;

const none: readonly Variable[] = [];

/** The names that a block, and the blocks around it, declare; one for each block that is being checked. */
export class Scope {
  readonly parent: Scope | undefined;
  /** The statement with which it begins. */
  readonly from: number;
  #variables: Variable[] | undefined;
  #byName: Map<string, Variable> | undefined;

  constructor(parent: Scope | undefined, from = 1) {
    this.parent = parent;
    this.from = from;
  }

  /** What it declares itself; of several with one name the last. */
  get variables(): readonly Variable[] {
    return this.#variables ?? none;
  }

  declare(variable: Variable): void {
    const variables = this.#variables;
    if (variables === undefined) {
      this.#variables = [variable];
      return;
    }
    const before = this.own(variable.name);
    if (before === undefined) variables.push(variable);
    else variables[variables.indexOf(before)] = variable;
    if (this.#byName !== undefined) this.#byName.set(variable.name, variable);
    else if (variables.length > mostListed) this.#byName = new Map(variables.map((one) => [one.name, one]));
  }

  /** Its variables are seen up to a statement, which is not part of it. */
  end(to: number): void {
    for (const variable of this.variables) variable.to = to;
  }

  /** What it declares itself by that name. */
  own(name: string): Variable | undefined {
    if (this.#byName !== undefined) return this.#byName.get(name);
    if (this.#variables === undefined) return undefined;
    for (const variable of this.#variables) if (variable.name === name) return variable;
    return undefined;
  }

  /** What a name means here. */
  find(name: string): Variable | undefined {
    return this.own(name) ?? this.parent?.find(name);
  }

  /** Every name that can be seen here. */
  visible(): string[] {
    return [...this.variables.map(({ name }) => name), ...(this.parent?.visible() ?? [])];
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
