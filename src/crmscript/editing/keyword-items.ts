import type { Position } from './around.ts';
import type { Completion } from './completion.ts';
import type { View } from './lookup.ts';

const keyword = (label: string, distance = 2): Completion => ({ label, kind: 'keyword', distance });
const snippet = (label: string, detail: string, template: string): Completion => ({
  label,
  kind: 'keyword',
  detail,
  template,
  distance: 2,
});

const block = '\n{\n\t${}\n}';

const statements: readonly Completion[] = [
  snippet('if', 'if (…) { … }', `if (\${condition})${block}`),
  snippet(
    'for',
    'for (…; …; …) { … }',
    `for (Integer \${i} = 0; \${i} < \${list}.length(); \${i}++)${block}`,
  ),
  snippet('foreach', 'foreach (… in …) { … }', `foreach (\${String} \${item} in \${list})${block}`),
  snippet('while', 'while (…) { … }', `while (\${condition})${block}`),
  snippet('try', 'try { … } catch { … }', `try${block}\ncatch\n{\n\tprintLine(error);\n}`),
  keyword('return'),
  keyword('throw'),
];

const otherwise = snippet('else', 'else { … }', `else${block}`);

const atTop: readonly Completion[] = [
  snippet('struct', 'struct … { … }', `struct \${Name}\n{\n\t\${String field;}\n};`),
  snippet('function', 'Type name(…) { … }', `\${Void} \${name}(\${String text})${block}`),
];

const expressions: readonly Completion[] = ['true', 'false'].map((label) => ({
  ...keyword(label),
  gives: ['Bool'],
}));

/** The words of the language, with what follows them. */
export function keywordItems(
  position: Position,
  view: View | undefined,
  afterIf: boolean,
): readonly Completion[] {
  if (position !== 'statement') return expressions;
  const loop = view?.inLoop === true ? [keyword('break'), keyword('continue')] : [];
  return [...statements, ...(afterIf ? [otherwise] : []), ...loop, ...(view?.atTop === true ? atTop : [])];
}

export const inItem: Completion = keyword('in', 0);

export const directiveItems: readonly Completion[] = [
  snippet('include', 'another script', 'include "${name}";'),
  snippet('setLanguageLevel', 'mostly 3', 'setLanguageLevel ${3};'),
];
