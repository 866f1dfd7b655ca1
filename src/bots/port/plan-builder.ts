import type { Expression, Item, Variable, VariableDeclaration } from '../../crmscript/bound-tree.ts';
import { portAs, portValue } from './expression.ts';
import { indented, member, objectText, rawOf, widest } from './piece.ts';
import { mentions, methodCallOf, type Planned, type MethodCall } from './plan.ts';
import type { Porter } from './porter.ts';
import { behind } from './words-in.ts';

const building =
  /^(?:add(?:String|Integer|Float|Boolean)|push(?:Object|Array)|popLevel|finalize|setPrettyPrint)$/;

/**
 * A JSONBuilder that is filled in a row, in the block that declares it, and only read afterwards, is an object. Between
 * its calls only variables may be declared: what is put into it is then read at the end.
 */
export function planBuilder(
  p: Porter,
  planned: Map<Item, Planned>,
  declaration: VariableDeclaration,
  variable: Variable,
  rest: readonly Item[],
): void {
  const name = declaration.name.text;
  const calls: MethodCall[] = [];
  let after = 0;
  rest.forEach((item, index) => {
    const call = methodCallOf(p, item);
    if (call?.variable !== variable || !building.test(call.name)) return;
    calls.push(call);
    after = index + 1;
  });
  const between = rest.slice(0, after).filter((item) => !calls.some((call) => call.item === item));
  if (calls.length === 0 || between.some((item) => item.kind !== 'variable' || mentions(p, item, name)))
    return;
  const later = rest
    .slice(after)
    .map((item) => p.textOf(item.span))
    .join('\n');
  if (!behind(later, name).every((use) => /^\s*\.\s*getString\b/.test(use))) return;
  const tree = treeOf(p, calls);
  if (tree === undefined) return;
  p.objects.set(variable, tree.indent);
  planned.set(declaration, () => undefined);
  for (const { item } of calls) planned.set(item, () => undefined);
  const last = calls.at(-1);
  if (last === undefined) return;
  planned.set(last.item, (w) => {
    const own = p.names.declare(declaration.name, variable, p.parameters);
    p.column = w.column + `const ${own} = `.length;
    w.line(`const ${own} = ${levelText(p, tree.root, p.column)};`);
  });
}

type Level = {
  readonly kind: 'object' | 'array';
  readonly parts: { readonly key: Expression | undefined; readonly value: Expression | Level }[];
};

const isLevel = (value: Expression | Level): value is Level => 'parts' in value;

/** What the calls build; undefined where a plain object would not say the same. */
function treeOf(
  p: Porter,
  calls: readonly MethodCall[],
): { readonly root: Level; readonly indent: string } | undefined {
  let root: Level | undefined;
  let indent = '0';
  const open: Level[] = [];
  for (const { name, args } of calls) {
    const [key, value] = args;
    if (name === 'setPrettyPrint') {
      if (key?.kind !== 'integer') return undefined;
      indent = key.text;
    } else if (name === 'popLevel') open.pop();
    else if (name === 'finalize') open.length = 0;
    else {
      const level: Level = { kind: name === 'pushArray' ? 'array' : 'object', parts: [] };
      if (name.startsWith('push') && root === undefined) open.push((root = level));
      else {
        if (root === undefined) open.push((root = { kind: 'object', parts: [] }));
        if (open.length === 0) open.push(root);
        open.at(-1)?.parts.push({ key, value: name.startsWith('push') ? level : (value ?? level) });
        if (name.startsWith('push')) open.push(level);
      }
    }
  }
  return root === undefined || repeats(p, root) ? undefined : { root, indent };
}

/** An object has each of its members once, in their order. */
function repeats(p: Porter, level: Level): boolean {
  const keys = level.parts.map(({ key }) => (key?.kind === 'string' ? key.text : ''));
  const isDoubtful = keys.some(
    (key, index) => key === '' || /^\d+$/.test(key) || keys.indexOf(key) !== index,
  );
  if (level.kind === 'object' && isDoubtful) return true;
  return level.parts.some(({ value }) => isLevel(value) && repeats(p, value));
}

function levelText(p: Porter, level: Level, at: number): string {
  const texts = level.parts.map(({ key, value }) => {
    const text = isLevel(value) ? levelText(p, value, 2) : valueText(p, value);
    const raw = key === undefined ? undefined : rawOf(portValue(p, key));
    return level.kind === 'array' ? text : member(raw ?? '', text);
  });
  if (level.kind === 'object') return objectText(texts, at);
  const line = `[${texts.join(', ')}]`;
  if (at + line.length <= widest && !line.includes('\n')) return line;
  return `[\n${texts.map((text) => `  ${indented(text)},\n`).join('')}]`;
}

function valueText(p: Porter, value: Expression): string {
  const type = p.typeOf(value);
  return type === undefined ? portValue(p, value).text : portAs(p, value, type).text;
}
