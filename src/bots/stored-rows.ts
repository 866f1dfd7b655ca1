import type { NativeContext } from '../crmscript/library.ts';
import type { Json, Row } from '../engine/definition.ts';
import { botOf } from './bot-environment.ts';
import { idOf, isIdColumn, plain, storedName } from './rows.ts';

/* Rows of the world's own tables, to write: each change is an event (rulings 8). */

/** A column and the text to put into it. */
export type Cell = readonly [column: string, value: string];

const rowsIn = (context: NativeContext, table: string): readonly Row[] => {
  const world = botOf(context).host.world();
  return world.tables[storedName(world, table) ?? table] ?? [];
};

/** The next free id of a table. */
export function nextId(context: NativeContext, table: string): number {
  const all = rowsIn(context, table);
  context.spend(all.length);
  return all.reduce((highest, row) => Math.max(highest, idOf(row)), 0) + 1;
}

/** As the column holds it already: a number stays one. */
const valueFor = (old: Json | undefined, text: string): Json =>
  typeof old === 'number' && /^-?\d{1,15}$/.test(text) ? Number(text) : text;

/** Puts texts into the row of an id, which is made if there is none. Columns keep the spelling that the table has. */
export function writeRow(context: NativeContext, table: string, id: number, cells: Iterable<Cell>): void {
  const all = rowsIn(context, table);
  // The table is made anew with the row in it, and read anew.
  context.spend(4 * all.length);
  const row = all.find((one) => idOf(one) === id) ?? { id };
  const changed = new Map<string, Json>(Object.entries(row));
  for (const [column, value] of cells) {
    if (isIdColumn(table, column)) continue;
    const wanted = plain(column);
    const spelt = [...changed.keys(), ...Object.keys(all[0] ?? {})].find((name) => plain(name) === wanted);
    changed.set(spelt ?? column, valueFor(changed.get(spelt ?? column), value));
  }
  putRow(context, table, id, Object.fromEntries(changed));
}

/** Puts a whole row in place of the one of its id. */
export function putRow(context: NativeContext, table: string, id: number, row: Row): void {
  for (const cell of Object.values(row)) context.write(lengthOf(cell));
  change(context, table, id, row);
}

const lengthOf = (cell: Json): number =>
  typeof cell === 'string' ? cell.length : typeof cell === 'object' ? JSON.stringify(cell).length : 8;

export const removeRow = (context: NativeContext, table: string, id: number): void => {
  change(context, table, id, null);
};

function change(context: NativeContext, table: string, id: number, row: Row | null): void {
  const stored = storedName(botOf(context).host.world(), table) ?? table;
  botOf(context).act(context, (host, site) => {
    host.changeTable(site, stored, id, row);
  });
}
