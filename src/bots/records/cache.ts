import {
  MapValue,
  type LibraryPart,
  type Measured,
  type NativeClass,
  type NativeContext,
} from '../../crmscript/library.ts';
import { callerOf } from '../crmscript/caller-of.ts';
import { compare } from './criteria.ts';
import { cellOf, type TextRow } from './rows.ts';
import { rows } from './search.ts';

/** The rows of a table, to walk through. */
class CacheValue implements Measured {
  table = '';
  found: readonly TextRow[] = [];
  at = 0;

  measure(): number {
    return 64 + 8 * this.found.length;
  }
}

function fill(
  context: NativeContext,
  self: CacheValue,
  table: string,
  fits: (row: TextRow) => boolean = () => true,
): string {
  self.table = table;
  self.found = rows(callerOf(context), table).filter(fits);
  self.at = 0;
  context.charge(8 * self.found.length);
  return '';
}

const cacheClass: NativeClass = {
  name: 'Cache',
  differs:
    'Reads the tables of the workspace as SearchEngine does. What getData returns is not documented: here "".',
  make: () => new CacheValue(),
  text: ({ table, found }: CacheValue) => `${table}: ${String(found.length)} rows`,
  constructors: [{ signature: 'Cache()', run: () => new CacheValue() }],
  methods: [
    {
      signature: 'String getData(String tableId)',
      run: (context, self: CacheValue, table: string) => fill(context, self, table),
    },
    {
      signature: 'String getDataSubset(String tableId, String filterField, String filterValue)',
      run: (context, self: CacheValue, table: string, field: string, value: string) =>
        fill(context, self, table, (row) => compare(cellOf(table, row, field), value) === 0),
    },
    {
      signature: 'Void sort(String field, Bool order)',
      trap: 'The second parameter is true for descending.',
      run: (context, self: CacheValue, field: string, descending: boolean) => {
        context.work(64 * self.found.length);
        const sign = descending ? -1 : 1;
        self.found = [...self.found].sort(
          (a, b) => sign * compare(cellOf(self.table, a, field), cellOf(self.table, b, field)),
        );
        self.at = 0;
      },
    },
    {
      signature: 'Bool first()',
      run: (_context, self: CacheValue) => {
        self.at = 0;
        return self.found.length > 0;
      },
    },
    {
      signature: 'Bool next()',
      run: (_context, self: CacheValue) => {
        self.at = Math.min(self.at + 1, self.found.length);
        return self.at < self.found.length;
      },
    },
    { signature: 'Bool eof()', run: (_context, self: CacheValue) => self.at >= self.found.length },
    {
      signature: 'Map getRow()',
      run: (context, self: CacheValue) => {
        const map = new MapValue();
        for (const [column, value] of self.found[self.at]?.cells ?? []) {
          context.charge(64);
          map.set(column, value ?? '');
        }
        return map;
      },
    },
  ],
};

export const cachePart: LibraryPart = { classes: [cacheClass] };
