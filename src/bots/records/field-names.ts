import type { World } from '../../engine/world.ts';
import { productColumns } from './product-tables.ts';
import { plain, rowsOf } from './rows.ts';

/** The chat's own tables that SearchEngine reads from the live world. */
export const chatTables = [
  'chat_session',
  'chat_message',
  'chat_topic',
  'chat_topic_user',
  'ejuser',
  'kb_category',
  'kb_entry',
];

/** Rows that are looked at for columns: rows of one table are alike. */
const looked = 20;

/** The columns of a table: those that its first rows have, and those that SuperOffice's table has besides. */
export function columnsOfTable(world: World, table: string): readonly string[] {
  const rows = rowsOf(world, table, () => null)?.slice(0, looked) ?? [];
  const own = new Set(rows.flatMap(({ cells }) => [...cells.keys()]));
  const spelt = new Set([...own].map(plain));
  return [...own, ...(productColumns(table) ?? []).filter((column) => !spelt.has(plain(column)))];
}

/** The tables that SearchEngine finds. */
export const tablesOf = (world: World): readonly string[] => [...Object.keys(world.tables), ...chatTables];
