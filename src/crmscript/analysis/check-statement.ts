import type { Block, Expression, Item, Statement } from '../syntax/ast.ts';
import type { CheckContext } from './check-context.ts';
import { checkExpression, checkValue } from './check-expression.ts';
import { acceptsAsBool, refuseBool } from './check-bool.ts';
import { checkVariableType } from './check-type.ts';
import { article, convert } from './convert.ts';
import { warnOfEmptyBodies } from './hints/empty-body.ts';
import { hintAtCounting, hintAtEndless } from './hints/loop-hints.ts';
import type { BoundStatement, BoundExpression } from './types/bound-tree.ts';
import { checkExpressionStatement } from './check-expression-statement.ts';
import { checkVariable, slotOf } from './check-variable.ts';
import { isSame, isUnknown, unknownType, type Type } from './types/types.ts';

type LanguageLevel = Extract<Item, { kind: 'languageLevel' }>;
type Of<Kind extends Statement['kind']> = Extract<Statement, { kind: Kind }>;

/** Checks the items of a block in the scope that is open. */
export function checkItems(context: CheckContext, items: readonly Item[]): BoundStatement[] {
  // Mostly each is a statement.
  const body = new Array<BoundStatement>(items.length);
  let count = 0;
  for (const item of items) {
    switch (item.kind) {
      case 'include':
        for (const one of checkItems(context, context.include(item.id, item.span)?.items ?? []))
          body[count++] = one;
        break;
      case 'languageLevel':
        checkLevel(context, item);
        break;
      case 'function':
      case 'struct':
        context.problems.error(
          'misplaced',
          `A ${item.kind} can only be declared at the top of a script.`,
          item.span,
        );
        context.problems.poisoned.add(item.name.text);
        break;
      default:
        body[count++] = checkStatement(context, item);
    }
  }
  body.length = count;
  return body;
}

function checkLevel({ problems }: CheckContext, { level, levelSpan }: LanguageLevel): void {
  if (level >= 1 && level <= 4) return;
  const fix = { label: 'Write 3', start: levelSpan.start, end: levelSpan.end, text: '3' };
  problems.warning('language-level', 'The language levels are 1 to 4; 3 is the usual one.', levelSpan, fix);
}

