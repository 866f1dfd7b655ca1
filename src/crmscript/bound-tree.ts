import type { CheckContext } from './analysis/check-context.ts';
import type { Variable } from './analysis/types/symbols.ts';
import type { BoundExpression } from './analysis/types/bound-tree.ts';
import type { CheckObserver } from './analysis/check-observer.ts';
import { checkSource } from './check-source.ts';
import type { CompileOptions } from './compile.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Expression, Name, Tree } from './syntax/ast.ts';

/* What translators read: the text as it is written, and what the checker found every piece of it to be. */

export type { FunctionSymbol, Variable } from './analysis/types/symbols.ts';
export type { BoundExpression } from './analysis/types/bound-tree.ts';
export type { StructType, Type } from './analysis/types/types.ts';
export { isSame, rankOf } from './analysis/types/types.ts';
export { operandsOf } from './syntax/operands-of.ts';
export type {
  ArithmeticOperator,
  BinaryOperator,
  Block,
  ComparisonOperator,
  Expression,
  Field,
  FunctionDeclaration,
  Item,
  Name,
  Statement,
  StructDeclaration,
  Tree,
  VariableDeclaration,
} from './syntax/ast.ts';

/** A script with all that it includes, parsed and checked. */
export type CheckedTree = {
  /** The script's own tree first, then each file that it includes, once, in the order in which it is met. */
  readonly trees: readonly Tree[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether something keeps the script from being compiled. */
  readonly hasErrors: boolean;
  /** What an expression is; undefined for what was never looked at, which happens only where there are errors. */
  codeOf(expression: Expression): BoundExpression | undefined;
  /** The variable that a name declares, or that a name in an expression means. */
  variableOf(name: Name | Expression): Variable | undefined;
  /** Where a variable is declared; undefined for the two that a `catch` brings. */
  declarationOf(variable: Variable): Name | undefined;
  /** A function or struct by the name that its declaration bears. */
  functionsOf(name: string): ReturnType<CheckContext['functions']['get']>;
  structOf(name: string): ReturnType<CheckContext['structs']['get']>;
};

class Notes implements CheckObserver {
  readonly codes = new Map<Expression, BoundExpression>();
  readonly variables = new Map<Name | Expression, Variable>();
  readonly declarations = new Map<Variable, Name>();
  context: CheckContext | undefined;

  begin(context: CheckContext): void {
    this.context = context;
  }

  expression(expression: Expression, code: BoundExpression): void {
    this.codes.set(expression, code);
    if (expression.kind !== 'name' || code.kind === 'field') return;
    const variable = this.context?.scope.find(expression.text);
    if (variable !== undefined) this.variables.set(expression, variable);
  }

  type(): void {
    // Types are those of the variables and expressions.
  }

  declared(name: Name, variable: Variable): void {
    this.variables.set(name, variable);
    this.declarations.set(variable, name);
  }
}

/** Reads and checks a script for a translator. It never throws. */
export function checkedTree(source: string, options: CompileOptions): CheckedTree {
  const notes = new Notes();
  const { trees, problems, sources } = checkSource(source, options, notes);
  return {
    trees,
    diagnostics: problems.sorted([...sources.keys()]),
    hasErrors: problems.hasErrors,
    codeOf: (expression) => notes.codes.get(expression),
    variableOf: (name) => notes.variables.get(name),
    declarationOf: (variable) => notes.declarations.get(variable),
    functionsOf: (name) => notes.context?.functions.get(name),
    structOf: (name) => notes.context?.structs.get(name),
  };
}
