import * as fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/crmscript/compile.ts';
import { diagnoseErrors } from '../../src/crmscript/diagnose.ts';
import type { Diagnostic } from '../../src/crmscript/diagnostic.ts';
import { Problems } from '../../src/crmscript/syntax/problems.ts';
import { scan } from '../../src/crmscript/syntax/scanner.ts';
import { library } from './run-source.ts';

/* Valid programs with one or a few tokens changed: what a slip of the hand makes of them. */

const folder = join(import.meta.dirname, '../programs');
const check = (source: string): readonly Diagnostic[] => diagnoseErrors(source, { file: 'main', library });
const errorsOf = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.filter(({ severity, runs }) => severity === 'error' && runs !== true);

/** Whether it does not compile, as far as those know who load no fixes. */
const isRefused = (source: string): boolean =>
  compile(source, { file: 'main', library }).program === undefined;

const programs = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.crmscript'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .filter((source) => !source.includes('%EJSCRIPT') && errorsOf(check(source)).length === 0);

type Place = { readonly start: number; readonly end: number };
const tokensOf = (source: string): Place[] => scan(source, 'main', new Problems()).slice(0, -1);

const cut = (source: string, { start, end }: Place): string => source.slice(0, start) + source.slice(end);

/** The place that line and column say. */
function offsetOf(source: string, line: number, column: number): number {
  const starts = [0, ...[...source.matchAll(/\r\n|\r|\n/g)].map(({ index, 0: end }) => index + end.length)];
  return (starts[line - 1] ?? NaN) + column - 1;
}

function expectInOrderAndInside(source: string, diagnostics: readonly Diagnostic[]): void {
  let last = 0;
  for (const { span, fix, message } of diagnostics) {
    expect(span.start).toBeGreaterThanOrEqual(last);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    expect(span.end).toBeLessThanOrEqual(source.length);
    expect(offsetOf(source, span.line, span.column), message).toBe(span.start);
    expect(fix === undefined || (fix.start <= fix.end && fix.end <= source.length)).toBe(true);
    last = span.start;
  }
}

describe('a script that ends in the middle of a statement', () => {
  it.each([
    'Integer n; n++',
    'Integer n; n =>',
    'Integer n; if (n ==',
    'Bool b; b = b &&',
    'Integer n; n ->',
    '--',
  ])('has no mistake behind its end: %s', (source) => {
    const diagnostics = check(source);

    expect(diagnostics.length).toBeGreaterThan(0);
    expectInOrderAndInside(source, diagnostics);
  });
});

/** How many errors there are for each token that is left out; every fifteenth of each program. */
function deletions(): number[] {
  const counts: number[] = [];
  programs.forEach((source, shift) => {
    tokensOf(source).forEach((token, index) => {
      if ((index + shift) % 15 > 0) return;
      const found = errorsOf(check(cut(source, token))).length;
      if (found > 0) counts.push(found);
    });
  });
  return counts;
}

describe('a program without one of its tokens', () => {
  it('has one mistake, and nearly always one message', () => {
    const counts = deletions();
    const average = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    const single = counts.filter((count) => count === 1).length / counts.length;

    expect(counts.length).toBeGreaterThan(500);
    expect(average).toBeLessThan(1.1);
    expect(single).toBeGreaterThan(0.95);
    expect(Math.max(...counts)).toBeLessThanOrEqual(10);
  });
});

describe('a program with a few tokens deleted, doubled, swapped or put in', () => {
  const strays = [
    '(',
    ')',
    '{',
    '}',
    '[',
    ']',
    ';',
    ',',
    '.',
    '"',
    '=',
    '+',
    'if',
    'else',
    'Integer',
    'x',
    '1',
    'for',
  ];
  const change = fc.tuple(
    fc.constantFrom('delete', 'double', 'swap', 'insert'),
    fc.nat(),
    fc.constantFrom(...strays),
  );

  function changed(source: string, kind: string, at: number, stray: string): string {
    const tokens = tokensOf(source);
    const first = tokens[at % Math.max(1, tokens.length)];
    const second = tokens[(at % Math.max(1, tokens.length)) + 1];
    if (first === undefined) return source;
    const text = source.slice(first.start, first.end);
    if (kind === 'delete') return cut(source, first);
    if (kind === 'double') return `${source.slice(0, first.end)} ${text}${source.slice(first.end)}`;
    if (kind === 'insert') return `${source.slice(0, first.start)}${stray} ${source.slice(first.start)}`;
    if (second === undefined) return source;
    const between = source.slice(first.end, second.start);
    return `${source.slice(0, first.start)}${source.slice(second.start, second.end)}${between}${text}${source.slice(second.end)}`;
  }

  it('is judged without an exception, in the order of the text, as strictly as by the grammar, and every quick fix can be taken', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...programs),
        fc.array(change, { minLength: 1, maxLength: 3 }),
        (source, changes) => {
          const mutated = changes.reduce((text, [kind, at, stray]) => changed(text, kind, at, stray), source);
          const diagnostics = check(mutated);
          expectInOrderAndInside(mutated, diagnostics);
          expect(errorsOf(diagnostics).length > 0).toBe(isRefused(mutated));
          for (const { fix } of diagnostics.slice(0, 3)) {
            if (fix === undefined) continue;
            const mended = mutated.slice(0, fix.start) + fix.text + mutated.slice(fix.end);
            expect(() => check(mended)).not.toThrow();
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
