import type { Expression, Name } from '../syntax/ast.ts';
import type { CheckContext } from './check-context.ts';
import type { Variable } from './types/symbols.ts';
import type { BoundExpression } from './types/bound-tree.ts';
import type { Type } from './types/types.ts';

/** Looks on while a script is checked: an editor asks what stands at a place. It must change nothing. */
export interface CheckObserver {
  /** Called once, before the first statement. */
  begin(context: CheckContext): void;
  /** What an expression was found to be; `context` stands where the expression stands. */
  expression(expression: Expression, code: BoundExpression): void;
  /** What a name in the place of a type was found to be. */
  type(name: Name, type: Type): void;
  declared(name: Name, variable: Variable): void;
}

const nothing = (): void => undefined;

/** Looks at expressions alone. */
export const watching = (expression: CheckObserver['expression']): CheckObserver => ({
  begin: nothing,
  type: nothing,
  declared: nothing,
  expression,
});

/** Two who look on. */
export const bothOf = (one: CheckObserver, other: CheckObserver): CheckObserver => ({
  begin(context) {
    one.begin(context);
    other.begin(context);
  },
  expression(expression, code) {
    one.expression(expression, code);
    other.expression(expression, code);
  },
  type(name, type) {
    one.type(name, type);
    other.type(name, type);
  },
  declared(name, variable) {
    one.declared(name, variable);
    other.declared(name, variable);
  },
});
