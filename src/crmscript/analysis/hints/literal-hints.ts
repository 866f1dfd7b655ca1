import type { Expression } from '../../syntax/ast.ts';
import type { CheckContext } from '../check-context.ts';
import type { LinkedFunction } from '../types/linked.ts';

/* What can be told from a written argument before the script runs (crm §16 #12, #19). */

/** SuperOffice cuts the parameters of a special message there. */
const specialParamsLength = 255;

const written = (node: Expression | undefined): string | undefined =>
  node?.kind === 'string' ? node.text : undefined;

/** Hints at arguments that compile and do not do what they seem to. */
export function hintAtLiterals(
  context: CheckContext,
  { owner, name }: LinkedFunction,
  args: readonly Expression[],
): void {
  if (owner === 'EventData' && name === 'getInputValue') hintAtTopic(context, args[0]);
  if (owner === '' && name === 'addChatMessage') hintAtLength(context, args[5]);
}

function hintAtTopic(context: CheckContext, node: Expression | undefined): void {
  if (node === undefined || written(node) !== 'topicid') return;
  const { start, end } = node.span;
  const quote = context.textOf(node.span).charAt(0);
  const fix = { label: 'Write "topicId"', start, end, text: `${quote}topicId${quote}` };
  const message =
    'The documentation says "topicid", but every working bot reads "topicId". Here both have the value.';
  context.problems.hint('topic-id', message, node.span, fix);
}

function hintAtLength(context: CheckContext, node: Expression | undefined): void {
  const text = written(node);
  if (node === undefined || text === undefined || text.length <= specialParamsLength) return;
  const message = `SuperOffice keeps ${String(specialParamsLength)} characters of these parameters; this has ${String(text.length)}. The rest is cut off.`;
  context.problems.hint('special-params', message, node.span);
}
