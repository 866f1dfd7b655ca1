import type { CheckContext } from '../analysis/check-context.ts';
import type { LinkedFunction } from '../analysis/types/linked.ts';
import type { FunctionSymbol, Variable } from '../analysis/types/symbols.ts';
import type { BoundExpression } from '../analysis/types/bound-tree.ts';
import { isUnknown, type FieldSymbol, type StructType, type Type } from '../analysis/types/types.ts';
import type { CheckObserver } from '../analysis/check-observer.ts';
import type { Span } from '../diagnostic.ts';
import type { Expression, Name } from '../syntax/ast.ts';

/** A variable that can be seen at a place, and where it is declared. */
export type SeenVariable = Pick<Variable, 'name' | 'type' | 'global'> & {
  readonly declared: Name | undefined;
  readonly parameter: boolean;
};

type Calls = {
  readonly own: readonly FunctionSymbol[];
  readonly natives: readonly LinkedFunction[];
  /** The one that the arguments chose. */
  readonly chosen: FunctionSymbol | LinkedFunction | undefined;
};

/** What a name means. */
export type Meaning =
  | { readonly kind: 'variable'; readonly variable: SeenVariable }
  | { readonly kind: 'field'; readonly owner: StructType; readonly field: FieldSymbol }
  | ({ readonly kind: 'function' } & Calls)
  | { readonly kind: 'type'; readonly type: Type }
  | { readonly kind: 'enum'; readonly name: string }
  | { readonly kind: 'member'; readonly enumeration: string; readonly name: string };

/** What can be seen from a place. */
export type View = {
  readonly variables: readonly SeenVariable[];
  /** The struct whose method the place is in. */
  readonly owner: StructType | undefined;
  /** What the function returns that it is in. */
  readonly returns: Type | undefined;
  readonly inLoop: boolean;
  readonly atTop: boolean;
};

/** Looks for the name that begins at one place of one file while the script is checked. */
export class Lookup implements CheckObserver {
  readonly #file: string;
  readonly #start: number;
  readonly #types = new Map<Expression, Type>();
  readonly #declarations = new Map<Variable, { readonly name: Name; readonly parameter: boolean }>();
  context: CheckContext | undefined;
  meaning: Meaning | undefined;
  view: View | undefined;
  /** What stands before the point, where the name stands after one. */
  receiver: { readonly expression: Expression; readonly type: Type | undefined } | undefined;

  constructor(file: string, start: number) {
    this.#file = file;
    this.#start = start;
  }

  begin(context: CheckContext): void {
    this.context = context;
  }

