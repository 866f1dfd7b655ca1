import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Table } from '../../src/engine/table.ts';

describe('Table', () => {
  it('keeps every older version as it was when rows are added, changed and removed', () => {
    const change = fc.record({
      at: fc.nat(70),
      value: fc.integer(),
      kind: fc.constantFrom('add', 'set', 'remove'),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 120 }), (changes) => {
        let table = Table.empty<number>();
        let model: (number | null)[] = [];
        const versions: [Table<number>, (number | null)[]][] = [];
        for (const { at, value, kind } of changes) {
          const id = model.length === 0 ? 0 : (at % model.length) + 1;
          if (kind === 'add' || id === 0) {
            table = table.add(value);
            model = [...model, value];
          } else {
            table = kind === 'set' ? table.set(id, value) : table.remove(id);
            model = model.with(id - 1, kind === 'set' ? value : null);
          }
          versions.push([table, model]);
        }
        for (const [old, rows] of versions) expect(old.toJSON()).toEqual(rows);
      }),
    );
  });

  it('holds rows across several levels of its tree', () => {
    const table = Table.from(Array.from({ length: 40_000 }, (_, index) => index + 1));

    expect([table.get(1), table.get(32), table.get(33), table.get(1025), table.get(40_000)]).toEqual([
      1, 32, 33, 1025, 40_000,
    ]);
    expect(table.get(0)).toBeUndefined();
    expect(table.get(40_001)).toBeUndefined();
    expect(table.slice(39_999)).toEqual([39_999, 40_000]);
  });

  it('refuses a row that would leave a gap', () => {
    expect(() => Table.empty<number>().set(2, 1)).toThrow('Row 2 does not follow row 0.');
  });
});
