import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRichText, plainText, safeUrl, sanitise } from '../../src/engine/rich-text.ts';
import type { RichNode } from '../../src/engine/rich-text.ts';

describe('sanitise', () => {
  it('keeps bold and italic, and drops scripts and handlers (T80)', () => {
    expect(sanitise('<b>a</b><script>x</script><i onclick="steal()">b</i>')).toBe('<b>a</b><i>b</i>');
  });

  it.each([
    ['plain < text & more', 'plain &lt; text &amp; more'],
    ['<a href="https://example.org/?a=1&amp;b=2">x</a>', '<a href="https://example.org/?a=1&amp;b=2">x</a>'],
    ['<a href="javascript:alert(1)">x</a>', '<a>x</a>'],
    ['<a href=" jav\tascript:alert(1)">x</a>', '<a>x</a>'],
    ['<img src=x onerror=alert(1)>', ''],
    ['<svg><script>1</script></svg>after', 'after'],
    ['<b><i>cross</b>ed</i>', '<b><i>cross</i></b>ed'],
    ['a<br/>b', 'a<br>b'],
    ['<!-- hidden --><p>seen', '<p>seen</p>'],
    ['<b title="a>b">x</b>', '<b>x</b>'],
  ])('turns %s into %s', (html, clean) => {
    expect(sanitise(html)).toBe(clean);
  });

  it('leaves what it gave as it is, and never lets another tag through', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '/',
      'b',
      'script',
      'a href=',
      '"',
      "'",
      '&lt;',
      '<!--',
      '-->',
      ' ',
      'x',
      '<i>',
      '</i>',
      'javascript:',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const once = sanitise(pieces.join(''));

        expect(sanitise(once)).toBe(once);
        const allowed = /<\/?(?:b|strong|i|em|u|ul|ol|li|br|p|a)(?: href="(?:https?|mailto):[^"]*")?>/g;
        expect(once.replaceAll(allowed, '')).not.toContain('<');
      }),
    );
  });

  it('takes time in proportion to the text', () => {
    const hostile = '<script>'.repeat(30_000) + '<a href="'.repeat(30_000);

    expect(sanitise(hostile)).toBe('');
  });
});

describe('safeUrl', () => {
  it.each(['https://example.org/a', 'http://example.org', 'mailto:ada@example.org'])('keeps %s', (url) => {
    expect(safeUrl(url)).toBe(url);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    '//evil',
    'https://user@evil',
    'blob:x',
    '\u0001https://x',
  ])('refuses %j', (url) => {
    expect(safeUrl(url)).toBeNull();
  });
});

describe('plainText', () => {
  it('says what the markup says', () => {
    expect(plainText('<p>Hi <b>Ada</b>,<br>1 &lt; 2</p>')).toBe('Hi Ada,\n1 < 2');
  });

  it('reads deep nesting without ending', () => {
    const depthOf = (nodes: readonly RichNode[]): number =>
      Math.max(0, ...nodes.map((node) => ('children' in node ? 1 + depthOf(node.children) : 0)));

    expect(depthOf(parseRichText('<b>'.repeat(5000)))).toBeLessThan(40);
  });
});
