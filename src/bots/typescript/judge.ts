import ts from 'typescript';
import { isPromise, lookAtPartOfText, lookAtStatement } from './awaits.ts';
import { lookAtCall, lookAtInput } from './dialect.ts';
import type { JoinedDiagnostic, Looking } from './joined-diagnostic.ts';
import { lookAtName } from './missing-here.ts';
import { lookForNotErasable } from './not-erasable.ts';

/** What this project has to say about a script besides what TypeScript says. */
export function judge(checker: ts.TypeChecker, source: ts.SourceFile): readonly JoinedDiagnostic[] {
  const found: JoinedDiagnostic[] = [];
  const looking: Looking = { checker, source, tell: (one) => found.push(one) };
  const look = (node: ts.Node): void => {
    lookAt(node, looking);
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

function lookAt(node: ts.Node, looking: Looking): void {
  lookForNotErasable(node, looking);
  lookAtInput(node, looking);
  if (ts.isExpressionStatement(node)) lookAtStatement(node, looking);
  else if (ts.isTemplateSpan(node)) lookAtPartOfText(node.expression, looking);
  else if (ts.isBinaryExpression(node)) lookAtSum(node, looking);
  else if (ts.isCallExpression(node)) lookAtCall(node, looking);
  else if (ts.isIdentifier(node)) lookAtName(node, looking);
}

/** A text and a promise, put together. */
function lookAtSum({ operatorToken, left, right }: ts.BinaryExpression, looking: Looking): void {
  const { PlusToken, PlusEqualsToken } = ts.SyntaxKind;
  if (operatorToken.kind !== PlusToken && operatorToken.kind !== PlusEqualsToken) return;
  const isText = (one: ts.Expression) =>
    (looking.checker.getTypeAtLocation(one).flags & ts.TypeFlags.StringLike) !== 0;
  const isLate = (one: ts.Expression) => isPromise(looking.checker.getTypeAtLocation(one));
  if (isText(left) && isLate(right)) lookAtPartOfText(right, looking);
  if (isText(right) && isLate(left)) lookAtPartOfText(left, looking);
}
