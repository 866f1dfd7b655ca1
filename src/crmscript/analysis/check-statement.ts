import type { Span } from '../diagnostic.ts';
import type { Block, Expression, Item, Statement, VariableDeclaration } from '../syntax/ast.ts';
import type { CheckContext } from './check-context.ts';
import { checkExpression, checkValue, nothing } from './check-expression.ts';
import { checkBool } from './check-operator.ts';
import { checkVariableType } from './check-type.ts';
import { article, convert } from './convert.ts';
import type { Variable } from './symbols.ts';
import type { Checked, Code, Slot } from './tree.ts';
import { arrayOf, isSame, isUnknown, unknownType, type Type } from './types.ts';

type Of<Kind extends Statement['kind']> = Extract<Statement, { kind: Kind }>;

/** Checks the items of a block in the scope that is open. */
export function checkItems(context: CheckContext, items: readonly Item[]): Checked[] {
  const body: Checked[] = [];
  for (const item of items) {
    switch (item.kind) {
      case 'include':
        body.push(...checkItems(context, context.include(item.id, item.span)?.items ?? []));
        break;
      case 'languageLevel':
        break;
      case 'function':
      case 'struct':
        context.problems.error(
          'misplaced',
          `A ${item.kind} can only be declared at the top of a script.`,
          item.span,
        );
        break;
      default:
        body.push(checkStatement(context, item));
    }
  }
  return body;
}

export function checkStatement(context: CheckContext, statement: Statement): Checked {
  switch (statement.kind) {
    case 'block':
      return checkBlock(context, statement);
    case 'variable':
      return checkVariable(context, statement);
    case 'expression':
      return checkExpressionStatement(context, statement.expression, statement.span);
    case 'if':
      return checkIf(context, statement);
    case 'while':
      return checkWhile(context, statement);
    case 'for':
      return checkFor(context, statement);
    case 'foreach':
      return checkForeach(context, statement);
    case 'try':
      return checkTry(context, statement);
    case 'return':
      return checkReturn(context, statement);
    case 'throw':
      return checkThrow(context, statement);
    case 'break':
    case 'continue':
      return checkJump(context, statement);
    case 'empty':
      return { kind: 'empty', site: context.statement(statement.span) };
  }
}

export const checkBlock = (context: CheckContext, block: Block): Checked =>
  context.inScope(() => ({ kind: 'block', body: checkItems(context, block.body) }));

/** A branch or loop body: one statement, in a scope of its own also without braces. */
const checkBody = (context: CheckContext, body: Statement): Checked =>
  body.kind === 'block' ? checkBlock(context, body) : context.inScope(() => checkStatement(context, body));

const slotOf = ({ global, slot, type }: Variable): Slot => ({ global, slot, type });

function checkVariable(context: CheckContext, node: VariableDeclaration): Checked {
  const site = context.statement(node.span);
  const type = checkVariableType(context, node.type, true);
  const integer = context.type('Integer');
  const sizes = sizesOf(context, node).map((size) =>
    convert(
      context,
      checkValue(context, size),
      integer,
      size.span,
      'as the size of an array, which is an Integer',
    ),
  );
  // The value is checked first: a variable cannot be used in its own declaration.
  const written = node.value && checkValue(context, node.value);
  const value = node.value && convertInitial(context, node, written ?? nothing, type);
  if (value !== undefined && sizes.length > 0) {
    context.problems.error(
      'array-size',
      'An array with a size takes no value. Leave the size out.',
      node.type.span,
    );
  }
  const variable = context.declare(node.name, type);
  return { kind: 'declare', site, variable: slotOf(variable), value, sizes };
}

function convertInitial(context: CheckContext, node: VariableDeclaration, written: Code, type: Type): Code {
  const purpose = `to "${node.name.text}", which is ${article(type)}`;
  return convert(context, written, type, node.value?.span ?? node.span, purpose);
}

/** The leading sizes of `T[5][3][]`; a size after empty brackets means nothing and is refused. */
function sizesOf(context: CheckContext, { type }: VariableDeclaration): Expression[] {
  const empty = type.sizes.findIndex((size) => size === undefined);
  const sizes = empty < 0 ? type.sizes : type.sizes.slice(0, empty);
  const late = type.sizes.slice(sizes.length).find((size) => size !== undefined);
  if (late !== undefined) {
    context.problems.error(
      'array-size',
      'A size cannot follow empty brackets: give the first sizes first.',
      late.span,
    );
  }
  return sizes.filter((size) => size !== undefined);
}

function checkExpressionStatement(context: CheckContext, expression: Expression, span: Span): Checked {
  const site = context.statement(span);
  const code = checkExpression(context, expression);
  if (code.kind === 'compare' && code.operator === '==') {
    context.problems.warning(
      'no-effect',
      'This compares and forgets. To assign, write = instead of ==.',
      span,
    );
  } else if (!hasEffect(code)) {
    context.problems.warning('no-effect', 'This statement does nothing.', span);
  }
  return { kind: 'expression', site, code };
}

const hasEffect = ({ kind }: Code): boolean =>
  ['assign', 'update', 'step', 'call', 'native', 'nothing', 'logical'].includes(kind);

