import * as fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/crmscript/compile.ts';
import { library, runSource } from './run-source.ts';

/* Grammar-based programs: well typed on purpose, so that most of them run. */

const integerNames = ['i', 'j', 'k'];
const textNames = ['s', 't'];

const { integer, text, bool } = fc.letrec<{ integer: string; text: string; bool: string }>((tie) => ({
  integer: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.integer({ min: 0, max: 99 }).map(String),
    fc.constantFrom(...integerNames),
    fc
      .tuple(tie('integer'), fc.constantFrom('+', '-', '*', '/', '%'), tie('integer'))
      .map((parts) => `(${parts.join(' ')})`),
    tie('text').map((value) => `${value}.getLength()`),
    tie('integer').map((value) => `list[${value}]`),
    tie('integer').map((value) => `twice(${value})`),
    fc.constantFrom(...integerNames).map((name) => `${name}++`),
  ),
  text: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom('"a"', "'bc'", '""', '"\\n"'),
    fc.constantFrom(...textNames),
    fc.tuple(tie('text'), tie('text')).map(([a, b]) => `(${a} + ${b})`),
    tie('integer').map((value) => `(${value}).toString()`),
    fc.tuple(tie('text'), tie('integer')).map(([a, b]) => `${a}.subString(${b}, 2)`),
    tie('text').map((value) => `map.get(${value})`),
  ),
  bool: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.constantFrom('true', 'false'),
    fc
      .tuple(tie('integer'), fc.constantFrom('<', '==', '>='), tie('integer'))
      .map((parts) => parts.join(' ')),
    fc.tuple(tie('text'), fc.constantFrom('==', '<'), tie('text')).map((parts) => parts.join(' ')),
    fc.tuple(tie('bool'), tie('bool')).map(([a, b]) => `(${a} || !(${b}))`),
  ),
}));

const { statement } = fc.letrec<{ statement: string }>((tie) => ({
  statement: fc.oneof(
    { maxDepth: 4, depthSize: 'medium' },
    fc
      .tuple(fc.constantFrom(...integerNames), fc.constantFrom('=', '+=', '-='), integer)
      .map((parts) => `${parts.join(' ')};`),
    fc.tuple(fc.constantFrom(...textNames), text).map(([name, value]) => `${name} = ${value};`),
    fc.tuple(fc.constantFrom(...textNames), text).map(([name, value]) => `${name}.append(${value});`),
    text.map((value) => `print(${value});`),
    fc.tuple(text, text).map(([key, value]) => `map.insert(${key}, ${value});`),
    integer.map((value) => `list.pushBack(${value});`),
    fc
      .tuple(bool, tie('statement'), tie('statement'))
      .map(([test, a, b]) => `if (${test}) { ${a} } else { ${b} }`),
    fc
      .tuple(bool, tie('statement'))
      .map(([test, body]) => `while (${test}) { ${body} k++; if (k > 20) break; }`),
    fc.tuple(tie('statement'), tie('statement')).map(([a, b]) => `try { ${a} } catch { print(error); ${b} }`),
    tie('statement').map((body) => `foreach (Integer i in list) { ${body} }`),
    text.map((value) => `throw ${value};`),
    fc.constant('s = "x".regexp("(a|x)+")[0];'),
  ),
}));

const program = fc.array(statement, { minLength: 1, maxLength: 12 }).map(
  (statements) => `Integer i; Integer j = 2; Integer k; String s; String t = "t"; Map map; Integer[3] list;
Integer twice(Integer n) { if (n > 50) return twice(n - 50); return n * 2; }
${statements.join('\n')}`,
);

const budget = 3000;

