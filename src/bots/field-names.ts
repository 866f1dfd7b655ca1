import type { SuggestedText } from '../crmscript/complete.ts';
import type { World } from '../engine/world.ts';
import { rowsOf } from './rows.ts';

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

/** The fields that `addField("table.column")` and its like find in the world as it stands (crm §14). */
export function fieldNames(world: World): readonly SuggestedText[] {
  const names = [...Object.keys(world.tables), ...chatTables];
  return names.flatMap((table) => {
    const rows = rowsOf(world, table, () => null)?.slice(0, looked) ?? [];
    const columns = new Set(rows.flatMap(({ cells }) => [...cells.keys()]));
    return [...columns].map((column) => ({ text: `${table}.${column}`, detail: table }));
  });
}
