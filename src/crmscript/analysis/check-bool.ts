import type { Diagnostic, Span } from '../diagnostic.ts';
import type { Expression } from '../syntax/ast.ts';
import type { CheckContext } from './check-context.ts';
import { advice, article, mend } from './convert.ts';
import type { BoundExpression } from './types/bound-tree.ts';
import { isSame, isUnknown } from './types/types.ts';

type Place = {
  /** What the message begins with: `A condition`. */
  readonly what: string;
  readonly written?: Expression;
  /** The `!` in front of it. */
  readonly negated?: Expression;
  /** The operand before it. */
  readonly beside?: { readonly code: BoundExpression; readonly span: Span };
};

/**
 * Takes what can be a condition, or an operand of a logical operator: a Bool, as nothing else stands for true (crm §5.3), or
 * what nobody knows. False, with nothing said, for all else; warns of an assignment that most likely was to compare.
 */
export function acceptsAsBool(context: CheckContext, code: BoundExpression, written?: Expression): boolean {
  if (isSame(code.type, context.types.Bool)) {
    warnOfAssignment(context, code, written);
    return true;
  }
  return isUnknown(code.type);
}

/** Says why something that `acceptsAsBool` does not take cannot stand in its place. */
export function refuseBool(
  context: CheckContext,
  code: BoundExpression,
  span: Span,
  place: Place,
): BoundExpression {
  const type = context.types.Bool;
  const { message, fix } = explain(context, code, span, place);
  context.problems.error(
    'not-bool',
    `${place.what} must be Bool, but this is ${article(code.type)}.${message}`,
    span,
    fix,
    { given: code.type.name },
  );
  return { kind: 'nothing', type };
}

type Explained = { readonly message: string; readonly fix: Diagnostic['fix'] };

function explain(context: CheckContext, code: BoundExpression, span: Span, place: Place): Explained {
  const { written, beside, negated } = place;
  if (written?.kind === 'assignment' && written.operator === '=') {
    return { message: ' To compare, write == instead of =.', fix: compareInstead(written) };
  }
  if (code.type.name === 'String') return explainText(context, code, span, beside, negated);
  return {
    message: advice(code.type, context.types.Bool),
    fix: mend(context, code, context.types.Bool, span),
  };
}

function explainText(
  context: CheckContext,
  code: BoundExpression,
  span: Span,
  beside: Place['beside'],
  negated: Expression | undefined,
): Explained {
  const text = context.textOf(span);
  const { start, end } = span;
  const compares = code.kind === 'constant' && beside?.code.kind === 'compare';
  const compared = compares ? /^[^=!]+[=!]= /.exec(context.textOf(beside.span))?.[0] : undefined;
  if (compared !== undefined) {
    const whole = compared + text;
    return {
      message: ` Compare it as well: ${whole}.`,
      fix: { label: `Write ${whole}`, start, end, text: whole },
    };
  }
  const from = negated?.span ?? span;
  const asked = `${negated === undefined ? '!' : ''}${text}.isEmpty()`;
  const fix = { label: `Write ${asked}`, start: from.start, end: from.end, text: asked };
  const simple = code.kind !== 'concat' && code.kind !== 'assign';
  return { message: ' Compare it with a text, or ask isEmpty().', fix: simple ? fix : undefined };
}

function compareInstead({
  operatorSpan,
  value,
}: Extract<Expression, { kind: 'assignment' }>): Diagnostic['fix'] {
  const { start, end } = operatorSpan;
  // `a =! b` has its two characters the wrong way round.
  if (value.kind === 'unary' && value.operator === '!' && value.span.start === end) {
    return { label: 'Write !=', start, end: end + 1, text: '!=' };
  }
  return { label: 'Write ==', start, end, text: '==' };
}

/** `if (done = true)` is allowed, and hardly ever meant. */
function warnOfAssignment(
  context: CheckContext,
  code: BoundExpression,
  written: Expression | undefined,
): void {
  if (code.kind !== 'assign' || written?.kind !== 'assignment') return;
  // `while (more = list.next())` takes a step; in parentheses of its own it is on purpose.
  const { kind } = written.value;
  if ((kind !== 'bool' && kind !== 'name') || context.textOf(written.span).startsWith('(')) return;
  const message = 'This assigns, and then asks for the value. To compare, write == instead of =.';
  context.problems.warning('assignment-in-condition', message, written.span, compareInstead(written));
}
