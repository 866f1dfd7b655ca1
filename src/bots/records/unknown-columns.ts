import { worldOf, type Caller } from '../api/caller.ts';
import type { World } from '../../engine/world.ts';
import { linkOf } from './links.ts';
import { isLiveTable, type ShowTime } from './live-tables.ts';
import { hasProductColumn } from './product-tables.ts';
import { isAlwaysThere, isIdColumn, plain, rowsOf, type TextRow } from './rows.ts';
import { coded } from '../codes.ts';
import type { Field } from './search-field.ts';

const known = new WeakMap<readonly TextRow[], ReadonlySet<string>>();

/** The columns that any row has, spelt plainly. All rows of a live table have the same. */
function columnsOf(table: string, rows: readonly TextRow[]): ReadonlySet<string> {
  const before = known.get(rows);
  if (before !== undefined) return before;
  const asked = isLiveTable(table) ? rows.slice(0, 1) : rows;
  const columns = new Set(asked.flatMap(({ cells }) => [...cells.keys()].map(plain)));
  known.set(rows, columns);
  return columns;
}

/** The table that the last column of a field belongs to, behind its links. */
function tableOf(world: World, { owner, keys }: Field): string | undefined {
  let table: string | undefined = owner;
  for (const column of keys.slice(0, -1)) table = table && linkOf(world, table, column);
  return table;
}

/**
 * A column that no row of its table has reads as no value: the author has left it out of the fixture or, where a database
 * would refuse it, most likely misspelt it.
 */
export function hintAtUnknownColumns(caller: Caller, fields: readonly Field[], time: ShowTime): void {
  const world = worldOf(caller);
  const tables = new Map<string, readonly TextRow[]>();
  for (const field of fields) {
    const table = tableOf(world, field);
    const column = field.keys.at(-1) ?? '';
    // What bots write first they may ask for before.
    if (table === undefined || isIdColumn(table, column) || isAlwaysThere(table)) continue;
    // The chat has a value for all of its columns, if only none.
    if (isLiveTable(table) && hasProductColumn(table, column) === true) continue;
    const rows = tables.get(table) ?? rowsOf(world, table, time) ?? [];
    tables.set(table, rows);
    if (rows.length === 0 || columnsOf(table, rows).has(plain(column))) continue;
    caller.hint(
      coded('unknown-column', {
        table,
        column: field.path.at(-1) ?? '',
        // Misspelt is only what SuperOffice's table does not have.
        known: hasProductColumn(table, column) ?? null,
      }),
    );
  }
}
