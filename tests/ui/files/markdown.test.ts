import { describe, expect, it } from 'vitest';
import { parseMarkdown, type Block, type Inline } from '../../../src/ui/files/markdown.ts';

const plain = (inlines: readonly Inline[]): string =>
  inlines
    .map((one) => {
      if ('text' in one) return one.kind === 'code' ? `‹${one.text}›` : one.text;
      const inner = plain(one.children);
      return one.kind === 'strong'
        ? `*${inner}*`
        : one.kind === 'link'
          ? `[${inner}→${one.href}]`
          : `/${inner}/`;
    })
    .join('');

const sketch = (block: Block): string =>
  block.kind === 'code'
    ? `code: ${block.text}`
    : block.kind === 'list'
      ? `${block.ordered ? 'numbers' : 'points'}: ${block.items.map(plain).join(' | ')}`
      : `${block.kind}: ${plain(block.children)}`;

const read = (source: string) => parseMarkdown(source).map(sketch);

describe('the Markdown of a description', () => {
  it('has paragraphs, headings, lists, code, emphasis and links', () => {
    const source = [
      '# What it shows',
      'Ada asks for **order 1042** and gets the',
      '*wrong* answer, see `parcel` and [the order](https://shop.example/a_(1)).',
      '',
      '- first',
      '  goes on',
      '- __second__',
      '',
      '1. one',
      '2) two',
      '```',
      'String *a*;',
      '```',
      'Read https://example.com/a_b, too.',
    ].join('\r\n');

    expect(read(source)).toEqual([
      'heading: What it shows',
      'paragraph: Ada asks for *order 1042* and gets the\n/wrong/ answer, see ‹parcel› and [the order→https://shop.example/a_(1)].',
      'points: first\ngoes on | *second*',
      'numbers: one | two',
      'code: String *a*;',
      'paragraph: Read [https://example.com/a_b→https://example.com/a_b], too.',
    ]);
  });

  it('leaves everything else as it was written: HTML, pictures, names with underscores, lone marks', () => {
    const odd = [
      '<img src=x onerror=alert(1)>',
      '![a](https://evil.example/x.png)',
      'my_own_name',
      '2 * 3 * 4',
      '**',
      '\\*not\\*',
    ];

    expect(odd.flatMap(read)).toEqual([
      'paragraph: <img src=x onerror=alert(1)>',
      'paragraph: ![a→https://evil.example/x.png]',
      'paragraph: my_own_name',
      'paragraph: 2 * 3 * 4',
      'paragraph: **',
      'paragraph: *not*',
    ]);
  });

  it('keeps every letter of texts that are nothing but marks', () => {
    const letters = (text: string) => text.replace(/[*`[\]()‹›/→]/g, '');
    const texts = [
      '**',
      '*'.repeat(4000),
      'a' + '`'.repeat(999),
      '['.repeat(3000),
      '**a'.repeat(2000),
      '[a](b'.repeat(900),
    ];

    for (const source of texts) {
      const [block, ...more] = read(source);
      expect(letters(block ?? '')).toBe(`paragraph: ${letters(source)}`);
      expect(more).toEqual([]);
    }
  });
});
