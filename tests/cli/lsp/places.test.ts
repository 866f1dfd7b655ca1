import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import { change, Places, type Encoding } from '../../../src/cli/lsp/places.ts';

const encodings = ['utf-16', 'utf-8'] as const;
const text = fc
  .array(fc.constantFrom('a', 'ø', '€', '😀', '\n', '\r\n', ' ', 'Integer'), { maxLength: 40 })
  .map((all) => all.join(''));

/** The places of a text between its characters, as a client counts them. */
function clientPlaces(source: string, encoding: Encoding) {
  const places: { offset: number; line: number; character: number }[] = [];
  let offset = 0;
  source.split(/\r\n|\n/).forEach((content, line) => {
    let character = 0;
    for (const sign of [...Array.from(content), '']) {
      places.push({ offset, line, character });
      offset += sign.length;
      character += encoding === 'utf-8' ? Buffer.byteLength(sign) : sign.length;
    }
    offset += source.startsWith('\r\n', offset) ? 2 : 1;
  });
  return places;
}

describe.each(encodings)('places in %s', (encoding) => {
  it('are the same to the client and here, in both directions', () => {
    fc.assert(
      fc.property(text, (source) => {
        const places = Places.of(source, encoding);
        for (const { offset, line, character } of clientPlaces(source, encoding)) {
          expect(places.offset({ line, character })).toBe(offset);
          expect(places.position(offset)).toEqual({ line, character });
        }
      }),
    );
  });

  it('end with their line, and with the text', () => {
    const places = Places.of('a😀\r\nb', encoding);

    expect(places.offset({ line: 0, character: 99 })).toBe(3);
    expect(places.offset({ line: 99, character: 0 })).toBe(6);
    expect(places.range(0, 999).end).toEqual({ line: 1, character: 1 });
  });

  it('let a text become what the client has, by whatever changes', () => {
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat(), text), { maxLength: 6 });
    fc.assert(
      fc.property(text, edits, (source, all) => {
        const document = TextDocument.create('x', '', 0, source);
        let expected = source;
        for (const [a, b, put] of all) {
          const places = clientPlaces(expected, encoding);
          const [from, to] = [a % places.length, b % places.length].sort((x, y) => x - y);
          const [start, end] = [places[from ?? 0], places[to ?? 0]];
          if (start === undefined || end === undefined) throw new Error('no such place');
          change(document, { text: put, range: { start, end } }, 1, encoding);
          expected = expected.slice(0, start.offset) + put + expected.slice(end.offset);
        }

        expect(document.getText()).toBe(expected);
      }),
    );
  });

  it('take a range that is the wrong way round, or beyond the end, as far as there is text', () => {
    const document = TextDocument.create('x', '', 0, 'one\ntwo\n');
    const range = { start: { line: 50, character: 3 }, end: { line: 1, character: 0 } };

    change(document, { text: 'three\n', range }, 1, encoding);
    change(
      document,
      { text: 'zero\n', range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } },
      2,
      encoding,
    );

    expect(document.getText()).toBe('zero\none\nthree\n');
    expect(document.lineCount).toBe(4);
  });
});

it('a place inside of a character of several bytes is before it', () => {
  const places = Places.of('aø😀b', 'utf-8');

  expect([2, 4, 6, 7].map((character) => places.offset({ line: 0, character }))).toEqual([1, 2, 2, 4]);
});
