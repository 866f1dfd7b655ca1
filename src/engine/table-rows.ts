import type { Row } from './definition.ts';
import type { EventOf } from './events.ts';

/* Rows of the world's tables, and which of them is which. */

/** A column's or table's name without what its spellings differ in: `ownedBy` and `owned_by` are one. */
export const plainName = (name: string): string => name.toLowerCase().replaceAll('_', '');

/**
 * The column that a table's rows have their id in, spelt plainly, where it is not `id`: `contact_id` of contact,
 * `BinaryObjectId` of BinaryObject, `SaleId` of NetServer's NSSaleEntity. Sales tables of SuperOffice have the first, those
 * of Service `id`.
 */
const ownKey = (table: string): string => `${plainName(table.replace(/^NS(\w+?)(?:Entity)?$/, '$1'))}id`;

/** The column of a row that holds its id, as the row spells it; undefined where it has none. */
export function keyColumnOf(table: string, row: Row): string | undefined {
  const own = ownKey(table);
  const columns = Object.keys(row);
  return (
    columns.find((column) => plainName(column) === own) ??
    columns.find((column) => plainName(column) === 'id')
  );
}

const known = new WeakMap<Row, number>();

/** The id of a row; 0 where it has none. */
export function rowId(table: string, row: Row): number {
  const before = known.get(row);
  if (before !== undefined) return before;
  const key = keyColumnOf(table, row);
  const id = key === undefined ? 0 : Number(row[key]);
  const found = Number.isInteger(id) ? id : 0;
  known.set(row, found);
  return found;
}

/** The rows with one put in, taken out or put in another's place, which is that of its id unless the event says which. */
export function withRow(
  rows: readonly Row[],
  { table, id, row, place }: EventOf<'table.changed'>,
): readonly Row[] {
  if (place !== undefined) {
    return [...rows.slice(0, place), ...(row === null ? [] : [row]), ...rows.slice(place + 1)];
  }
  const others = rows.filter((old) => rowId(table, old) !== id);
  return row === null ? others : [...others, row];
}
