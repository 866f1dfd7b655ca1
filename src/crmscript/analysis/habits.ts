import type { Expression, Name, Statement, VariableDeclaration } from '../syntax/ast.ts';
import type { Arguments } from './call-candidates.ts';
import type { Chain } from './chain-spans.ts';
import type { CheckContext } from './check-context.ts';
import type { Unknown } from './suggest.ts';
import type { BoundExpression } from './types/bound-tree.ts';
import type { Type } from './types/types.ts';

type Of<Kind extends Expression['kind']> = Extract<Expression, { kind: Kind }>;

/**
 * Knows what people write by habit who know other languages, by the code of the mistake that it is here. The checker asks where it
 * meets one; who only runs scripts brings no habits along, and is told what the checker knows by itself. What answers with true, or
 * with a type, has said what is wrong.
 */
export type Habits = {
  /** `int n`: a type that is none. */
  readonly 'unknown-type': {
    named(context: CheckContext, name: Name): boolean;
    /** `var n = 1`: the type of the variable. */
    variable(context: CheckContext, node: VariableDeclaration): Type | undefined;
    /** `foreach (var x in list)`: the type of the variable; `element` is that of the elements. */
    foreach(
      context: CheckContext,
      node: Extract<Statement, { kind: 'foreach' }>,
      element: Type,
    ): Type | undefined;
  };
  /** `null`, `console`: a name of which nobody knows anything. */
  readonly 'unknown-name': {
    named(context: CheckContext, name: string): Unknown | undefined;
    /** `String s = null` */
    initial(context: CheckContext, node: VariableDeclaration, value: Expression): boolean;
    /** `s == null`: the operator of a chain, and what stands left of it. */
    compared(context: CheckContext, node: Chain, index: number, left: BoundExpression): boolean;
    /** `exit;` */
    alone(name: string): Unknown | undefined;
  };
  /** `parseInt(s)`, `Math.abs(n)`: a function that nothing has, or one of an object. */
  readonly 'unknown-function': {
    called(context: CheckContext, node: Of<'call'>, args: Arguments): boolean;
    calledOf(context: CheckContext, node: Of<'methodCall'>): boolean;
  };
  /** `s.length()`: a method that a type has by another name; `near`, also one that is misspelt. */
  readonly 'unknown-method': {
    called(context: CheckContext, node: Of<'methodCall'>, type: Type, near: boolean): boolean;
  };
  /** `s.length`: the method of a type by which a field goes here. */
  readonly 'unknown-member': { methodOf(type: Type, name: string): string | undefined };
};
