import type { World } from '../../engine/world.ts';
import { liveLinkOf } from './live-tables.ts';
import { hasTable } from './rows.ts';

/** Columns of SuperOffice's own tables that name a row of another one, where the name does not say of which. */
const known: Readonly<Record<string, readonly string[]>> = {
  cust_id: ['customer', 'person'],
  customer_id: ['customer', 'person'],
  owned_by: ['ejuser'],
  created_by: ['ejuser'],
  user_id: ['ejuser'],
  registered_associate_id: ['associate'],
  updated_associate_id: ['associate'],
  category: ['ej_category'],
  category_id: ['ej_category'],
  priority: ['ticket_priority'],
  session_id: ['chat_session'],
  topic_id: ['chat_topic'],
};

/**
 * The table whose row a column names. The database knows its foreign keys; the world has none, so the name has to
 * tell: `ticket_id`, `ticket_idx` and `ticket` lead to the table `ticket`, if there is one.
 */
export function linkOf(world: World, table: string, column: string): string | undefined {
  const live = liveLinkOf(table, column);
  if (live !== undefined) return live;
  const name = column.toLowerCase();
  const named = Object.hasOwn(known, name) ? (known[name] ?? []) : [];
  const itself = name === 'parent_id' ? [table] : [];
  return [...named, ...itself, name, name.replace(/_?idx?$/, '')].find((one) => hasTable(world, one));
}
