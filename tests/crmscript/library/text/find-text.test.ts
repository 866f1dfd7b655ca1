import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NativeContext } from '../../../../src/crmscript/library.ts';
import { countText, findLastText, findText } from '../../../../src/crmscript/library/text/find-text.ts';

/** A context that adds up the work. */
function counting(): { readonly context: NativeContext; readonly work: () => number } {
  let done = 0;
  const context = { work: (units: number) => (done += units) } as unknown as NativeContext;
  return { context, work: () => done };
}

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'ab'), maxLength: 60 });
const parts = fc.string({ unit: fc.constantFrom('a', 'b', 'aaaaaaaaaa', 'abababab'), maxLength: 12 });

describe('looking for a text in another', () => {
  it('finds what the host finds, from both ends', () => {
    fc.assert(
      fc.property(letters, parts, fc.nat(70), (text, part, from) => {
        const { context } = counting();

        expect(findText(context, text, part, from)).toBe(from > text.length ? -1 : text.indexOf(part, from));
        expect(findLastText(context, text, part)).toBe(text.lastIndexOf(part));
        if (part !== '') expect(countText(context, text, part)).toBe(text.split(part).length - 1);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes no longer where much of it stands at every place', () => {
    const text = 'a'.repeat(100_000);
    for (const part of [`${'a'.repeat(50_000)}b`, `b${'a'.repeat(50_000)}`, `${'a'.repeat(20)}b`, 'aab']) {
      const { context, work } = counting();

      expect(findText(context, text, part)).toBe(-1);
      expect(findLastText(context, text, part)).toBe(-1);
      expect(work()).toBeLessThanOrEqual(2 * 32 * text.length);
    }
  });
});