export function checkStatement(context: CheckContext, statement: Statement): BoundStatement {
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

export function checkBlock(context: CheckContext, block: Block, from?: number): BoundStatement {
  warnOfEmptyBodies(context, block.body);
  context.enterScope(from);
  const body = checkItems(context, block.body);
  context.leaveScope();
  return { kind: 'block', body };
}

/** A branch or loop body: one statement, in a scope of its own also without braces. */
function checkBody(context: CheckContext, body: Statement, from?: number): BoundStatement {
  if (body.kind === 'block') return checkBlock(context, body, from);
  context.enterScope(from);
  const statement = checkStatement(context, body);
  context.leaveScope();
  return statement;
}

/** As `checkBody`, of a loop that begins at the statement `from`. */
function checkLoopBody(context: CheckContext, body: Statement, from: number): BoundStatement {
  context.state.loops += 1;
  const statement = checkBody(context, body, from);
  context.state.loops -= 1;
  return statement;
}

function checkCondition(context: CheckContext, expression: Expression): BoundExpression {
  // What is assigned in a condition is asked for, also where the statement is the condition.
  context.statementStart = -1;
  if (isSwapped(expression)) {
    const { start } = expression.operatorSpan;
    const fix = { label: 'Write !=', start, end: start + 2, text: '!=' };
    const message = 'The two characters of "!=" are the wrong way round.';
    context.problems.error('not-bool', message, expression.operatorSpan, fix);
    return { kind: 'nothing', type: context.types.Bool };
  }
  const code = checkValue(context, expression);
  if (acceptsAsBool(context, code, expression)) return code;
  return refuseBool(context, code, expression.span, { what: 'A condition', written: expression });
}

/** `if (a =! b)` */
const isSwapped = (node: Expression): node is Extract<Expression, { kind: 'assignment' }> =>
  node.kind === 'assignment' &&
  node.value.kind === 'unary' &&
  node.value.operator === '!' &&
  node.value.span.start === node.operatorSpan.end &&
  node.value.operand.span.start > node.value.span.start + 1;

function checkIf(context: CheckContext, node: Of<'if'>): BoundStatement {
  const branches = node.branches.map((branch) => ({
    site: context.statement(branch.span),
    condition: checkCondition(context, branch.condition),
    body: checkBody(context, branch.body),
  }));
  const otherwise = node.otherwise && checkBody(context, node.otherwise);
  return { kind: 'if', branches, otherwise };
}

function checkWhile(context: CheckContext, node: Of<'while'>): BoundStatement {
  const site = context.statement(node.span);
  const condition = checkCondition(context, node.condition);
  const body = checkLoopBody(context, node.body, site.order);
  hintAtEndless(context, node);
  return { kind: 'while', site, condition, body };
}

function checkFor(context: CheckContext, node: Of<'for'>): BoundStatement {
  context.enterScope();
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
  const body = checkLoopBody(context, node.body, condition.site.order);
  hintAtEndless(context, node);
  hintAtCounting(context, node);
  context.leaveScope();
  return { kind: 'for', start, condition, update, body };
}

/** The start of a loop may be any expression; one without effect, as in `for (i; …)`, harms nobody. */
const checkStart = (context: CheckContext, expression: Expression): BoundStatement => ({
  kind: 'expression',
  site: context.statement(expression.span),
  code: checkExpression(context, expression),
});

function checkForeach(context: CheckContext, node: Of<'foreach'>): BoundStatement {
  const listSite = context.statement(node.list.span);
  const list = checkValue(context, node.list);
  const type = checkElementType(context, node, list.type);
  context.enterScope();
  const variable = slotOf(context.declare(node.name, type));
  const site = context.statement(node.span);
  const body = checkLoopBody(context, node.body, site.order);
  context.leaveScope();
  return { kind: 'foreach', site, listSite, variable, list, body };
}

const walks: ReadonlyMap<string, string> = new Map([
  ['Map', ' Write for (m.first(); !m.eof(); m.next()) { … }.'],
  ['SearchEngine', ' Write for (se.execute(); !se.eof(); se.next()) { … }.'],
  ['XMLNode', ' Its children are an array: getChildren().'],
  ['String', ' Its parts are an array: split(",").'],
  ['Vector', ' Its elements are an array: toStringArray().'],
]);

/** The type of the variable, which must be that of the elements. */
function checkElementType(context: CheckContext, node: Of<'foreach'>, list: Type): Type {
  if (list.kind !== 'array' && !isUnknown(list)) {
    const message = `foreach walks over arrays only; this is ${article(list)}.${walks.get(list.name) ?? ''}`;
    context.problems.error('not-an-array', message, node.list.span, undefined, { given: list.name });
  }
  const element = list.kind === 'array' ? list.element : unknownType;
  const meant = context.habits?.['unknown-type'].foreach(context, node, element);
  if (meant !== undefined) return meant;
  const type = checkVariableType(context, node.type);
  if (isUnknown(element) || isUnknown(type) || isSame(element, type)) return type;
  const { start, end } = node.type.span;
  const fix = { label: `Write ${element.name}`, start, end, text: element.name };
  const message = `The elements are of type ${element.name}, not ${type.name}.`;
  context.problems.error('type-mismatch', message, node.type.span, fix, {
    wanted: element.name,
    given: type.name,
  });
  return unknownType;
}

function checkTry(context: CheckContext, node: Of<'try'>): BoundStatement {
  const site = context.statement(node.span);
  const body = checkBlock(context, node.body);
  context.enterScope();
  const string = context.types.String;
  const error = slotOf(context.declareSilently('error', string));
  const location = slotOf(context.declareSilently('errorLocation', string));
  const handler = checkBlock(context, node.handler);
  context.leaveScope();
  return { kind: 'try', site, body, error, location, handler };
}

function checkReturn(context: CheckContext, node: Of<'return'>): BoundStatement {
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
  if (isSame(written.type, returns)) return { kind: 'return', site, value: written };
  const purpose = `back: the function returns ${article(returns)}`;
  return { kind: 'return', site, value: convert(context, written, returns, node.value.span, purpose) };
}

function checkThrow(context: CheckContext, node: Of<'throw'>): BoundStatement {
  const site = context.statement(node.span);
  const written = checkValue(context, node.value);
  const string = context.types.String;
  const value = convert(context, written, string, node.value.span, 'to "throw", which takes a String');
  return { kind: 'throw', site, value };
}

function checkJump(context: CheckContext, node: Of<'break' | 'continue'>): BoundStatement {
  if (!context.inLoop) {
    context.problems.error('outside-loop', `"${node.kind}" only means something in a loop.`, node.span);
  }
  return { kind: node.kind, site: context.statement(node.span) };
}
