import { worldOf, type Caller } from '../api/caller.ts';
import type { Json, Row } from '../../engine/definition.ts';
import { keyColumnOf, rowId } from '../../engine/table-rows.ts';
import { productKeyOf } from './product-tables.ts';
import { isIdColumn, plain, storedName } from './rows.ts';

/* Rows of the world's own tables, to write: each change is an event (rulings 8). */

/** A column and the text to put into it. */
export type Cell = readonly [column: string, value: string];

/** A row that is there: its id, and the row itself where it is known. */
export type Target = { readonly id: number; readonly source?: Row };

const rowsIn = (caller: Caller, table: string): readonly Row[] => {
  const world = worldOf(caller);
  return world.tables[storedName(world, table) ?? table] ?? [];
};

/** The next free id of a table. */
export function nextId(caller: Caller, table: string): number {
  const all = rowsIn(caller, table);
  caller.spend(all.length);
  return all.reduce((highest, row) => Math.max(highest, rowId(table, row)), 0) + 1;
}

/** As the column holds it already: a number stays one. */
const valueFor = (old: Json | undefined, text: string): Json =>
  typeof old === 'number' && /^-?\d{1,15}$/.test(text) ? Number(text) : text;

/** Adds a row under an id, in the column that the table's other rows have theirs in, or SuperOffice's table has. */
export function addRow(caller: Caller, table: string, id: number, cells: Iterable<Cell>): void {
  const [first = {}] = rowsIn(caller, table);
  const key = keyColumnOf(table, first) ?? productKeyOf(table) ?? 'id';
  fill(caller, table, { id }, { [key]: id }, cells);
}

/** Puts texts into a row that is there. Columns keep the spelling that the table has. */
export function writeRow(caller: Caller, table: string, to: Target, cells: Iterable<Cell>): void {
  const row = to.source ?? rowsIn(caller, table).find((one) => rowId(table, one) === to.id);
  if (row === undefined) addRow(caller, table, to.id, cells);
  else fill(caller, table, { id: to.id, source: row }, row, cells);
}

function fill(caller: Caller, table: string, to: Target, row: Row, cells: Iterable<Cell>): void {
  const all = rowsIn(caller, table);
  // The table is made anew with the row in it, and read anew.
  caller.spend(4 * all.length);
  const changed = new Map<string, Json>(Object.entries(row));
  for (const [column, value] of cells) {
    if (isIdColumn(table, column)) continue;
    const wanted = plain(column);
    const spelt = [...changed.keys(), ...Object.keys(all[0] ?? {})].find((name) => plain(name) === wanted);
    changed.set(spelt ?? column, valueFor(changed.get(spelt ?? column), value));
  }
  put(caller, table, to, Object.fromEntries(changed));
}

/** Puts a whole row in place of the one of its id. */
export const putRow = (caller: Caller, table: string, id: number, row: Row): void => {
  put(caller, table, { id }, row);
};

function put(caller: Caller, table: string, to: Target, row: Row): void {
  for (const cell of Object.values(row)) caller.write(lengthOf(cell));
  change(caller, table, to, row);
}

const lengthOf = (cell: Json): number =>
  typeof cell === 'string' ? cell.length : typeof cell === 'object' ? JSON.stringify(cell).length : 8;

export const removeRow = (caller: Caller, table: string, target: Target): void => {
  change(caller, table, target, null);
};

function change(caller: Caller, table: string, { id, source }: Target, row: Row | null): void {
  const stored = storedName(worldOf(caller), table) ?? table;
  const place = source === undefined ? undefined : placeOf(caller, table, id, source);
  caller.act((host, site) => {
    host.changeTable(site, stored, id, row, place);
  });
}

/** Where a row stands that its id does not tell from others: it has none, or another has the same. */
function placeOf(caller: Caller, table: string, id: number, source: Row): number | undefined {
  const all = rowsIn(caller, table);
  const single = id !== 0 && all.filter((row) => rowId(table, row) === id).length === 1;
  const place = single ? -1 : all.indexOf(source);
  return place < 0 ? undefined : place;
}
