import type { Arguments } from '../../analysis/call-candidates.ts';
import type { CheckContext } from '../../analysis/check-context.ts';
import { checkValue } from '../../analysis/check-expression.ts';
import type { Habits } from '../../analysis/habits.ts';
import { isUnknown, rankOf, unknownType, type Type } from '../../analysis/types/types.ts';
import { isFree } from '../../analysis/unknown-name.ts';
import type { Expression, Name } from '../../syntax/ast.ts';
import { callElsewhere, functionHere, objectElsewhere } from './functions-elsewhere.ts';
import { methodHere, methodNearHere, type Receiver, type Rewrite } from './synonyms.ts';

type Call = Extract<Expression, { kind: 'call' }>;
type MethodCall = Extract<Expression, { kind: 'methodCall' }>;

export const functionHabits: Habits['unknown-function'] = { called: functionCalled, calledOf };
export const methodHabits: Habits['unknown-method'] = { called: methodCalled };
export const memberHabits: Habits['unknown-member'] = { methodOf };

const asMethod = (here: Rewrite | undefined): string | undefined =>
  typeof here === 'string' ? here : undefined;

function methodOf(type: Type, name: string): string | undefined {
  return asMethod(methodHere(type, name) ?? methodNearHere(type, name));
}

/** What a rewrite has to know of the value that it makes a receiver of. */
const receiverOf = ({ library }: CheckContext, type: Type): Receiver => ({
  isWhole: rankOf(type) === 1 || rankOf(type) === 2,
  methodLike: (name) =>
    isUnknown(type) || library.methodsOf(type).has(name) ? name : asMethod(methodHere(type, name)),
});

function functionCalled(context: CheckContext, node: Call, { codes }: Arguments): boolean {
  const here = functionHere(node.callee.text);
  if (here === undefined) return false;
  const texts = textsOf(context, node.args);
  const written =
    typeof here === 'string'
      ? here
      : here(texts[0] ?? '', texts, receiverOf(context, codes[0]?.type ?? unknownType));
  return report(context, node, node.callee, 'function', 'CRMScript', here, written);
}

function methodCalled(context: CheckContext, node: MethodCall, type: Type, near: boolean): boolean {
  const here = near ? methodNearHere(type, node.name.text) : methodHere(type, node.name.text);
  if (here === undefined) return false;
  const written =
    typeof here === 'string'
      ? here
      : here(context.textOf(node.object.span), textsOf(context, node.args), receiverOf(context, type));
  return report(context, node, node.name, 'method', type.name, here, written);
}

const textsOf = (context: CheckContext, nodes: readonly Expression[]): string[] =>
  nodes.map(({ span }) => context.textOf(span));

/** Says what is written here, in place of a name or of the whole call. False where nothing is. */
function report(
  context: CheckContext,
  node: Call | MethodCall,
  name: Name,
  what: 'function' | 'method',
  owner: string,
  here: Rewrite,
  written: string | undefined,
): boolean {
  if (written === undefined) return false;
  const { start, end } = typeof here === 'string' ? name.span : node.span;
  const message = `${owner} has no ${what} "${name.text}". Write ${written}${typeof here === 'string' ? '(…)' : ''}.`;
  const fix = { label: `Write ${written}`, start, end, text: written };
  context.problems.error(`unknown-${what}`, message, name.span, fix);
  return true;
}

/** `Math.abs(n)`: the object is one of another language. */
function calledOf(context: CheckContext, { object, name, args, span }: MethodCall): boolean {
  if (object.kind !== 'name' || !isFree(context, object.text)) return false;
  const here = callElsewhere(object.text, name.text);
  if (here === undefined) return false;
  const texts = textsOf(context, args);
  const rewritten = (of: Type) =>
    typeof here === 'string' ? here : here('', texts, receiverOf(context, of));
  if (rewritten(unknownType) === undefined) return false;
  const [first] = args.map((argument) => checkValue(context, argument));
  const type = first?.type ?? unknownType;
  const text = rewritten(type);
  const noMethod = `A value of type ${type.name} has no method for it.`;
  const advice = text === undefined ? (objectElsewhere.get(object.text) ?? noMethod) : `Write ${text}.`;
  const fix =
    text === undefined ? undefined : { label: `Write ${text}`, start: span.start, end: span.end, text };
  const message = `There is no ${object.text}.${name.text} in CRMScript. ${advice}`;
  context.problems.error('unknown-function', message, span, fix);
  return true;
}
