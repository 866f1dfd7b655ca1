import * as fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from '../../src/crmscript/syntax/parse.ts';
import type { Tree } from '../../src/crmscript/syntax/ast.ts';
import { Problems } from '../../src/crmscript/syntax/problems.ts';
import { printItems } from './print.ts';

const folder = join(import.meta.dirname, '../programs');
const programs = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.crmscript'))
  .map((name) => ({ name, source: readFileSync(join(folder, name), 'utf8') }));

function treeOf(source: string): Tree | undefined {
  const problems = new Problems();
  const tree = parse(source, 'main', problems);
  return problems.hasErrors ? undefined : tree;
}

/** The tree without its places. */
const shape = (tree: Tree | undefined): unknown =>
  tree &&
  JSON.parse(JSON.stringify(tree.items, (key, value: unknown) => (/span$/i.test(key) ? undefined : value)));

it.each(programs.filter(({ source }) => treeOf(source) !== undefined))(
  'prints $name so that it parses to the same tree',
  ({ source }) => {
    const tree = treeOf(source);

    const printed = printItems(tree?.items ?? []);

    expect(shape(treeOf(printed))).toEqual(shape(tree));
  },
);

/* Expressions without the parentheses that would say how they bind, and statements within statements. */
const operators = ['||', '&&', '==', '!=', '<', '>=', '+', '-', '*', '/', '%', ' = ', ' += '];
const { statement } = fc.letrec<{ operand: string; expression: string; statement: string }>((tie) => ({
  operand: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.constantFrom('a', 'b', '7', '7L', '1.5', 'true', 'this', '"it\'s \\n"', '\'a "word"\''),
    tie('operand').map((inner) => `! ${inner}`),
    tie('operand').map((inner) => `- ${inner}`),
    tie('expression').map((inner) => `(${inner})`),
    fc.tuple(fc.constantFrom('a', 'f(1)'), tie('expression')).map(([of, by]) => `${of}[${by}]`),
    fc.tuple(tie('expression'), tie('expression')).map(([x, y]) => `f(${x}, ${y}).field.m(${x})`),
    fc.constantFrom('a++', 'a.b--', 'a[0]++'),
  ),
  expression: fc
    .tuple(
      tie('operand'),
      fc.array(fc.tuple(fc.constantFrom(...operators), tie('operand')), { maxLength: 4 }),
    )
    .map(([first, rest]) => first + rest.map(([operator, next]) => ` ${operator} ${next}`).join('')),
  statement: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    tie('expression').map((inner) => `x = ${inner};`),
    tie('expression').map((inner) => `Integer[${inner}][] list = ${inner};`),
    fc.tuple(tie('expression'), tie('statement')).map(([test, body]) => `if (${test}) ${body}`),
    fc
      .tuple(tie('expression'), tie('statement'), tie('statement'))
      .map(([test, body, other]) => `if (${test}) ${body} else ${other}`),
    fc.tuple(tie('expression'), tie('statement')).map(([test, body]) => `for (; ${test}; i++) ${body}`),
    fc.tuple(tie('statement'), tie('statement')).map(([one, two]) => `try { ${one} } catch { ${two} ; }`),
  ),
}));

it('prints any expression and statement so that it parses to the same tree', () => {
  fc.assert(
    fc.property(statement, (source) => {
      const tree = treeOf(source);
      fc.pre(tree !== undefined);
      expect(shape(treeOf(printItems(tree.items)))).toEqual(shape(tree));
    }),
    { numRuns: 300 },
  );
});
