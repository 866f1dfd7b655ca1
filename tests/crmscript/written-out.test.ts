import { describe, expect, it } from 'vitest';
import { runSource } from './run-source.ts';

const ran = (source: string) => {
  const { diagnostics, output, result } = runSource(source);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return { output, statements: result?.statements, failure: result?.failure?.text };
};

/* What the compiler writes out for speed does what the general way does. */
describe('conditions of a local variable and a constant', () => {
  it('take an Integer without a value as 0', () => {
    const source = `String f(Integer n) { String s; if (n < 1) s += "<"; if (n <= 0) s += "l"; if (n == 0) s += "="; return s; }
Integer none; print(f(none) + "|" + f(1) + "|" + f(-1));`;
    expect(ran(source).output).toBe('<l=||<l');
  });

  it('count as one statement, whether true or not', () => {
    const of = (n: number) => ran(`Void f(Integer n) { if (n < 1) n = 5; }\nf(${String(n)});`).statements;
    expect(of(2)).toBe(2);
    expect(of(0)).toBe(3);
  });
});

describe('a call with a local variable and a constant', () => {
  it('wraps at 32 bits and takes no value as 0', () => {
    const source = `Integer same(Integer n) { return n; }
Integer down(Integer n) { return same(n - 1); }
Integer up(Integer n) { return same(n + 2147483647); }
Integer none; print(down(-2147483647 - 1).toString() + " " + up(1).toString() + " " + down(none).toString());`;
    expect(ran(source).output).toBe('2147483647 -2147483648 -1');
  });
});

describe('division of Integers', () => {
  it('cuts towards zero and keeps the sign of the dividend', () => {
    const source = `Integer none; print((-7 / 2).toString() + " " + (-7 % 3).toString() + " " + (7 % -3).toString() + " " + (none / 3).toString() + (none % 3).toString());`;
    expect(ran(source).output).toBe('-3 -1 1 00');
  });

  it('by a value that is missing is a division by zero', () => {
    expect(ran('Integer none; Integer n = 5 % none;').failure).toBe('Division by zero.');
    expect(ran('Integer none; Integer n = 5 / none;').failure).toBe('Division by zero.');
  });
});

describe('sorting texts', () => {
  it('goes by code units, upper case first, with and without a missing value', () => {
    const source = (extra: string) => `String[] list; String none;
list.pushBack("b"); list.pushBack("Z"); list.pushBack("10"); list.pushBack("a"); list.pushBack("9"); ${extra}
list.sort(); print(list.buildString(","));`;
    expect(ran(source('')).output).toBe('10,9,Z,a,b');
    expect(ran(source('list.pushBack(none);')).output).toBe(',10,9,Z,a,b');
  });
});

describe('counting in a Map', () => {
  it('keeps what is not a number out of the sum, and goes back to the first key', () => {
    const source = `Map m; m.insert("a", "x"); m.insert("b", "2"); m.first(); m.next();
m.increaseValueForKey("a", 3); m.increaseValueForKey("b", 3); m.increaseValueForKey("0", 1);
for (m.first(); !m.eof(); m.next()) print(m.getKey() + "=" + m.getVal() + " ");`;
    expect(ran(source).output).toBe('0=1 a=3 b=5 ');
  });
});
