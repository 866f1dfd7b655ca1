import * as fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/crmscript/compile.ts';
import { program } from './random-programs.ts';
import { library, runSource } from './run-source.ts';

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
