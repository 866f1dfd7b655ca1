import ts from 'typescript';
import { placeOf, type Looking } from './joined-diagnostic.ts';

/* What the language's own declarations have and the engine that runs scripts here has not. */

/** Names that the language declares and nothing stands behind. */
export const missing: ReadonlySet<string> = new Set([
  'Intl',
  'SharedArrayBuffer',
  'Atomics',
  'WeakRef',
  'FinalizationRegistry',
]);

/** They are there, and take no notice of the language that they are given. */
const localised = new Set([
  'toLocaleString',
  'toLocaleDateString',
  'toLocaleTimeString',
  'toLocaleLowerCase',
  'toLocaleUpperCase',
  'localeCompare',
]);

/** Looks at a name: of something that is not there when the script runs. */
export function lookAtName(node: ts.Identifier, { checker, source, tell }: Looking): void {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) {
    if (!localised.has(node.text) || !ts.isCallExpression(parent.parent)) return;
    tell({ severity: 'hint', code: 'no-locales', params: { name: node.text }, ...placeOf(node, source) });
    return;
  }
  if (!missing.has(node.text) || ts.isPartOfTypeNode(node)) return;
  const symbol = checker.getSymbolAtLocation(node);
  if (symbol?.declarations?.some((one) => one.getSourceFile() === source) !== false) return;
  tell({ severity: 'hint', code: 'not-there', params: { name: node.text }, ...placeOf(node, source) });
}