function checkCondition(context: CheckContext, expression: Expression): Code {
  return checkBool(context, checkValue(context, expression), expression.span, 'A condition', expression);
}

function checkIf(context: CheckContext, node: Of<'if'>): Checked {
  const branches = node.branches.map((branch) => ({
    site: context.statement(branch.span),
    condition: checkCondition(context, branch.condition),
    body: checkBody(context, branch.body),
  }));
  const otherwise = node.otherwise && checkBody(context, node.otherwise);
  return { kind: 'if', branches, otherwise };
}

function inLoop<T>(context: CheckContext, body: () => T): T {
  context.state.loops += 1;
  const result = body();
  context.state.loops -= 1;
  return result;
}

function checkWhile(context: CheckContext, node: Of<'while'>): Checked {
  const site = context.statement(node.span);
  const condition = checkCondition(context, node.condition);
  return { kind: 'while', site, condition, body: inLoop(context, () => checkBody(context, node.body)) };
}

function checkFor(context: CheckContext, node: Of<'for'>): Checked {
  return context.inScope(() => {
    const { start: written } = node;
    const start =
      written === undefined
        ? undefined
        : written.kind === 'variable'
          ? checkVariable(context, written)
          : checkStart(context, written);
    const condition = {
      site: context.statement(node.condition.span),
      code: checkCondition(context, node.condition),
    };
    const update = node.update && {
      site: context.statement(node.update.span),
      code: checkExpression(context, node.update),
    };
    const body = inLoop(context, () => checkBody(context, node.body));
    return { kind: 'for', start, condition, update, body };
  });
}

/** The start of a loop may be any expression; one without effect, as in `for (i; …)`, harms nobody. */
const checkStart = (context: CheckContext, expression: Expression): Checked => ({
  kind: 'expression',
  site: context.statement(expression.span),
  code: checkExpression(context, expression),
});

function checkForeach(context: CheckContext, node: Of<'foreach'>): Checked {
  const listSite = context.statement(node.list.span);
  const list = checkValue(context, node.list);
  const type = checkVariableType(context, node.type);
  if (!isUnknown(list.type) && list.type.kind !== 'array') {
    const other = list.type.name === 'Map' ? ' Write for (m.first(); !m.eof(); m.next()) { … }.' : '';
    const message = `foreach walks over arrays only; this is ${article(list.type)}.${other}`;
    context.problems.error('not-an-array', message, node.list.span);
  } else if (!isUnknown(type) && !isUnknown(list.type) && !isSame(list.type, arrayOf(type))) {
    const element = list.type.kind === 'array' ? list.type.element : unknownType;
    const message = `The elements are of type ${element.name}, not ${type.name}.`;
    context.problems.error('type-mismatch', message, node.type.span);
  }
  return context.inScope(() => {
    const variable = slotOf(context.declare(node.name, type));
    const site = context.statement(node.span);
    const body = inLoop(context, () => checkBody(context, node.body));
    return { kind: 'foreach', site, listSite, variable, list, body };
  });
}

function checkTry(context: CheckContext, node: Of<'try'>): Checked {
  const site = context.statement(node.span);
  const body = checkBlock(context, node.body);
  return context.inScope(() => {
    const string = context.type('String');
    const error = slotOf(context.declareSilently('error', string));
    const location = slotOf(context.declareSilently('errorLocation', string));
    return { kind: 'try', site, body, error, location, handler: checkBlock(context, node.handler) };
  });
}

function checkReturn(context: CheckContext, node: Of<'return'>): Checked {
  const site = context.statement(node.span);
  const { returns } = context.state;
  if (node.value === undefined) {
    if (returns !== undefined && returns.kind !== 'void' && !isUnknown(returns)) {
      const message = `This function returns ${article(returns)}, so "return" needs a value.`;
      context.problems.error('return-value', message, node.span);
    }
    return { kind: 'return', site, value: undefined };
  }
  const written = checkExpression(context, node.value);
  if (returns === undefined) {
    context.problems.hint('return-value', 'At the top of a script nobody takes the value.', node.value.span);
    return { kind: 'return', site, value: written };
  }
  if (returns.kind === 'void') {
    if (written.type.kind !== 'void' && !isUnknown(written.type)) {
      context.problems.error('return-value', 'This function is Void and returns no value.', node.value.span);
    }
    return { kind: 'return', site, value: written };
  }
  const purpose = `back: the function returns ${article(returns)}`;
  return { kind: 'return', site, value: convert(context, written, returns, node.value.span, purpose) };
}

function checkThrow(context: CheckContext, node: Of<'throw'>): Checked {
  const site = context.statement(node.span);
  const written = checkValue(context, node.value);
  const string = context.type('String');
  const value = convert(context, written, string, node.value.span, 'to "throw", which takes a String');
  return { kind: 'throw', site, value };
}

function checkJump(context: CheckContext, node: Of<'break' | 'continue'>): Checked {
  if (!context.inLoop) {
    context.problems.error('outside-loop', `"${node.kind}" only means something in a loop.`, node.span);
  }
  return { kind: node.kind, site: context.statement(node.span) };
}
