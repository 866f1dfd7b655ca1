import { describe, expect, it } from 'vitest';
import { outline, type OutlineItem } from '../../src/crmscript/outline.ts';

const shown = (source: string, items = outline(source)): readonly string[] =>
  items.flatMap((item: OutlineItem) => [
    `${item.kind} ${item.name}: ${item.detail}`.trimEnd(),
    ...shown(source, item.children as OutlineItem[]).map((line) => `  ${line}`),
  ]);

const script = `#include "tools";
Integer count = 1;
struct Person {
  String name;
  String greet(Integer times, String[] words) { return "Hi"; }
};
Void main() { Integer inside; }
main();
`;

describe('the outline', () => {
  it('has what is declared at the top, with its types', () => {
    expect(shown(script)).toEqual([
      'include tools:',
      'variable count: Integer',
      'struct Person:',
      '  field name: String',
      '  method greet: (Integer times, String[] words) String',
      'function main: () Void',
    ]);
  });

  it('says where each declaration, and the name in it, stands', () => {
    const flat = outline(script).flatMap((item) => [item, ...item.children]);
    for (const { name, nameStart, nameEnd } of flat) expect(script.slice(nameStart, nameEnd)).toBe(name);
    const struct = flat.find(({ name }) => name === 'Person');
    expect(script.slice(struct?.start, struct?.end)).toMatch(/^struct Person \{[^]*\}$/);
    const main = flat.find(({ name }) => name === 'main');
    expect(script.slice(main?.start, main?.end)).toBe('Void main() { Integer inside; }');
  });

  it.each([
    ['a statement that is not finished', 'Void a() { if ( }\nVoid b() { }', ['a', 'b']],
    ['a brace that is missing', 'Void a() {\n  print("");\n\nVoid b() { }', ['a']],
    ['a word that stands alone', 'Void a() { }\nfoo bar baz\nVoid b() { }', ['a', 'b']],
    ['a text that has no end', 'Void a() { }\nString s = "x', ['a', 's']],
  ])('is there while the script has %s', (_what, source, names) => {
    expect(outline(source).map(({ name }) => name)).toEqual(expect.arrayContaining(names));
  });

  it('of nothing is nothing', () => {
    expect(outline('')).toEqual([]);
  });
});
