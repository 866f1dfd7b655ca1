import fc from 'fast-check';
import { expect, it } from 'vitest';
import { selections } from '../../src/crmscript/selections.ts';
import { toldPrograms } from './program-files.ts';
import { edited } from './programs-at-hand.ts';

function grown(marked: string): readonly string[] {
  const { script, offset } = edited(marked);
  return selections(script.source, offset).map(({ start, end }) => script.source.slice(start, end));
}

it('a selection grows by what belongs together', () => {
  expect(grown('Void f() {\n  g(a, b + c|ount * 2);\n}')).toEqual([
    'count',
    'count * 2',
    'b + count * 2',
    'a, b + count * 2',
    '(a, b + count * 2)',
    'g(a, b + count * 2)',
    'g(a, b + count * 2);',
    '{\n  g(a, b + count * 2);\n}',
    'Void f() {\n  g(a, b + count * 2);\n}',
  ]);
});

it('it takes what a text holds before the text', () => {
  expect(grown('print("a |b");').slice(0, 2)).toEqual(['a b', '"a b"']);
});

it('it takes a whole "if" after its branch', () => {
  expect(grown('if (a) { |f(); } else g();')).toContain('if (a) { f(); }');
});

it('each range lies in the next one, and the last is all', () => {
  const sources = [...toldPrograms.values()].filter(({ length }) => length < 1500);
  fc.assert(
    fc.property(fc.constantFrom(...sources), fc.nat(), fc.nat(), (whole, cut, at) => {
      const source = whole.slice(0, whole.length - (cut % 40));
      const found = selections(source, at % (source.length + 1));
      expect(found.at(-1)).toEqual({ start: 0, end: source.length });
      found.slice(1).forEach((range, index) => {
        const inner = found[index];
        expect(range.start <= (inner?.start ?? 0) && range.end >= (inner?.end ?? 0)).toBe(true);
      });
    }),
    { numRuns: 200 },
  );
});
