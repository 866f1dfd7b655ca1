import type { Json, Row } from '../engine/definition.ts';
import type { World } from '../engine/world.ts';
import { isLiveTable, liveRows, type ShowTime } from './live-tables.ts';

/** A row as SearchEngine sees it: its columns as text; null is no value. */
export type TextRow = { readonly id: number; readonly cells: ReadonlyMap<string, string | null> };

/** Tables that every database of SuperOffice has and bots write to; empty until somebody does. */
const alwaysThere = new Set(['binaryobject']);

function textOf(value: Json | undefined): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? '1' : '0';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The name under which the world keeps a table, whatever its letter case; undefined where there is none. */
export function storedName(world: World, table: string): string | undefined {
  const wanted = table.toLowerCase();
  const stored = Object.keys(world.tables).find((name) => name.toLowerCase() === wanted);
  return stored ?? (alwaysThere.has(wanted) ? table : undefined);
}

/** The rows of a table in the order of their ids: of the chat as it is now, or as the world keeps them. */
export function rowsOf(world: World, table: string, time: ShowTime): readonly TextRow[] | undefined {
  if (isLiveTable(table)) return liveRows(world, table, time);
  const stored = storedName(world, table);
  if (stored === undefined) return undefined;
  return (world.tables[stored] ?? []).map(textRow).sort((a, b) => a.id - b.id);
}

function textRow(row: Row): TextRow {
  const cells = Object.entries(row).map(([column, value]): [string, string | null] => [
    column.toLowerCase(),
    textOf(value),
  ]);
  return { id: idOf(row), cells: new Map(cells) };
}

export const idOf = (row: Row): number => {
  const id = Number(row['id']);
  return Number.isInteger(id) ? id : 0;
};

/** Names under which SuperOffice's tables have their id: `id`, `ticket_id`, `BinaryObjectId`. */
export const isIdColumn = (table: string, column: string): boolean => {
  const name = column.toLowerCase();
  const owner = table.toLowerCase();
  return name === 'id' || name === `${owner}_id` || name === `${owner}id`;
};

/** What a column of a row holds. */
export function cellOf(table: string, row: TextRow, column: string): string | null {
  const found = row.cells.get(column.toLowerCase());
  return found ?? (found === undefined && isIdColumn(table, column) ? String(row.id) : null);
}
