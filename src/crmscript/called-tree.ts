import { watching } from './analysis/check-observer.ts';
import type { Type } from './analysis/types/types.ts';
import type { CheckedTree } from './bound-tree.ts';
import { checkSource } from './check-source.ts';
import type { CompileOptions } from './compile.ts';
import type { Expression } from './syntax/ast.ts';

/** A script with all that it includes, parsed and checked, for who looks at its calls alone. */
export type CalledTree = Pick<CheckedTree, 'trees' | 'diagnostics' | 'hasErrors'> & {
  /** What the method of a call belongs to; undefined where it was not found. */
  receiverOf(call: Expression): Type | undefined;
  /** Whether the script declares a function of that name, or a struct. */
  hasFunction(name: string): boolean;
  hasStruct(name: string): boolean;
};

/** Reads and checks a script. It never throws. */
export function calledTree(source: string, options: CompileOptions): CalledTree {
  const receivers = new Map<Expression, Type>();
  const observer = watching((expression, code) => {
    if (expression.kind !== 'methodCall' || (code.kind !== 'native' && code.kind !== 'call')) return;
    if (code.receiver !== undefined) receivers.set(expression, code.receiver.type);
  });
  const { trees, problems, sources, checked } = checkSource(source, options, observer);
  const { functions, structs } = checked.names;
  return {
    trees,
    diagnostics: problems.sorted([...sources.keys()]),
    hasErrors: problems.hasErrors,
    receiverOf: (call) => receivers.get(call),
    hasFunction: (name) => functions.has(name),
    hasStruct: (name) => structs.has(name),
  };
}
