import { describe, expect, it } from 'vitest';
import { compile } from '../../src/crmscript/compile.ts';
import { library } from './run-source.ts';

/* Parsing never throws and ends: also where something that is mended stands there thousands of times. */

const pieces = [
  'a ',
  'new ',
  'await ',
  'public ',
  'a { ',
  '"s" ) ',
  '(Integer) ',
  '{ ',
  '[ ',
  'not ',
  '`a${',
  '$"{',
  'x ? y : ',
  'x as Integer ',
  'switch (x) { case 1: ',
  'switch (x) { default: ',
  'do { ',
  'try { } finally { ',
  'if a = 1 && ',
  'if (a) && ',
  'for (a, ',
  'for (Integer i = 0, ',
  'foreach (a in ',
  'function f(a, b) { ',
  'List<a> b = new ',
  '(a, b) => ',
  'Integer? ',
];

describe('a piece of a script that stands there thousands of times', () => {
  it.each(pieces)('is read to the end, with a message: %s', (piece) => {
    for (const start of ['', 'x = ']) {
      const { diagnostics } = compile(start + piece.repeat(4000), { file: 'main', library });

      expect(diagnostics.some(({ severity, runs }) => severity === 'error' && runs !== true)).toBe(true);
    }
  });

  it('is checked once where it stands inside itself', () => {
    const source = `Integer[] a; Bool b; if (${'a['.repeat(50)}0${' = b && b]'.repeat(50)} == 1) { }`;
    const { diagnostics } = compile(source, { file: 'main', library });

    expect(diagnostics.length).toBeGreaterThan(0);
  });
});
