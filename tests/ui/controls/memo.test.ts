import { describe, expect, it } from 'vitest';
import { memo } from '../../../src/ui/controls/memo.ts';

type Props = { readonly a?: number | undefined; readonly b?: number | undefined };

/** Whether what was drawn with `before` is drawn again for `after`. */
function isDrawnAgain(before: Props, after: Props): boolean {
  const Memoised = memo<Props>(() => null);
  return new Memoised(before).shouldComponentUpdate(after);
}

describe('a memoised component', () => {
  it('is left as it is while each property is the same, also what is no number', () => {
    expect(isDrawnAgain({ a: 1, b: NaN }, { b: NaN, a: 1 })).toBe(false);
    expect(isDrawnAgain({}, {})).toBe(false);
  });

  it('is drawn again when a property is another, is new or is gone', () => {
    expect(isDrawnAgain({ a: 1, b: 2 }, { a: 1, b: 3 })).toBe(true);
    expect(isDrawnAgain({ a: 1 }, { a: 1, b: 2 })).toBe(true);
    expect(isDrawnAgain({ a: 1, b: 2 }, { a: 1 })).toBe(true);
    expect(isDrawnAgain({ a: 1 }, { b: undefined })).toBe(true);
  });
});
