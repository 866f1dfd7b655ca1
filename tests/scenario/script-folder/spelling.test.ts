import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readSpelt,
  withPlainLines,
  writeSpelt,
  type Spelling,
} from '../../../src/scenario/script-folder/spelling.ts';

const spellings: fc.Arbitrary<Spelling> = fc.record({
  encoding: fc.constantFrom('utf-8', 'windows-1252'),
  mark: fc.boolean(),
  newline: fc.constantFrom('\n', '\r\n', '\r\r\n', '\r'),
});
const line = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', ' ', 'é', 'Ã', '©', '€', '\u0081', '\uFEFF', '\t') }),
  fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/[\r\n\0]/g, '')),
);
const texts = fc.array(line).map((lines) => lines.join('\n'));
const bare = (text: string) => text.replace(/^\uFEFF+/, '');

describe('how a file is spelt', () => {
  it('reads as the same text whatever it is written as', () => {
    fc.assert(
      fc.property(texts, spellings, (text, spelling) => {
        expect(readSpelt(writeSpelt(text, spelling))?.text).toBe(bare(text));
      }),
    );
  });

  it('writes a text that nobody changed to the byte as it was read', () => {
    fc.assert(
      fc.property(texts, spellings, (text, spelling) => {
        const bytes = writeSpelt(text, spelling);
        const read = readSpelt(bytes);

        expect(read && writeSpelt(read.text, read.spelling)).toEqual(bytes);
      }),
    );
  });

  it('keeps the code page of Windows as long as that can say the text', () => {
    const old = Uint8Array.from([0x4b, 0xe6, 0x72, 0x65, 0x80]);
    const read = readSpelt(old);

    if (read === null) throw new Error('not read');
    expect(read).toMatchObject({ text: 'Kære€', spelling: { encoding: 'windows-1252' } });
    expect(writeSpelt('Kære, ja', read.spelling)).toEqual(
      Uint8Array.from([0x4b, 0xe6, 0x72, 0x65, 0x2c, 0x20, 0x6a, 0x61]),
    );
    expect(new TextDecoder().decode(writeSpelt('Kære ✓', read.spelling))).toBe('Kære ✓');
  });

  it('has a line for each line that Python wrote twice', () => {
    expect(readSpelt(new TextEncoder().encode('a\r\r\nb\r\r\n'))).toMatchObject({
      text: 'a\nb\n',
      spelling: { newline: '\r\r\n' },
    });
  });

  it('takes what holds a zero byte for no text', () => {
    expect(readSpelt(Uint8Array.from([0x50, 0x4b, 0, 1]))).toBeNull();
  });

  it('ends all lines in one way', () => {
    expect(withPlainLines('a\r\nb\rc\nd\r\r\ne')).toBe('a\nb\nc\nd\ne');
  });
});