  expression(expression: Expression, code: BoundExpression): void {
    this.#types.set(expression, code.type);
    switch (expression.kind) {
      case 'name':
        if (this.#isHere(expression.span)) this.#seeName(expression.text, code);
        break;
      case 'this':
        if (this.#isHere(expression.span)) this.#see({ kind: 'type', type: code.type });
        break;
      case 'call':
        if (this.#isHere(expression.callee.span)) this.#see(this.#calls(expression.callee.text, code));
        break;
      case 'member':
      case 'methodCall':
        this.#seeMember(expression, code);
        break;
      default:
    }
  }

  type(name: Name, type: Type): void {
    if (this.#isHere(name.span)) this.#see(isUnknown(type) ? undefined : { kind: 'type', type });
  }

  declared(name: Name, variable: Variable): void {
    const routine = this.context?.state.routine;
    const own = routine !== undefined && 'declaration' in routine ? (routine as FunctionSymbol) : undefined;
    const parameter = own?.declaration.parameters.some((one) => one.name === name) ?? false;
    this.#declarations.set(variable, { name, parameter });
    if (this.#isHere(name.span)) this.#see({ kind: 'variable', variable: this.#seen(variable) });
  }

  #isHere({ file, start }: Span): boolean {
    return start === this.#start && file === this.#file;
  }

  #see(meaning: Meaning | undefined): void {
    this.meaning = meaning ?? this.meaning;
    this.view ??= this.#look();
  }

  #seen(variable: Variable): SeenVariable {
    const { name, type, global } = variable;
    const known = this.#declarations.get(variable);
    return { name, type, global, declared: known?.name, parameter: known?.parameter ?? false };
  }

  #look(): View | undefined {
    const { context } = this;
    if (context === undefined) return undefined;
    const variables = new Map<string, SeenVariable>();
    for (let scope = context.scope; ; scope = scope.parent) {
      for (const variable of scope.variables) {
        if (!variables.has(variable.name)) variables.set(variable.name, this.#seen(variable));
      }
      if (scope.parent === undefined) break;
    }
    const { owner, returns } = context.state;
    return {
      variables: [...variables.values()],
      owner,
      returns,
      inLoop: context.inLoop,
      atTop: context.atTop,
    };
  }

  #seeName(text: string, code: BoundExpression): void {
    const owner = this.context?.state.owner;
    if (code.kind === 'field' && owner !== undefined) {
      this.#see(fieldOf(owner, text));
      return;
    }
    const variable = this.context?.scope.find(text);
    this.#see(variable && { kind: 'variable', variable: this.#seen(variable) });
  }

  #calls(name: string, code: BoundExpression): Meaning | undefined {
    const { context } = this;
    if (context === undefined) return undefined;
    const { functions, library, state } = context;
    const method = code.kind === 'call' && code.receiver !== undefined;
    const own = (method ? state.owner?.methods.get(name) : functions.get(name)) ?? [];
    const natives = method ? [] : library.functionsOf(name);
    if (own.length + natives.length > 0) return { kind: 'function', own, natives, chosen: chosenBy(code) };
    const type = library.type(name);
    if (type?.kind !== 'class') return undefined;
    const { constructors } = type.definition;
    return { kind: 'function', own: [], natives: constructors, chosen: chosenBy(code) };
  }

  #seeMember(node: Extract<Expression, { kind: 'member' | 'methodCall' }>, code: BoundExpression): void {
    const type = this.#types.get(node.object);
    const enumeration = type === undefined && node.object.kind === 'name' ? node.object.text : undefined;
    if (enumeration !== undefined && this.#isHere(node.object.span))
      this.#see({ kind: 'enum', name: enumeration });
    if (!this.#isHere(node.name.span)) return;
    this.receiver = { expression: node.object, type: this.#typeOf(node.object) };
    const { text } = node.name;
    if (enumeration !== undefined) {
      this.#see(code.kind === 'constant' ? { kind: 'member', enumeration, name: text } : undefined);
    } else if (node.kind === 'member') this.#see(type?.kind === 'struct' ? fieldOf(type, text) : undefined);
    else this.#see(type && this.#methods(type, text, chosenBy(code)));
  }

  #methods(type: Type, name: string, chosen: Calls['chosen']): Meaning | undefined {
    const own = type.kind === 'struct' ? (type.methods.get(name) ?? []) : [];
    const natives = this.context?.library.methodsOf(type).get(name) ?? [];
    return own.length + natives.length === 0 ? undefined : { kind: 'function', own, natives, chosen };
  }

  /** The type of an expression; of a call whose arguments are not right yet, what all that bear its name return. */
  #typeOf(expression: Expression): Type | undefined {
    const type = this.#types.get(expression);
    if (type === undefined || !isUnknown(type)) return type;
    let meaning: Meaning | undefined;
    if (expression.kind === 'call') meaning = this.#calls(expression.callee.text, { kind: 'nothing', type });
    if (expression.kind === 'methodCall') {
      const receiver = this.#typeOf(expression.object);
      meaning = receiver && this.#methods(receiver, expression.name.text, undefined);
    }
    if (meaning?.kind !== 'function') return type;
    return [...meaning.own, ...meaning.natives][0]?.returns ?? type;
  }
}

const chosenBy = (code: BoundExpression): Calls['chosen'] =>
  code.kind === 'call' || code.kind === 'native' ? code.callee : undefined;

function fieldOf(owner: StructType, name: string): Meaning | undefined {
  const field = owner.fields.find((one) => one.name === name);
  return field && { kind: 'field', owner, field };
}
