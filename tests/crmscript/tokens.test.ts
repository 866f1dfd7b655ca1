import { expect, it } from 'vitest';
import { inlays } from '../../src/crmscript/inlays.ts';
import { tokens } from '../../src/crmscript/tokens.ts';
import { toldPrograms } from './program-files.ts';
import { edited } from './programs-at-hand.ts';
import { library } from './run-source.ts';

const typed = (source: string): readonly string[] =>
  tokens(edited(source).script).map(({ start, end, type, modifiers }) =>
    [source.slice(start, end), type, ...modifiers].join(' '),
  );

it('names are what they mean', () => {
  expect(
    typed('struct P { Integer age; };\nP p;\nInteger f(P q) { return q.age + "a".getLength(); }'),
  ).toEqual([
    'struct keyword',
    'P struct declaration',
    'Integer type defaultLibrary',
    'age property declaration',
    'P struct',
    'p variable declaration global',
    'Integer type defaultLibrary',
    'f function declaration',
    'P struct',
    'q parameter declaration',
    'return keyword',
    'q parameter',
    'age property',
    '+ operator',
    '"a" string',
    'getLength method defaultLibrary',
  ]);
});

it('comments, directives and what means nothing have a type, too', () => {
  expect(typed('#include "tools"; // a\nfoo(bar.baz); /* b')).toEqual([
    '#include macro',
    '"tools" string',
    '// a comment',
    'foo function',
    'bar variable',
    'baz property',
    '/* b comment',
  ]);
});

it('in a page only its code has types', () => {
  expect(typed('%EJSCRIPT_START%<b><% print("a"); // c %></b>%EJSCRIPT_END%')).toEqual([
    'print function defaultLibrary',
    '"a" string',
    '// c  comment',
  ]);
});

it('they are in order and none overlaps', () => {
  for (const [name, source] of toldPrograms) {
    let before = 0;
    for (const { start, end } of tokens({ source, file: 'main', library })) {
      expect(start >= before && end > start && end <= source.length, name).toBe(true);
      before = end;
    }
  }
});

const hinted = (source: string): string =>
  [...inlays(edited(source).script, 0, source.length)].reduceRight(
    (text, { offset, text: put }) => `${text.slice(0, offset)}‹${put}›${text.slice(offset)}`,
    source,
  );

it('names of parameters stand before arguments that do not say it themselves', () => {
  const declared = 'Void send(String customer, Integer amount, Bool now) { }\nString customer; Integer n;\n';
  expect(hinted(`${declared}send("Ann", 5, true);`)).toBe(
    `${declared}send(‹customer:›"Ann", ‹amount:›5, ‹now:›true);`,
  );
  expect(hinted(`${declared}send(customer, n, false);`)).toBe(
    `${declared}send(customer, ‹amount:›n, ‹now:›false);`,
  );
  expect(hinted('print("a");')).toBe('print("a");');
});

it('they are only those between two places', () => {
  const source = 'Void f(Integer from, Integer upTo) { }\nf(1, 2);\nf(3, 4);';
  const start = source.indexOf('f(3');
  expect(inlays(edited(source).script, start, source.length)).toHaveLength(2);
});
