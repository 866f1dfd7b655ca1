import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { eraseTypes } from '../../src/javascript/erase-types.ts';
import { runJavaScript } from '../support/javascript.ts';

const compilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
  removeComments: true,
  allowJs: true,
};

/** What TypeScript makes of a text, without what says nothing: brackets, blanks, and lines that import. */
function compiled(source: string, fileName: string): string {
  const withoutImports = (text: string) =>
    text
      .replace(/^(?:import|export (?:\{[^}]*\}|\*(?: as \w+)?) from)\b[^;]*;$/gm, '')
      .replace('export {};', '');
  const { outputText, diagnostics = [] } = ts.transpileModule(source, {
    fileName,
    compilerOptions,
    reportDiagnostics: true,
  });
  expect(diagnostics.map(({ messageText }) => messageText)).toEqual([]);
  return withoutImports(outputText)
    .replace('"use strict";', '')
    .replace(/[();\s]/g, '');
}

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .sort()
    .map((name) => `${folder}/${name}`);

describe('a text in TypeScript', () => {
  it('is what TypeScript itself makes of it, all of it where it stood', () => {
    const files = sources('src').filter((_, index) => index % 12 === 0);
    expect(files.length).toBeGreaterThan(30);

    for (const file of files) {
      const source = readFileSync(file, 'utf8');
      const erased = eraseTypes(source);

      expect(erased.problems, file).toEqual([]);
      expect(erased.source.length, file).toBe(source.length);
      expect(erased.source.split('\n').length, file).toBe(source.split('\n').length);
      expect(compiled(erased.source, 'a.js'), file).toBe(compiled(source, 'a.ts'));
    }
  });

  const erasures: readonly (readonly [string, string, string])[] = [
    ['a declaration between statements', 'a = 1\ntype B = number\n(b)()', 'a = 1\n;              \n(b)()'],
    ['an assertion before a bracket', 'x = y as T\n(z)', 'x = y ;   \n(z)'],
    ['the type of an arrow that spans lines', '(a: number):\n  string => a', '(a          \n       ) => a'],
    ['parameters of types that span lines', 'async <\nT>(a: T) => a', 'async (\n   a   ) => a'],
    [
      'modifiers',
      'class A { private readonly a = 1; override b() {} }',
      'class A {                  a = 1;          b() {} }',
    ],
    [
      'a modifier that kept two fields apart',
      'class A { a = 1\n private ["b"] = 2 }',
      'class A { a = 1\n ;       ["b"] = 2 }',
    ],
    [
      'fields that are only declared',
      'class A { declare a: string; abstract b: T; }',
      'class A {                                   }',
    ],
    ['overloads', 'function f(a: 1): void;\nfunction f(a) {}', ';                      \nfunction f(a) {}'],
    ['an annotated this', 'function f(this: A, a?: B) {}', 'function f(         a    ) {}'],
    ['what cannot be null', 'a!.b![0]!', 'a .b [0] '],
    [
      'lines that import',
      "import { a } from 'b'\nimport 'c'; go()",
      ';                    \n;           go()',
    ],
    [
      'exports of other modules',
      "export { a } from 'b'; export const c = 1",
      ';                      export const c = 1',
    ],
    [
      'text that only looks so',
      '`\nimport a from "b"\n`; // enum A {}',
      '`\nimport a from "b"\n`; // enum A {}',
    ],
    ['global declarations', 'declare global { var a: 1 }\ngo()', ';                          \ngo()'],
  ];

  it.each(erasures)('loses %s', (_, source, erased) => {
    expect(eraseTypes(source)).toEqual({ source: erased, problems: [] });
  });

  const refusals: readonly (readonly [string, string, string])[] = [
    ['enum', 'const a = 1;\nenum B { C }', 'enum'],
    ['enum', 'export const enum B { C }', 'enum'],
    ['namespace', 'namespace A { export const b = 1 }', 'namespace'],
    ['namespace', 'export namespace A { export const b = 1 }', 'namespace'],
    ['parameter-property', 'class A { constructor(a: number, private readonly b: B) {} }', 'private'],
    ['import-assignment', 'import a = require("a");', 'import'],
    ['export-assignment', 'export = a;', 'export'],
    ['decorator', '@sealed class A {}', '@'],
    ['syntax', 'let a = (1;', ';'],
  ];

  it.each(refusals)('cannot be run with %s: %s', (code, source, at) => {
    const [problem, ...more] = eraseTypes(source).problems;

    expect({ code: problem?.code, at: source.slice(problem?.start, problem?.end) }).toEqual({ code, at });
    expect(more).toEqual([]);
  });

  it('is refused where it nests more than can be read', () => {
    expect(eraseTypes('('.repeat(200_000)).problems).toMatchObject([{ code: 'too-deep' }]);
  });

  it('fails where it was written', async () => {
    const source = 'type A = { a: number };\nconst f = <T extends A>(x: T): number => (x as A).a;\nf(null!);';

    const { failure } = await runJavaScript(eraseTypes(source).source);

    expect(failure?.stack.map(({ name, line, column }) => [name, line, column])).toEqual([
      ['f', 2, 43],
      ['(script)', 3, 3],
    ]);
  });
});
