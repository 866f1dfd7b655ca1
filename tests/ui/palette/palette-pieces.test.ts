import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecesOf } from '../../../src/ui/palette/pieces.ts';

const marked = (text: string, ...letters: string[]) =>
  piecesOf(text, letters).filter((_, index) => index % 2 === 1);

describe('what the palette marks', () => {
  it('is each place where a word stands that was typed, whatever its case', () => {
    expect(marked('Kari Nord, with kari', 'kari')).toEqual(['Kari', 'kari']);
    expect(marked('Get next in queue', 'next', 'que')).toEqual(['next', 'que']);
    expect(marked('Kari Nord')).toEqual([]);
  });

  it('is one piece where words overlap or follow each other', () => {
    expect(marked('Transfer', 'trans', 'ansfer')).toEqual(['Transfer']);
    expect(marked('aaaa', 'aa')).toEqual(['aaaa']);
  });

  it('is nothing where lower case has another length, and never changes the text', () => {
    expect(piecesOf('İzmir Ada', ['ada'])).toEqual(['İzmir Ada']);
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (text, letters) => {
        expect(piecesOf(text, letters).join('')).toBe(text);
      }),
    );
  });
});
