import type { NativeContext } from '../../crmscript/library.ts';
import { botOf } from '../crmscript/bot-environment.ts';
import { isLiveTable } from './live-tables.ts';
import { isContacts, isIdColumn, type TextRow } from './rows.ts';
import { mainTable, matching, reader, rows, type SearchValue } from './search.ts';
import type { Field } from './search-field.ts';
import { addRow, nextId, removeRow, writeRow, type Cell } from './stored-rows.ts';

/** Writes into the world's tables, and the two columns of the chat's own that scripts change (chat-domain §1.5). */

const refuse = (context: NativeContext, what: string): never =>
  context.fail(
    'NotAvailableOffline',
    `SearchEngine: ${what} is not rehearsed. Write to tables of your own, to ejuser.chat_status or to chat_session.status; use addChatMessage, setChatStatus and NSChatAgent for the rest.`,
  );

const columnOf = (field: Field): string => field.path.at(-1) ?? '';

/** A column of the table itself: what a link leads to belongs to another row, which keeps what it has. */
function ownColumn(context: NativeContext, table: string, field: Field): string {
  if (field.keys.length === 1 && field.owner === table.toLowerCase()) return columnOf(field);
  return context.fail(
    'RunTimeException',
    `SearchEngine: "${field.text}" is no column of ${table}, which this search writes to. Write to each table with a search of its own.`,
  );
}

const cellsOf = (context: NativeContext, { data }: SearchValue, table: string): Cell[] =>
  [...data.values()].map(({ field, value }) => [ownColumn(context, table, field), value]);

/** Adds a row; its id is the next free one, unless the script gives one. */
export function insert(context: NativeContext, self: SearchValue): number {
  const table = mainTable(context, self);
  if (isLiveTable(table)) return refuse(context, `inserting into ${table}`);
  refuseContacts(context, table);
  const all = rows(context, table);
  const given = [...self.data.values()].find(({ field }) => isIdColumn(table, columnOf(field)));
  const next = nextId(context, table);
  const id = given === undefined ? next : Number(given.value) || next;
  if (all.some((row) => row.id === id)) {
    return context.fail('RunTimeException', `SearchEngine.insert: ${table} has a row ${String(id)} already.`);
  }
  addRow(context, table, id, cellsOf(context, self, table));
  return id;
}

/** Changes every row that meets the criteria; what comes from another field is read before anything changes. */
export function update(context: NativeContext, self: SearchValue): null {
  const table = mainTable(context, self);
  const read = reader(context, table);
  const found = matching(context, self, table).map((row): readonly [TextRow, Cell[]] => [
    row,
    [
      ...cellsOf(context, self, table),
      ...self.copies.map(({ to, from }): Cell => [ownColumn(context, table, to), read(row, from) ?? '']),
    ],
  ]);
  if (!isLiveTable(table)) refuseContacts(context, table);
  for (const [row, cells] of found) {
    if (!isLiveTable(table)) writeRow(context, table, row, cells);
    else for (const [column, value] of cells) updateLive(context, table, column, row, value);
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
  refuseContacts(context, table);
  for (const row of matching(context, self, table)) removeRow(context, table, row);
  return null;
}

/** The contacts of the world are looked at, not written to. */
export function refuseContacts(context: NativeContext, table: string): void {
  if (isContacts(botOf(context).host.world(), table)) {
    context.fail(
      'NotAvailableOffline',
      `The customers here are the contacts of the world, which scripts do not change. Add a table \`${table}\` to the world to continue.`,
    );
  }
}
