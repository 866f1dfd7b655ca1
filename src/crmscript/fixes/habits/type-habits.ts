import type { CheckContext } from '../../analysis/check-context.ts';
import { checkValue } from '../../analysis/check-expression.ts';
import type { Habits } from '../../analysis/habits.ts';
import { reportUnknown } from '../../analysis/suggest.ts';
import { isUnknown, unknownType, type Type } from '../../analysis/types/types.ts';
import type { Name, Statement, VariableDeclaration } from '../../syntax/ast.ts';
import { typeHere, untyped } from './foreign-types.ts';

type Foreach = Extract<Statement, { kind: 'foreach' }>;

export const typeHabits: Habits['unknown-type'] = { named, variable, foreach };

function named(context: CheckContext, { text, span }: Name): boolean {
  const here = typeHere(text);
  if (here === undefined) return false;
  const message = `There is no type "${text}" in CRMScript. Write ${here}.`;
  const report = /^\w+$/.test(here) ? { message, meant: here } : { message };
  reportUnknown(context.problems, 'unknown-type', report, span);
  return true;
}

const isUntyped = ({ structs }: CheckContext, { text }: Name): boolean =>
  untyped.has(text) && !structs.has(text);

/** `var x = 1;`: the type is written here, and it is that of the value. */
function variable(context: CheckContext, node: VariableDeclaration): Type | undefined {
  if (!isUntyped(context, node.type.name)) return undefined;
  const { text, span } = node.type.name;
  // A value of another language: what was said about it writes the type, too.
  const type = node.value === undefined ? unknownType : checkValue(context, node.value).type;
  const known = !isUnknown(type) && type.kind !== 'void';
  const example = known ? `${type.name} ${node.name.text}` : 'String name';
  const fix = { label: `Write ${type.name}`, start: span.start, end: span.end, text: type.name };
  const message = `CRMScript has no "${text}". Write the type of the variable: ${example}${known ? '' : ' = "Ann"'};`;
  context.problems.error('not-crmscript', message, span, known ? fix : undefined);
  return type;
}

function foreach(context: CheckContext, node: Foreach, element: Type): Type | undefined {
  if (!isUntyped(context, node.type.name)) return undefined;
  if (isUnknown(element)) return unknownType;
  const { start, end } = node.type.name.span;
  const head = context.textOf(node.span);
  if (head.startsWith('for (') || head.startsWith('for(')) {
    const written = `foreach (${element.name} ${node.name.text}`;
    const whole = { label: 'Write foreach', start: node.span.start, end: node.name.span.end, text: written };
    const message = `The loop over an array is called "foreach": ${written} in ${context.textOf(node.list.span)}).`;
    context.problems.error('not-crmscript', message, node.span, whole);
    return element;
  }
  const text = start === end ? `${element.name} ` : element.name;
  const fix = { label: `Write ${element.name}`, start, end, text };
  const message = `The variable of a "foreach" needs the type of the elements: ${element.name} ${node.name.text}.`;
  context.problems.error('foreach-type', message, node.type.name.span, fix);
  return element;
}
