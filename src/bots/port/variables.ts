import type { Expression, Type, VariableDeclaration } from '../../crmscript/bound-tree.ts';
import { defaultOrNothing, defaultText } from './defaults.ts';
import { portAs, portValue } from './expression.ts';
import { keyOf } from './facts.ts';
import { keptNull } from './operators.ts';
import type { Porter } from './porter.ts';
import { isSeen, startsNull } from './types.ts';
import { isWide } from './wide.ts';
import { hasWord } from './words-in.ts';

type Declared = Pick<VariableDeclaration, 'type' | 'name' | 'value'>;

/** The sizes that a declaration gives: `T[5][]` has one. */
function sizesIn({ type }: Declared): readonly Expression[] {
  const end = type.sizes.findIndex((size) => size === undefined);
  return type.sizes.slice(0, end < 0 ? undefined : end).filter((size) => size !== undefined);
}

/** An array of so many elements, each with what its type begins with. */
function sized(p: Porter, sizes: readonly Expression[], type: Type): string {
  const [size, ...rest] = sizes;
  if (size === undefined || type.kind !== 'array') return defaultText(p, type);
  return `Array.from({ length: ${portValue(p, size).text} }, () => ${arrow(sized(p, rest, type.element))})`;
}

const arrow = (text: string): string => (text.startsWith('{') ? `(${text})` : text);

/** What a declaration gives its variable, and the type where TypeScript would see another. */
export type Initial = { readonly text: string; readonly annotation: string | undefined };

/** The first value of a variable or field. `key` is where it is declared. */
export function initialOf(p: Porter, node: Declared, type: Type, key: string, isField: boolean): Initial {
  const sizes = sizesIn(node);
  const isNullable = p.facts.has('nullable', key) && (startsNull(type) || node.value !== undefined);
  if (sizes.length > 0) {
    if (sizes.every(({ kind }) => kind === 'integer')) {
      p.facts.setSizes(
        key,
        sizes.map((size) => (size.kind === 'integer' ? Number(size.text) : 0)),
      );
    }
    return {
      text: sized(p, sizes, type),
      annotation: sizes.length < node.type.sizes.length ? p.typeText(type) : undefined,
    };
  }
  if (node.value === undefined) {
    if (isNullable) return { text: 'null', annotation: `${p.typeText(type)} | null` };
    if (type.kind === 'array' && p.facts.has('text', key)) return { text: "''", annotation: undefined };
    const text = defaultOrNothing(p, type);
    if (text !== undefined)
      return { text, annotation: isSeen(type) || text.startsWith('soApi') ? undefined : p.typeText(type) };
    const what = `${type.name} ${node.name.text}`;
    return { text: p.missing(node.name.span, codeOf(type), { what }).text, annotation: 'any' };
  }
  const { value } = node;
  if (isWide(p, value)) p.facts.add('wide', key);
  const given = portAs(p, value, type, isNullable);
  if (given.isText === true) p.facts.add('text', key);
  if (isNullable) {
    return { text: keptNull(p, value, given).text, annotation: `${p.typeText(type)} | null` };
  }
  return { text: given.text, annotation: isField && given.text === '[]' ? p.typeText(type) : undefined };
}

const codeOf = (type: Type): 'port-search' | 'port-carrier' | 'port-generic' => {
  if (type.kind === 'generic') return 'port-generic';
  return /^(?:SearchEngine|GenericSearch|StringMatrix)$/.test(type.name) ? 'port-search' : 'port-carrier';
};

/** `let x = 1`, without a semicolon: what a loop begins with, too. */
export function portDeclaration(p: Porter, node: VariableDeclaration, always?: 'let'): string {
  const variable = p.tree.variableOf(node.name);
  if (variable === undefined) return p.missing(node.span, 'port-missing', { what: p.textOf(node.span) }).text;
  const key = keyOf(node.name.span);
  const { text, annotation } = initialOf(p, node, variable.type, key, false);
  const name = p.names.declare(node.name, variable, namesIn(p, node.name.text, text));
  const word = always ?? (p.facts.has('assigned', key) ? 'let' : 'const');
  return `${word} ${name}${annotation === undefined ? '' : `: ${annotation}`} = ${text}`;
}

export const portVariable = (p: Porter, node: VariableDeclaration): string => `${portDeclaration(p, node)};`;

/** Names that the variable cannot have: of a parameter in whose function it stands, or in what it begins with. */
function namesIn(p: Porter, own: string, text: string): ReadonlySet<string> {
  const avoid = new Set(p.parameters);
  const bare = text.replaceAll(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|\.\w+|\b\w+:/g, '');
  if (hasWord(bare, own)) avoid.add(own);
  return avoid;
}
