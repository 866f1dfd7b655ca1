import ts from 'typescript';
import { placeOf, type Looking } from './joined-diagnostic.ts';

/* A promise that nobody waits for, hands on, keeps or handles: mostly an `await` that is missing. */

/** Whether values of a type are promises, or may be. */
export function isPromise(type: ts.Type): boolean {
  if (type.isUnion()) return type.types.some(isPromise);
  const then = (type.flags & ts.TypeFlags.Any) === 0 ? type.getProperty('then') : undefined;
  return then !== undefined && type.getProperty('catch') !== undefined;
}

const isListOfPromises = (type: ts.Type, checker: ts.TypeChecker): boolean => {
  const [element] = checker.isArrayType(type) ? checker.getTypeArguments(type as ts.TypeReference) : [];
  return element !== undefined && isPromise(element);
};

/** Whether `await` can be written at a place: in async functions, and in none. */
export function canAwait(node: ts.Node): boolean {
  const around = ts.findAncestor(
    node.parent,
    (one) => ts.isFunctionLike(one) || ts.isClassStaticBlockDeclaration(one),
  );
  if (around === undefined) return true;
  return (
    ts.canHaveModifiers(around) &&
    (ts.getModifiers(around) ?? []).some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword)
  );
}

/** `p.catch(f)` and `p.then(f, g)` have somebody who hears of errors. */
function isHandled(call: ts.Expression): boolean {
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return false;
  const { name, expression } = call.expression;
  if (name.text === 'finally') return isHandled(expression);
  return (
    (name.text === 'catch' && call.arguments.length > 0) ||
    (name.text === 'then' && call.arguments.length > 1)
  );
}

/** How what is called is written, in short. */
const nameOf = (expression: ts.Expression, source: ts.SourceFile): string => {
  const called = ts.isCallExpression(expression) ? expression.expression : expression;
  const name = ts.isPropertyAccessExpression(called) ? called.name : called;
  const text = name.getText(source);
  return text.length > 40 || text.includes('\n') ? 'this promise' : text;
};

/** Looks at a statement that is an expression. */
export function lookAtStatement(statement: ts.ExpressionStatement, looking: Looking): void {
  lookAtUnused(statement.expression, looking);
}

function lookAtUnused(expression: ts.Expression, looking: Looking): void {
  if (ts.isParenthesizedExpression(expression)) {
    lookAtUnused(expression.expression, looking);
  } else if (ts.isConditionalExpression(expression)) {
    lookAtUnused(expression.whenTrue, looking);
    lookAtUnused(expression.whenFalse, looking);
  } else if (ts.isBinaryExpression(expression)) {
    const { operatorToken, right, left } = expression;
    if (operatorToken.kind === ts.SyntaxKind.CommaToken) lookAtUnused(left, looking);
    if (isEither(operatorToken.kind)) lookAtUnused(right, looking);
  } else if (isMadeHere(expression)) {
    tellOfPromise(expression, looking);
  }
}

const isMadeHere = (expression: ts.Expression): boolean =>
  ts.isCallExpression(expression) || ts.isIdentifier(expression) || ts.isNewExpression(expression);

const isEither = (kind: ts.SyntaxKind): boolean =>
  [
    ts.SyntaxKind.CommaToken,
    ts.SyntaxKind.AmpersandAmpersandToken,
    ts.SyntaxKind.BarBarToken,
    ts.SyntaxKind.QuestionQuestionToken,
  ].includes(kind);

function tellOfPromise(expression: ts.Expression, { checker, source, tell }: Looking): void {
  const type = checker.getTypeAtLocation(expression);
  const isList = isListOfPromises(type, checker);
  if ((!isList && !isPromise(type)) || isHandled(expression)) return;
  const { start, end } = placeOf(expression, source);
  const written = expression.getText(source);
  const text = isList ? `await Promise.all(${written})` : `await ${written}`;
  tell({
    severity: 'warning',
    code: isList ? 'forgotten-await-all' : 'forgotten-await',
    params: { name: nameOf(expression, source) },
    start,
    end,
    ...(canAwait(expression) && { fix: { label: 'Add await', start, end, text } }),
  });
}

/** Looks at what is put into a text. */
export function lookAtPartOfText(expression: ts.Expression, { checker, source, tell }: Looking): void {
  if (!isPromise(checker.getTypeAtLocation(expression))) return;
  const { start, end } = placeOf(expression, source);
  const inTemplate = ts.isTemplateSpan(expression.parent);
  const written = `await ${expression.getText(source)}`;
  tell({
    severity: 'warning',
    code: 'promise-as-text',
    params: { name: nameOf(expression, source) },
    start,
    end,
    ...(canAwait(expression) && {
      fix: { label: 'Add await', start, end, text: inTemplate ? written : `(${written})` },
    }),
  });
}
