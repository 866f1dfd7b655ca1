import { worldOf, type Caller } from '../api/caller.ts';
import { isLiveTable } from './live-tables.ts';
import { isContacts, isIdColumn, type TextRow } from './rows.ts';
import { mainTable, matching, reader, rows, type SearchValue } from './search.ts';
import type { Field } from './search-field.ts';
import { addRow, nextId, removeRow, writeRow, type Cell } from './stored-rows.ts';

/** Writes into the world's tables, and the two columns of the chat's own that scripts change (chat-domain §1.5). */

const refuse = (caller: Caller, what: string): never =>
  caller.fail(
    'NotAvailableOffline',
    `SearchEngine: ${what} is not rehearsed. Write to tables of your own, to ejuser.chat_status or to chat_session.status; use addChatMessage, setChatStatus and NSChatAgent for the rest.`,
  );

const columnOf = (field: Field): string => field.path.at(-1) ?? '';

/** A column of the table itself: what a link leads to belongs to another row, which keeps what it has. */
function ownColumn(caller: Caller, table: string, field: Field): string {
  if (field.keys.length === 1 && field.owner === table.toLowerCase()) return columnOf(field);
  return caller.fail(
    'RunTimeException',
    `SearchEngine: "${field.text}" is no column of ${table}, which this search writes to. Write to each table with a search of its own.`,
  );
}

const cellsOf = (caller: Caller, { data }: SearchValue, table: string): Cell[] =>
  [...data.values()].map(({ field, value }) => [ownColumn(caller, table, field), value]);

/** Adds a row; its id is the next free one, unless the script gives one. */
export function insert(caller: Caller, self: SearchValue): number {
  const table = mainTable(caller, self);
  if (isLiveTable(table)) return refuse(caller, `inserting into ${table}`);
  refuseContacts(caller, table);
  const all = rows(caller, table);
  const given = [...self.data.values()].find(({ field }) => isIdColumn(table, columnOf(field)));
  const next = nextId(caller, table);
  const id = given === undefined ? next : Number(given.value) || next;
  if (all.some((row) => row.id === id)) {
    return caller.fail('RunTimeException', `SearchEngine.insert: ${table} has a row ${String(id)} already.`);
  }
  addRow(caller, table, id, cellsOf(caller, self, table));
  return id;
}

/** Changes every row that meets the criteria; what comes from another field is read before anything changes. */
export function update(caller: Caller, self: SearchValue): null {
  const table = mainTable(caller, self);
  const read = reader(caller, table);
  const found = matching(caller, self, table).map((row): readonly [TextRow, Cell[]] => [
    row,
    [
      ...cellsOf(caller, self, table),
      ...self.copies.map(({ to, from }): Cell => [ownColumn(caller, table, to), read(row, from) ?? '']),
    ],
  ]);
  if (!isLiveTable(table)) refuseContacts(caller, table);
  for (const [row, cells] of found) {
    if (!isLiveTable(table)) writeRow(caller, table, row, cells);
    else for (const [column, value] of cells) updateLive(caller, table, column, row, value);
  }
  return null;
}

function updateLive(caller: Caller, table: string, column: string, row: TextRow, value: string): void {
  const place = `${table}.${column}`.toLowerCase();
  if (place === 'ejuser.chat_status') {
    caller.act((host, site) =>
      host.perform(site, { type: 'agent.setsPresence', agent: row.id, present: value === '1' }),
    );
  } else if (place === 'chat_session.status') {
    caller.act((host, site) => {
      host.setChatStatus(site, row.id, Number(value));
    });
  } else refuse(caller, `changing ${table}.${column}`);
}

/** Takes out every row that meets the criteria. */
export function remove(caller: Caller, self: SearchValue): null {
  const table = mainTable(caller, self);
  if (isLiveTable(table)) return refuse(caller, `deleting from ${table}`);
  refuseContacts(caller, table);
  for (const row of matching(caller, self, table)) removeRow(caller, table, row);
  return null;
}

/** The contacts of the world are looked at, not written to. */
export function refuseContacts(caller: Caller, table: string): void {
  if (isContacts(worldOf(caller), table)) {
    caller.fail(
      'NotAvailableOffline',
      `The customers here are the contacts of the world, which scripts do not change. Add a table \`${table}\` to the world to continue.`,
    );
  }
}
