import { typeHere } from '../habits/foreign-types.ts';
import { isBare } from '../../analysis/assigned-instead.ts';
import { isUnknown } from '../../analysis/types/types.ts';
import type { Span } from '../../diagnostic.ts';
import type { Expression } from '../../syntax/ast.ts';
import { converted } from '../conversions.ts';
import type { FaultSite } from '../fault-site.ts';
import type { Answer, Judge, Rules } from '../rule.ts';

/* Casts of other languages: what is written here depends on the type of the value. */

const castable: ReadonlySet<string> = new Set([
  'Integer',
  'String',
  'Float',
  'Long',
  'Bool',
  'Byte',
  'Date',
  'DateTime',
  'Time',
]);

/** The type of this language that a name in a cast means, if it means one. */
export const castTo = (name: string): string | undefined => {
  const type = typeHere(name) ?? name;
  return castable.has(type) ? type : undefined;
};

type Range = Pick<Span, 'start' | 'end'>;

/** What is said of a cast of a value to a type: the range is all of it. */
function castJudge(
  here: string,
  general: string,
  to: string,
  operand: Expression,
  range: Range,
  isOpen = false,
): Judge {
  return (context, typeOf) => {
    const from = typeOf(operand.span);
    const unsure = from === undefined || isUnknown(from) || isOpen;
    const text = unsure ? undefined : converted(context.textOf(operand.span), operand, from, to);
    const message = `${here} ${text === undefined ? general : `Write ${text}.`}`;
    return text === undefined
      ? { message }
      : { message, fix: { label: `Write ${text}`, start: range.start, end: range.end, text } };
  };
}

/** `(Type) value`: read so far as the type in parentheses, behind which a value cannot stand. */
function before(site: FaultSite): Answer | undefined {
  const { token, index } = site;
  const [open, type, close] = [site.at(index - 3), site.at(index - 2), site.at(index - 1)];
  if (open.text !== '(' || close.text !== ')' || type.kind !== 'name') return undefined;
  const to = castTo(type.text);
  const begins = ['name', 'integer', 'float', 'string'].includes(token.kind) || token.text === '(';
  const called = site.isName(index - 4) || /^[)\]]$/.test(site.at(index - 4).text);
  const operand = to !== undefined && begins && !called ? site.postfix(index) : undefined;
  if (to === undefined || operand === undefined) return undefined;
  const range = { start: open.start, end: operand.node.span.end };
  const general = 'Write a conversion behind it, such as .toString(), .toInteger() or .round().';
  const here = `CRMScript has no "(${type.text})" before a value.`;
  return {
    code: 'not-crmscript',
    span: open,
    judge: castJudge(here, general, to, operand.node, range),
    repair: [{ start: open.start, end: token.start, text: '' }],
    isGuess: true,
  };
}

/** `value as Type` */
function behind(site: FaultSite): Answer | undefined {
  const { token, previous, index } = site;
  const type = site.peek(1);
  const to = type.kind === 'name' ? castTo(type.text) : undefined;
  if (token.text !== 'as' || token.kind !== 'name' || to === undefined || type.line !== previous.line)
    return undefined;
  const operand = site.expression(site.valueStart(index));
  if (operand?.past !== index) return undefined;
  const { node } = operand;
  // Behind a sum it may have been meant for all of it or for its last part.
  const isOpen = node.kind === 'chain' && isBare(node);
  const general = 'Write the conversion behind the value, such as .toString().';
  const range = { start: node.span.start, end: type.end };
  return {
    code: 'not-crmscript',
    span: token,
    judge: castJudge('CRMScript has no "as".', general, to, node, range, isOpen),
    repair: [{ start: previous.end, end: type.end, text: '' }],
    isGuess: true,
  };
}

const behindValue = ['expected', 'unexpected'] as const;

export const castRules: Rules = [
  { codes: behindValue, rule: before },
  { codes: behindValue, rule: behind },
];
