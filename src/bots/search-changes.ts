import type { NativeContext } from '../crmscript/library.ts';
import type { Json, Row } from '../engine/definition.ts';
import { botOf } from './bot-environment.ts';
import { isLiveTable } from './live-tables.ts';
import { idOf, isIdColumn, storedName, type TextRow } from './rows.ts';
import { mainTable, matching, rows, type Field, type SearchValue } from './search.ts';

/** Writes into the world's tables, and the two columns of the chat's own that scripts change (chat-domain §1.5). */

const refuse = (context: NativeContext, what: string): never =>
  context.fail(
    'NotAvailableOffline',
    `SearchEngine: ${what} is not rehearsed. Write to tables of your own, to ejuser.chat_status or to chat_session.status; use addChatMessage, setChatStatus and NSChatAgent for the rest.`,
  );

const columnOf = (field: Field): string => field.path.at(-1) ?? '';

/** As the column holds it already: a number stays one. */
const valueFor = (old: Json | undefined, text: string): Json =>
  typeof old === 'number' && /^-?\d{1,15}$/.test(text) ? Number(text) : text;

function storedRow(context: NativeContext, table: string, id: number): Row {
  const found = botOf(context)
    .host.world()
    .tables[table]?.find((row) => idOf(row) === id);
  return found ?? { id };
}

function withData(table: string, row: Row, data: SearchValue['data']): Row {
  const changed = new Map<string, Json>(Object.entries(row));
  for (const { field, value } of data.values()) {
    const column = columnOf(field);
    if (isIdColumn(table, column)) continue;
    const stored = [...changed.keys()].find((name) => name.toLowerCase() === column.toLowerCase()) ?? column;
    changed.set(stored, valueFor(changed.get(stored), value));
  }
  return Object.fromEntries(changed);
}

function change(context: NativeContext, table: string, id: number, row: Row | null): void {
  botOf(context).act(context, (host, site) => {
    host.changeTable(site, table, id, row);
  });
}

/** Adds a row; its id is the next free one, unless the script gives one. */
export function insert(context: NativeContext, self: SearchValue): number {
  const table = mainTable(context, self);
  if (isLiveTable(table)) return refuse(context, `inserting into ${table}`);
  const all = rows(context, table);
  const given = [...self.data.values()].find(({ field }) => isIdColumn(table, columnOf(field)));
  const next = all.reduce((highest, row) => Math.max(highest, row.id), 0) + 1;
  const id = given === undefined ? next : Number(given.value) || next;
  if (all.some((row) => row.id === id)) {
    return context.fail('RunTimeException', `SearchEngine.insert: ${table} has a row ${String(id)} already.`);
  }
  const stored = storedName(botOf(context).host.world(), table) ?? table;
  change(context, stored, id, withData(table, { id }, self.data));
  return id;
}

/** Changes every row that meets the criteria. */
export function update(context: NativeContext, self: SearchValue): null {
  const table = mainTable(context, self);
  const found = matching(context, self, table);
  if (isLiveTable(table)) {
    for (const { field, value } of self.data.values()) {
      for (const row of found) updateLive(context, table, columnOf(field), row, value);
    }
    return null;
  }
  const stored = storedName(botOf(context).host.world(), table) ?? table;
  for (const { id } of found) {
    change(context, stored, id, withData(table, storedRow(context, stored, id), self.data));
  }
  return null;
}

function updateLive(
  context: NativeContext,
  table: string,
  column: string,
  row: TextRow,
  value: string,
): void {
  const place = `${table}.${column}`.toLowerCase();
  if (place === 'ejuser.chat_status') {
    botOf(context).act(context, (host, site) =>
      host.perform(site, { type: 'agent.setsPresence', agent: row.id, present: value === '1' }),
    );
  } else if (place === 'chat_session.status') {
    botOf(context).act(context, (host, site) => {
      host.setChatStatus(site, row.id, Number(value));
    });
  } else refuse(context, `changing ${table}.${column}`);
}

/** Takes out every row that meets the criteria. */
export function remove(context: NativeContext, self: SearchValue): null {
  const table = mainTable(context, self);
  if (isLiveTable(table)) return refuse(context, `deleting from ${table}`);
  const stored = storedName(botOf(context).host.world(), table) ?? table;
  for (const { id } of matching(context, self, table)) change(context, stored, id, null);
  return null;
}
