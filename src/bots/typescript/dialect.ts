import ts from 'typescript';
import { editDistance } from '../../engine/edit-distance.ts';
import { placeOf, typeName, type Looking } from './joined-diagnostic.ts';
import { hasRewrite, rewriteOf } from './rewrites.ts';

/* What is known in SuperOffice's dialect and not here, and the other way round: `bot.d.ts` says which, by tags. */

/** Whether a symbol, or the type of which it is a member, has a tag. */
export function hasTag(symbol: ts.Symbol | undefined, tag: string): boolean {
  return (symbol?.declarations ?? []).some((one) =>
    [one, one.parent].some(
      (node) =>
        (node === one || ts.isInterfaceDeclaration(node)) &&
        ts.getJSDocTags(node).some(({ tagName }) => tagName.text === tag),
    ),
  );
}

/** Looks at a call: of what is ours, and of what needs a server. */
export function lookAtCall(node: ts.CallExpression, looking: Looking): void {
  const { checker, source, tell } = looking;
  const { expression } = node;
  const isMethod = ts.isPropertyAccessExpression(expression);
  const name = isMethod ? expression.name : expression;
  const declaration = checker.getResolvedSignature(node)?.declaration;
  const symbol = checker.getSymbolAtLocation(name);
  const { start, end } = placeOf(name, source);
  const isOurs = hasTag(symbol, 'ours');
  const receiver = isMethod ? checker.getTypeAtLocation(expression.expression) : undefined;
  if (isOurs) {
    const own = (isMethod ? '.' : '') + name.getText(source);
    const rewritten = rewriteOf(node, source);
    tell({
      severity: 'warning',
      code: hasRewrite(own) ? 'not-in-dialect' : 'not-in-dialect-nor-else',
      params: { name: name.getText(source) },
      start,
      end,
      ...(rewritten && { fix: { label: "Write it in SuperOffice's dialect", ...rewritten } }),
    });
    return;
  }
  const isServers = typeName(receiver) === 'NotOfflineAgent' || isArchiveCall(receiver, declaration);
  if (!isMethod || !isServers) return;
  const agent = /get(\w+)\(\)$/.exec(expression.expression.getText(source))?.[1];
  const full = agent === undefined ? name.getText(source) : `${agent}.${name.getText(source)}`;
  const [, entity] = /^(?:get|save|delete)(\w+?)(?:List)?Async$/.exec(name.getText(source)) ?? [];
  // A table of the workspace with the carrier's name stands in for the server.
  const params = { name: full, ...(entity !== undefined && { table: `NS${entity}` }) };
  tell({ severity: 'warning', code: 'not-available-offline', params, start, end });
}

/** Of the agent that searches, what it inherits needs a server. */
const isArchiveCall = (type: ts.Type | undefined, declaration: ts.Node | undefined): boolean =>
  typeName(type) === 'ArchiveAgent' && declaration !== undefined && !ts.isMethodSignature(declaration);

/** Looks at `inputValues["…"]` and `getInputValue("…")`: a name that is nearly one that the chat's events give. */
export function lookAtInput(node: ts.Node, looking: Looking): void {
  const literal = inputIn(node, looking.checker);
  if (literal === undefined) return;
  const names = inputNames(looking.checker, looking.source);
  if (names.length === 0 || names.includes(literal.text)) return;
  const wanted = literal.text.toLowerCase();
  const isCall = ts.isCallExpression(node);
  const near =
    names.find((name) => name.toLowerCase() === wanted) ??
    names.find((name) => wanted.length < 60 && editDistance(name.toLowerCase(), wanted) <= 2);
  if (near === undefined || (isCall && near.toLowerCase() === wanted)) return; // a method finds it in any letter case
  const { start, end } = placeOf(literal, looking.source);
  looking.tell({
    severity: 'warning',
    code: 'unknown-input',
    params: { name: literal.text, near },
    start,
    end,
    fix: { label: `Change to "${near}"`, start: start + 1, end: end - 1, text: near },
  });
}

function inputIn(node: ts.Node, checker: ts.TypeChecker): ts.StringLiteralLike | undefined {
  if (ts.isElementAccessExpression(node)) {
    const { argumentExpression, expression } = node;
    if (!ts.isStringLiteralLike(argumentExpression)) return undefined;
    return typeName(checker.getTypeAtLocation(expression)) === 'InputValues' ? argumentExpression : undefined;
  }
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const [first] = node.arguments;
  if (node.expression.name.text !== 'getInputValue' || first === undefined) return undefined;
  return ts.isStringLiteralLike(first) ? first : undefined;
}

const known = new WeakMap<ts.TypeChecker, readonly string[]>();

/** The names that `bot.d.ts` says the events give. */
function inputNames(checker: ts.TypeChecker, source: ts.SourceFile): readonly string[] {
  const [symbol] = checker
    .getSymbolsInScope(source, ts.SymbolFlags.Interface)
    .filter(({ name }) => name === 'InputValues');
  const found =
    known.get(checker) ??
    (symbol === undefined
      ? []
      : checker
          .getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol))
          .map(({ name }) => name)
          .filter((name) => !name.startsWith('__')));
  known.set(checker, found);
  return found;
}
