import { leftOf, linkAt, type Chain } from '../../analysis/chain-spans.ts';
import type { CheckContext } from '../../analysis/check-context.ts';
import type { Habits } from '../../analysis/habits.ts';
import type { Unknown } from '../../analysis/suggest.ts';
import type { BoundExpression } from '../../analysis/types/bound-tree.ts';
import { isUnknown } from '../../analysis/types/types.ts';
import { endedBefore, isFree } from '../../analysis/unknown-name.ts';
import type { Diagnostic, Span } from '../../diagnostic.ts';
import type { Expression, VariableDeclaration } from '../../syntax/ast.ts';
import { objectElsewhere } from './functions-elsewhere.ts';

export const nameHabits: Habits['unknown-name'] = { named, initial, compared, alone };

const nulls: ReadonlySet<string> = new Set(['null', 'nil', 'undefined', 'NULL', 'Null', 'None']);
const caught: ReadonlySet<string> = new Set(['e', 'ex', 'err', 'exception', 'Error']);

const noNull = 'CRMScript has no null. A variable without a value is null; ask with isNull().';

function named(context: CheckContext, name: string): Unknown | undefined {
  if (nulls.has(name)) return { message: noNull };
  if (caught.has(name) && context.scope.find('errorLocation') !== undefined) {
    const message = `In a "catch", the text of the error is called "error".`;
    return { message, meant: 'error', written: name };
  }
  const object = endedBefore(context, name) ? undefined : objectElsewhere.get(name);
  return object === undefined ? undefined : { message: `There is no "${name}" in CRMScript. ${object}` };
}

/** True at what other languages write for "no value". */
const isNull = (context: CheckContext, node: Expression): boolean =>
  node.kind === 'name' && nulls.has(node.text) && isFree(context, node.text);

function reportNull(context: CheckContext, span: Span, fix?: Diagnostic['fix']): void {
  context.problems.error('unknown-name', noNull, span, fix);
}

function initial(context: CheckContext, { name }: VariableDeclaration, value: Expression): boolean {
  if (!isNull(context, value)) return false;
  const { start, end } = { start: name.span.end, end: value.span.end };
  reportNull(context, value.span, { label: 'Leave the value out', start, end, text: '' });
  return true;
}

function compared(context: CheckContext, node: Chain, index: number, { type }: BoundExpression): boolean {
  const { operator, operand } = linkAt(node, index);
  if (!isNull(context, operand)) return false;
  const left = leftOf(node, index);
  const asks = !isUnknown(type) && context.library.methodsOf(type).has('isNull');
  const text = `${operator === '!=' ? '!' : ''}${context.textOf(left)}.isNull()`;
  const fix = { label: `Write ${text}`, start: left.start, end: operand.span.end, text };
  reportNull(context, operand.span, asks ? fix : undefined);
  return true;
}

const ends: ReadonlySet<string> = new Set(['exit', 'quit', 'stop']);

function alone(name: string): Unknown | undefined {
  if (!ends.has(name)) return undefined;
  const message = `There is no "${name}". To end the script, write exitWithMessage("…") or return.`;
  return { message, meant: 'return' };
}
