import type { Contact, Json, Row } from '../../engine/definition.ts';
import type { World } from '../../engine/world.ts';
import { plainName, rowId } from '../../engine/table-rows.ts';
import { isLiveTable, liveRows, type ShowTime } from './live-tables.ts';

/** A row as SearchEngine sees it: its columns as text; null is no value. */
export type TextRow = {
  readonly id: number;
  readonly cells: ReadonlyMap<string, string | null>;
  /** The row of the world's table that this one shows. */
  readonly source?: Row;
};

/** Tables that every database of SuperOffice has and bots write to; empty until somebody does. */
const alwaysThere = new Set(['binaryobject', 'sequence']);

export const isAlwaysThere = (table: string): boolean => alwaysThere.has(table.toLowerCase());

function textOf(value: Json | undefined): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? '1' : '0';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** No table or column has a longer name; a script could have any be compared with all that there are. */
const longestName = 1024;

/** The name under which the world keeps a table, whatever its letter case; undefined where there is none. */
export function storedName(world: World, table: string): string | undefined {
  if (table.length > longestName) return undefined;
  const wanted = table.toLowerCase();
  const stored = Object.keys(world.tables).find((name) => name.toLowerCase() === wanted);
  return stored ?? (isAlwaysThere(table) ? table : undefined);
}

/**
 * The rows of a table in the order of their ids: of the chat as it is now, or as the world keeps them. The contacts
 * of the world are its customers, unless it has a table of that name.
 */
export function rowsOf(world: World, table: string, time: ShowTime): readonly TextRow[] | undefined {
  if (isLiveTable(table)) return liveRows(world, table, time);
  const stored = storedName(world, table);
  if (stored !== undefined) return asText(world.tables[stored] ?? [], (row) => textRow(stored, row));
  return isContacts(world, table) ? asText(world.contacts, contactRow) : undefined;
}

const knownTables = new WeakMap<readonly object[], readonly TextRow[]>();
const knownRows = new WeakMap<object, TextRow>();

/** The rows as text, in order. Kept: what changes becomes another row in another list. */
function asText<T extends object>(table: readonly T[], read: (row: T) => TextRow): readonly TextRow[] {
  const before = knownTables.get(table);
  if (before !== undefined) return before;
  const made = table.map((row) => {
    const text = knownRows.get(row) ?? read(row);
    knownRows.set(row, text);
    return text;
  });
  made.sort((a, b) => a.id - b.id);
  knownTables.set(table, made);
  return made;
}

export const hasTable = (world: World, table: string): boolean =>
  isLiveTable(table) || storedName(world, table) !== undefined || isContacts(world, table);

/** Whether a table is the contacts of the world, seen as SuperOffice has customers. */
export const isContacts = (world: World, table: string): boolean =>
  table.toLowerCase() === 'customer' && world.contacts.length > 0 && storedName(world, table) === undefined;

function contactRow({ id, name, email, phone, company }: Contact): TextRow {
  const [first = '', ...others] = name.split(' ');
  const cells = {
    id: String(id),
    name,
    firstname: first,
    lastname: others.join(' '),
    email,
    main_email: email,
    phone,
    display_company: company,
  };
  return { id, cells: new Map(Object.entries(cells)) };
}

function textRow(table: string, row: Row): TextRow {
  const cells = Object.entries(row).map(([column, value]): [string, string | null] => [
    column.toLowerCase(),
    textOf(value),
  ]);
  return { id: rowId(table, row), cells: new Map(cells), source: row };
}

/** Names under which SuperOffice's tables have their id: `id`, `ticket_id`, `BinaryObjectId`. */
export const isIdColumn = (table: string, column: string): boolean => {
  const name = plain(column);
  return name === 'id' || name === `${plain(table)}id`;
};

/** What a column of a row holds; `custId` is found in `cust_id`, as records write it. */
export function cellOf(table: string, row: TextRow, column: string): string | null {
  if (column.length > longestName) return null;
  const found = row.cells.get(column.toLowerCase());
  if (found !== undefined) return found;
  if (isIdColumn(table, column)) return String(row.id);
  const wanted = plain(column);
  return [...row.cells].find(([name]) => plain(name) === wanted)?.[1] ?? null;
}

export const plain = plainName;
