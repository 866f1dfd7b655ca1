import type { LibraryPart } from '../parts.ts';
import type { Measured, NativeClass, NativeContext, NativeFunction } from '../../analysis/types/native.ts';
import type { Parts, Unfolding } from '../../run/shown-values.ts';
import { asDateTime, type DateTimeValue } from '../dates/calendar.ts';

/** Rows of cells, both counted from 0 (crm §10.10). */
export class StringMatrixValue implements Measured, Unfolding {
  rows: string[][] = [];

  parts(): Parts {
    return { type: 'StringMatrix', text: `${String(this.rows.length)} rows`, indexed: this.rows };
  }

  measure(visit: <T>(value: T) => T): number {
    visit(this.rows);
    return 48;
  }
}

function rowAt(context: NativeContext, self: StringMatrixValue, row: number): string[] {
  const text = `StringMatrix: there is no row ${String(row)}, there are ${String(self.rows.length)}.`;
  return self.rows[row] ?? context.fail('RunTimeException', text);
}

function checkCell(context: NativeContext, row: readonly string[], column: number): void {
  if (column >= 0 && column < row.length) return;
  const text = `StringMatrix: there is no column ${String(column)}, the row has ${String(row.length)}.`;
  context.fail('RunTimeException', text);
}

const matrixClass: NativeClass = {
  name: 'StringMatrix',
  make: () => new StringMatrixValue(),
  text: ({ rows }: StringMatrixValue) => `${String(rows.length)} rows`,
  constructors: [{ signature: 'StringMatrix()', run: () => new StringMatrixValue() }],
  methods: [
    {
      signature: 'Void addRow()',
      run: (context, self: StringMatrixValue) => {
        context.charge(32);
        self.rows.push([]);
      },
    },
    {
      signature: 'Void addCell(String value)',
      run: (context, self: StringMatrixValue, value: string) => {
        context.charge(8);
        const last = self.rows.at(-1);
        if (last === undefined) context.fail('RunTimeException', 'StringMatrix.addCell: add a row first.');
        else last.push(value);
      },
    },
    {
      signature: 'Void setCell(Integer row, Integer column, String value)',
      run: (context, self: StringMatrixValue, row: number, column: number, value: string) => {
        const cells = rowAt(context, self, row);
        checkCell(context, cells, column);
        cells[column] = value;
      },
    },
    {
      signature: 'String getCell(Integer row, Integer column)',
      run: (context, self: StringMatrixValue, row: number, column: number) => {
        const cells = rowAt(context, self, row);
        checkCell(context, cells, column);
        return cells[column];
      },
    },
    { signature: 'Integer getNumRows()', run: (_context, self: StringMatrixValue) => self.rows.length },
    {
      signature: 'Integer getNumColumns(Integer row)',
      run: (context, self: StringMatrixValue, row: number) => rowAt(context, self, row).length,
    },
    {
      signature: 'Void deleteRow(Integer row)',
      run: (context, self: StringMatrixValue, row: number) => {
        rowAt(context, self, row);
        context.work(self.rows.length);
        self.rows.splice(row, 1);
      },
    },
    {
      signature: 'Void clear()',
      run: (_context, self: StringMatrixValue) => {
        self.rows = [];
      },
    },
  ],
};

/** Values by name, each of one of five types. */
class DictionaryValue implements Measured, Unfolding {
  readonly entries = new Map<string, { readonly type: string; value: unknown }>();

  parts(): Parts {
    const named = [...this.entries].map(([key, { value }]) => [key, value] as const);
    return { type: 'Dictionary', text: `${String(named.length)} values`, named };
  }

  measure(visit: <T>(value: T) => T): number {
    let keys = 0;
    for (const [key, entry] of this.entries) {
      keys += key.length;
      entry.value = visit(entry.value);
    }
    return 64 + 112 * this.entries.size + 2 * keys;
  }
}

const insert = (type: string): NativeFunction => ({
  signature: `Void insert${type}(String key, ${type} value)`,
  run: (context, self: DictionaryValue, key: string, value: unknown) => {
    context.charge(64);
    self.entries.set(key, { type, value });
  },
});

/** A missing key, or one of another type, gives the empty value of the type. */
const get = (type: string, empty: unknown): NativeFunction => ({
  signature: `${type} get${type}(String key)`,
  run: (_context, self: DictionaryValue, key: string) => {
    const found = self.entries.get(key);
    return found?.type === type ? found.value : empty;
  },
});

const dictionaryClass: NativeClass = {
  name: 'StringObjectDictionary',
  make: () => new DictionaryValue(),
  text: ({ entries }: DictionaryValue) => `{${[...entries.keys()].join(', ')}}`,
  constructors: [{ signature: 'StringObjectDictionary()', run: () => new DictionaryValue() }],
  methods: [
    ...['Integer', 'Float', 'String', 'Bool'].map(insert),
    {
      signature: 'Void insertDateTime(String key, DateTime value)',
      run: (context, self: DictionaryValue, key: string, value: DateTimeValue) => {
        context.charge(64);
        self.entries.set(key, { type: 'DateTime', value: value === null ? null : asDateTime(value) });
      },
    },
    get('Integer', null),
    get('Float', null),
    get('String', null),
    get('Bool', false),
    get('DateTime', null),
  ],
};

export const collectionsPart: LibraryPart = { classes: [matrixClass, dictionaryClass] };
