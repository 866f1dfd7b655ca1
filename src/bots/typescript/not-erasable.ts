import ts from 'typescript';
import { placeOf, type JoinedDiagnostic, type Looking } from './joined-diagnostic.ts';

const isDeclared = (node: ts.Node): boolean =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword);

/** TypeScript's number for syntax that leaves something behind when types are taken away. */
export const notErasable = 1294;

/** Looks for syntax of TypeScript that is more than types: it cannot be taken away. */
export function lookForNotErasable(node: ts.Node, looking: Looking): void {
  const { source, tell } = looking;
  const say = (at: ts.Node, code: string, name = '', fix?: JoinedDiagnostic['fix']): void => {
    const { start, end } = placeOf(at, source);
    tell({ severity: 'error', code, params: { name }, start, end, ...(fix && { fix }) });
  };
  if (ts.isEnumDeclaration(node) && !isDeclared(node)) {
    say(node.name, 'no-enum', node.name.text, enumAsObject(node, source));
  } else if (ts.isModuleDeclaration(node) && !isDeclared(node) && node.body !== undefined) {
    const isInside = ts.isModuleBlock(node.parent) || ts.isModuleDeclaration(node.parent);
    if (!isInside && hasValues(node.body)) say(node.name, 'no-namespace', node.name.text);
  } else if (ts.isParameter(node) && ts.isParameterPropertyDeclaration(node, node.parent)) {
    say(node, 'no-parameter-property', node.name.getText(source));
  } else if (ts.isImportEqualsDeclaration(node) && !node.isTypeOnly) {
    say(node, 'no-import-equals');
  } else if (ts.isTypeAssertionExpression(node)) {
    const { start, end } = placeOf(node, source);
    const { expression, type } = node;
    const text = `(${expression.getText(source)} as ${type.getText(source)})`;
    say(node, 'no-type-syntax', '', { label: 'Write it with as', start, end, text });
  }
}

/** A namespace of types alone leaves nothing behind. */
function hasValues(body: ts.ModuleBody): boolean {
  if (!ts.isModuleBlock(body)) return true;
  return body.statements.some(
    (one) => !ts.isInterfaceDeclaration(one) && !ts.isTypeAliasDeclaration(one) && !isDeclared(one),
  );
}

/** An enum whose members are all known, as an object of constants and the type of its values. */
function enumAsObject(node: ts.EnumDeclaration, source: ts.SourceFile): JoinedDiagnostic['fix'] {
  const lines: string[] = [];
  let next = 0;
  for (const { name, initializer } of node.members) {
    if (initializer === undefined) {
      if (Number.isNaN(next)) return undefined;
      lines.push(`  ${name.getText(source)}: ${String(next)},`);
      next += 1;
      continue;
    }
    if (!ts.isNumericLiteral(initializer) && !ts.isStringLiteralLike(initializer)) return undefined;
    lines.push(`  ${name.getText(source)}: ${initializer.getText(source)},`);
    next = ts.isNumericLiteral(initializer) ? Number(initializer.text) + 1 : NaN;
  }
  const { start, end } = placeOf(node, source);
  const isExported = (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  const exported = isExported ? 'export ' : '';
  const name = node.name.text;
  const text = `${exported}const ${name} = {\n${lines.join('\n')}\n} as const;\n${exported}type ${name} = (typeof ${name})[keyof typeof ${name}];`;
  return { label: 'Write it as an object', start, end, text };
}