describe('any well-formed program', () => {
  it('runs to an end without a host exception, the same each time, within its budget', () => {
    fc.assert(
      fc.property(program, (source) => {
        const first = runSource(source, { limits: { price: budget } });
        const second = runSource(source, { limits: { price: budget } });

        expect(first.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(second).toEqual(first);
        expect(first.result?.price).toBeLessThanOrEqual(budget);
      }),
      { numRuns: 500 },
    );
  });

  it('needs exactly the budget that it is said to have used', () => {
    fc.assert(
      fc.property(program, (source) => {
        const { result } = runSource(source, { limits: { price: budget } });
        fc.pre(
          result !== undefined &&
            result.failure === undefined &&
            result.price > 1 &&
            !source.includes('regexp'),
        );
        const { price } = result;

        expect(runSource(source, { limits: { price } }).result).toEqual(result);
        expect(runSource(source, { limits: { price: price - 1 } }).result?.failure?.kind).toBe(
          'StatementLimit',
        );
      }),
      { numRuns: 100 },
    );
  });
});

const folder = fileURLToPath(new URL('../programs/', import.meta.url));
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.crmscript'))
  .map((name) => readFileSync(folder + name, 'utf8'));

const check = (source: string) => compile(source, { file: 'main', library });

describe('any text', () => {
  const noise = fc.constantFrom(
    ...Array.from('(){}[];.,"\'=+-*/!<>#\\\n'),
    '/*',
    '//',
    'if',
    'for',
    'struct',
    'Integer x',
    'try',
    'catch',
    '1e',
    '0x',
  );

  it('compiles to diagnostics or a program, never to an exception', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sources),
        fc.array(fc.tuple(fc.nat(4000), fc.nat(6), noise), { maxLength: 6 }),
        (source, edits) => {
          let mutated = source;
          for (const [at, cut, put] of edits) {
            const place = at % (mutated.length + 1);
            mutated = mutated.slice(0, place) + put + mutated.slice(place + cut);
          }
          const { diagnostics, program: made } = check(mutated);

          const refused = diagnostics.some(({ severity, runs }) => severity === 'error' && runs !== true);
          expect(made === undefined).toBe(refused);
          for (const { span } of diagnostics) {
            expect(span.line).toBeGreaterThanOrEqual(1);
            expect(span.column).toBeGreaterThanOrEqual(1);
          }
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('with a quote that was left out comes to an end', () => {
    const { diagnostics } = check(
      `String s'bc";\nprintLine(s[0]);\n// x errostruct2:11): Only arrays; \nis is String. Use subString(index, 1).`,
    );

    expect(diagnostics.length).toBeGreaterThan(0);
  });

  it.each(['if * 2;', 'if=3;', 'if+2;', 'while+"";'])(
    'is not taken for a condition in silence: %s',
    (source) => {
      const { diagnostics, program: made } = check(source);

      expect([diagnostics[0]?.code, made]).toEqual(['expected', undefined]);
    },
  );

  it('of any characters does so too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (source) => {
        expect(() => check(source)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['open parentheses', '('],
    ['open blocks', '{'],
    ['nested ifs', 'if (true) '],
    ['else ifs', 'if (true) {} else '],
    ['minus signs', '-'],
    ['exclamation marks', '!'],
    ['open brackets', 'a['],
    ['broken declarations', 'a[ if '],
    ['quotes', '"\\"\n'],
    ['single quotes', "'\\'\n"],
    ['comment starts', '/*'],
    ['chained calls', 'a.b().'],
    ['assignments', 'a = '],
    ['foreign words', 'switch (a) {'],
    ['type brackets', 'Integer[]'],
    ['unknown names', 'abcdefgh = ijklmnop;\n'],
    ['functions without a type', 'f(a) {'],
    ['misspelt loops', 'whlie (a) {'],
    ['handlers with a parameter', 'try { } catch (e) { e;'],
    ['foreign loops', 'do { a; '],
    ['conditional expressions', 'a ? b : '],
    ['lists', 'x = [a, '],
    ['comma declarations', 'Integer a, b, '],
    ['joined texts', 'print("a" b '],
    ['loops over arrays', 'for (a of b) '],
    ['unclosed functions', 'Void f() {\n  a;\n'],
    ['closing braces', '}\n'],
    ['lines with a quote', 'print("a);\n'],
    ['remarks of other languages', '# a\n'],
    ['typed quotes', '“a” '],
  ])('takes time in proportion to its length: %s', (_name, piece) => {
    const time = (length: number): number => {
      const source = piece.repeat(Math.ceil(length / piece.length));
      const start = performance.now();
      check(source);
      return performance.now() - start;
    };
    time(2000);

    // Quadratic work on this much text would take tens of seconds.
    expect(time(100_000)).toBeLessThan(3000);
  });
});
