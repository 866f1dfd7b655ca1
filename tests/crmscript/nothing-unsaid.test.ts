import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/crmscript/compile.ts';
import { parse } from '../../src/crmscript/syntax/parse.ts';
import { Problems } from '../../src/crmscript/syntax/problems.ts';
import { scan } from '../../src/crmscript/syntax/scanner.ts';
import type { Token } from '../../src/crmscript/syntax/token.ts';
import { printItems } from './print.ts';
import { library } from './run-source.ts';

/*
 * Where the parser mends what is wrong and goes on, it has to say so. A program with another token in it either
 * has a message or is read as it is written: what is printed of its tree has the same tokens.
 */

const folder = join(import.meta.dirname, '../programs');
const programs = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.crmscript'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .filter((source) => !source.includes('%EJSCRIPT') && source.length < 3000);

const words =
  ', ; ( ) { } = == if x Integer 1 "s" . [ ] for else catch and in ? : & new var switch case do finally ++ return => < > `a${1}` as then ! (x,y)=> function $"{x}" final';

const tokensOf = (source: string): readonly Token[] => scan(source, 'main', new Problems());

/** Parentheses, braces and empty statements are printed where they need not stand. */
const written = (source: string): string =>
  tokensOf(source)
    .filter(({ kind, text }) => kind !== 'operator' || !'(){};'.includes(text))
    .map(({ kind, text }) => `${kind} ${text}`)
    .join('\n');

const isSilent = (source: string): boolean => {
  const { diagnostics } = compile(source, {
    file: 'main',
    library,
    includes: () => ({ file: 'part', source: '' }),
  });
  return !diagnostics.some(({ severity, runs }) => severity === 'error' && runs !== true);
};

function* changed(): Generator<string> {
  const pool = words.split(' ');
  let draw = 1;
  for (const [number, source] of programs.entries()) {
    const tokens = tokensOf(source);
    for (let turn = 0; turn < 8; turn++) {
      draw = (draw * 48271 + number) % 2147483647;
      const { start, end } = tokens[draw % tokens.length] ?? { start: 0, end: 0 };
      const word = pool[(draw >> 8) % pool.length] ?? '';
      const rest = source.slice(draw % 3 === 1 ? start : end);
      yield `${source.slice(0, start)} ${draw % 3 === 0 ? '' : word} ${rest}`;
    }
  }
}

describe('a program with another token in it', () => {
  it('has a message, or is read as it is written', () => {
    const programs = [...changed()];
    const silent = programs.filter(isSilent);
    const unsaid = silent.filter(
      (source) => written(printItems(parse(source, 'main', new Problems()).items)) !== written(source),
    );

    expect(programs.length).toBeGreaterThan(1000); // who changes no program finds none unsaid
    expect(silent.length).toBeGreaterThan(100); // and who calls none silent compares none
    expect(silent.length).toBeLessThan(programs.length);
    expect(unsaid).toEqual([]);
  });

  it.each([
    'for (Integer x = 0, y = 1; x < 2; x++) { print(y.toString()); }',
    'for (Integer i = ; 0; i < 201; i++) print("a,b");',
    'for (Integer in = 0; true; ) print("a");',
    'String[] l; for (x in l) { print(x }',
    'function add(a, b) { return a + }',
    'function add(a, b c) { return a; }',
    'Integer? x; x = 1;',
    'String[] l; for (x in f() l) { print(x); }',
    'function f(a) -> { print(a); } f("x");',
  ])('has a message: %s', (source) => {
    expect(isSilent(source)).toBe(false);
  });
});
