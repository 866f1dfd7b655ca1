import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runSource } from '../../run-source.ts';

/* Texts are sorted by their characters in turn and not by comparing them. */

/** In JSON of a script all texts are there; this one stands for one that is missing. */
const missing = 'missing';

const filled = (texts: readonly (string | null)[]): string => {
  const json = JSON.stringify(texts.map((text) => text ?? missing));
  return `String none; String[] all; String[] list; all.fromJsonString(${JSON.stringify(json)});
foreach (String one in all) { if (one == "${missing}") list.pushBack(none); else list.pushBack(one); }
list.sort();
`;
};

function sorted(texts: readonly (string | null)[]): readonly (string | null)[] {
  const { output } = runSource(`${filled(texts)}
String[] out; foreach (String one in list) { if (one.isNull()) out.pushBack("${missing}"); else out.pushBack(one); }
print(out.toJsonString());`);
  return (JSON.parse(output) as string[]).map((text) => (text === missing ? null : text));
}

const byCodeUnits = (a: string | null, b: string | null): number => {
  const [left, right] = [a ?? '', b ?? ''];
  return left < right ? -1 : left > right ? 1 : 0;
};

const units = ['a', 'b', ' ', '\0', '~', 'ÿ', 'Ā', 'ā', '一', '\ud83d', '\ude00', '\uffff'];
const text = fc.array(fc.constantFrom(...units), { maxLength: 6 }).map((characters) => characters.join(''));
const prefix = fc.constantFrom('', '', 'customer ', 'x'.repeat(200), '漢字');

/** Texts that differ late, early or not at all; enough of them to be divided several times. */
const list = fc.oneof(
  fc.array(fc.option(text), { maxLength: 20 }),
  fc.array(
    fc.tuple(prefix, text).map(([head, tail]) => head + tail),
    { minLength: 40, maxLength: 400 },
  ),
);

describe('sorting texts', () => {
  it('gives the order of the code units, and leaves a missing text and an empty one as they stood', () => {
    fc.assert(
      fc.property(list, (texts) => {
        expect(sorted(texts)).toEqual([...texts].sort(byCodeUnits));
      }),
    );
  });

  it('costs the same for the same texts', () => {
    fc.assert(
      fc.property(list, (texts) => {
        expect(runSource(filled(texts)).result).toEqual(runSource(filled(texts)).result);
      }),
      { numRuns: 20 },
    );
  });

  it('looks at each character of equal texts once', () => {
    const priceOf = (value: string, count: number): number => {
      const fill = `String[] list; for (Integer i = 0; i < ${String(count)}; i++) list.pushBack("${value}");`;
      return priceOfSource(`${fill} list.sort();`) - priceOfSource(fill);
    };
    // To look at thirty-two characters costs a statement.
    expect(priceOf('x'.repeat(1000), 6400)).toBeGreaterThan(6_400_000 / 32);
    expect(priceOf('x'.repeat(1000), 6400)).toBeLessThan(6_500_000 / 32);
    // The room that sorting takes costs a statement for each 256 bytes.
    expect(priceOf('same!', 100_000)).toBeLessThan(800_000 / 32 + 1_600_000 / 256);
  });

  it('pays for texts each of which begins with the one before', () => {
    const source = `String[] list; String text;
for (Integer i = 0; i < 2000; i++) { list.pushBack(text); text += "ab"; }
list.sort(); print((list[0].getLength() + list[1].getLength() + list[1999].getLength()).toString());`;
    const { output, result } = runSource(source);
    expect(output).toBe('4000');
    // Four million characters, each looked at by itself.
    expect(result?.price).toBeGreaterThan(4_000_000 / 32);
    expect(result?.price).toBeLessThan(9_000_000 / 32);
  });

  it('ends where the budget does', () => {
    const source =
      'String[] list; for (Integer i = 0; i < 3000; i++) list.pushBack("customer " + i.toString()); list.sort();';
    const whole = priceOfSource(source);
    const limited = (price: number) => runSource(source, { limits: { price } }).result?.failure?.kind;
    expect(limited(whole)).toBeUndefined();
    expect(limited(whole - 1)).toBe('StatementLimit');
  });

  it('accounts for long texts that share their beginning until they are looked into', () => {
    const fill = `String start = "x"; for (Integer i = 0; i < 16; i++) start += start;
String[] list; for (Integer i = 0; i < 400; i++) list.pushBack(start + i.toString());`;
    expect(runSource(fill).result?.failure).toBeUndefined();
    expect(runSource(`${fill} list.sort();`).result?.failure?.kind).toBe('MemoryLimit');
  });
});

function priceOfSource(source: string): number {
  const { result } = runSource(source);
  expect(result?.failure).toBeUndefined();
  return result?.price ?? 0;
}
