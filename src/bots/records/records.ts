import { worldOf, type Caller } from '../api/caller.ts';
import type { Measured } from '../api/measured.ts';
import { isLiveTable } from './live-tables.ts';
import { cellOf, hasTable, plain, rowsOf, type TextRow } from './rows.ts';
import { refuseContacts } from './search-changes.ts';
import { rowCost, timeIn } from './search.ts';
import { addRow, nextId, removeRow, writeRow, type Target } from './stored-rows.ts';

/** One row of a table, as Ticket, Customer and their like hold it: what was loaded, and what was set since (crm §14). */
export class RecordValue implements Measured {
  /** The class, as messages name it. */
  readonly className: string;
  readonly table: string;
  id = 0;
  row: TextRow | undefined;
  /** By plain name; the spelling that the script used stands with the value. */
  readonly changes = new Map<string, readonly [column: string, value: string]>();

  constructor(className: string, table: string) {
    this.className = className;
    this.table = table;
  }

  measure(visit: (value: unknown) => void): number {
    for (const [, value] of this.changes.values()) visit(value);
    for (const value of this.row?.cells.values() ?? []) visit(value);
    return 128 + 64 * (this.changes.size + (this.row?.cells.size ?? 0));
  }
}

const needTable = (caller: Caller, { className, table }: RecordValue, method: string): void => {
  if (table === '') {
    caller.fail('RunTimeException', `${className}.${method}: say of which table, with getExtraTable("y_…").`);
  }
  if (hasTable(worldOf(caller), table)) return;
  caller.fail(
    'NotAvailableOffline',
    `${className}.${method} needs a SuperOffice database. Add a table \`${table}\` to the world to continue.`,
  );
};

/** The rows of the record's table; without such a table it fails, in a way that a script can catch. */
export function rowsOfRecord(caller: Caller, self: RecordValue, method: string): readonly TextRow[] {
  needTable(caller, self, method);
  const found = rowsOf(worldOf(caller), self.table, timeIn(caller)) ?? [];
  caller.spend(rowCost * found.length);
  return found;
}

/** Holds the first row that fits; whether there is one. Without one the record is empty. */
export function loadWhere(
  caller: Caller,
  self: RecordValue,
  method: string,
  fits: (row: TextRow) => boolean,
): boolean {
  const row = rowsOfRecord(caller, self, method).find(fits);
  caller.charge(64 * (row?.cells.size ?? 0));
  self.row = row;
  self.id = row?.id ?? 0;
  self.changes.clear();
  return row !== undefined;
}

export const load = (caller: Caller, self: RecordValue, id: number): boolean =>
  loadWhere(caller, self, 'load', (row) => row.id === id);

/** What was set, else what was loaded; an unknown column is a null text, as a field without a row is (crm Q9). */
export function getValue(_caller: Caller, self: RecordValue, column: string): string | null {
  const changed = self.changes.get(plain(column));
  if (changed !== undefined) return changed[1];
  if (column.toLowerCase() === 'id') return String(self.id);
  return self.row === undefined ? null : cellOf(self.table, self.row, column);
}

export function setValue(caller: Caller, self: RecordValue, column: string, value: string): void {
  caller.charge(64 + 2 * column.length);
  self.changes.set(plain(column), [column, value]);
}

/** The row as it is now, whoever has changed it since it was loaded: that of its id, if it has one. */
const targetOf = (row: TextRow): Target => (row.id > 0 ? { id: row.id } : row);

/** Writes what was set, into a new row if none was loaded, as one event; returns the id. */
export function save(caller: Caller, self: RecordValue): number {
  needTable(caller, self, 'save');
  if (isLiveTable(self.table)) {
    return caller.fail(
      'NotAvailableOffline',
      `${self.className}.save: what is in ${self.table} belongs to the chat. Change agents in the workspace, and their presence with NSChatAgent.`,
    );
  }
  refuseContacts(caller, self.table);
  const { row } = self;
  const id = row?.id ?? nextId(caller, self.table);
  if (row === undefined) addRow(caller, self.table, id, self.changes.values());
  else if (self.changes.size > 0) writeRow(caller, self.table, targetOf(row), self.changes.values());
  load(caller, self, id);
  return id;
}

/** Takes the row out of the table. */
export function remove(caller: Caller, self: RecordValue): void {
  needTable(caller, self, 'delete');
  if (self.row !== undefined) removeRow(caller, self.table, targetOf(self.row));
  self.row = undefined;
  self.id = 0;
}
