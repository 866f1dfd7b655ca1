import type { Measured, NativeContext } from '../../crmscript/library.ts';
import { botOf } from '../crmscript/bot-environment.ts';
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

const needTable = (context: NativeContext, { className, table }: RecordValue, method: string): void => {
  if (table === '') {
    context.fail(
      'RunTimeException',
      `${className}.${method}: say of which table, with getExtraTable("y_…").`,
    );
  }
  if (hasTable(botOf(context).host.world(), table)) return;
  context.fail(
    'NotAvailableOffline',
    `${className}.${method} needs a SuperOffice database. Add a table \`${table}\` to the world to continue.`,
  );
};

/** The rows of the record's table; without such a table it fails, in a way that a script can catch. */
export function rowsOfRecord(context: NativeContext, self: RecordValue, method: string): readonly TextRow[] {
  needTable(context, self, method);
  const found = rowsOf(botOf(context).host.world(), self.table, timeIn(context)) ?? [];
  context.spend(rowCost * found.length);
  return found;
}

/** Holds the first row that fits; whether there is one. Without one the record is empty. */
export function loadWhere(
  context: NativeContext,
  self: RecordValue,
  method: string,
  fits: (row: TextRow) => boolean,
): boolean {
  const row = rowsOfRecord(context, self, method).find(fits);
  context.charge(64 * (row?.cells.size ?? 0));
  self.row = row;
  self.id = row?.id ?? 0;
  self.changes.clear();
  return row !== undefined;
}

export const load = (context: NativeContext, self: RecordValue, id: number): boolean =>
  loadWhere(context, self, 'load', (row) => row.id === id);

/** What was set, else what was loaded; an unknown column is a null text, as a field without a row is (crm Q9). */
export function getValue(_context: NativeContext, self: RecordValue, column: string): string | null {
  const changed = self.changes.get(plain(column));
  if (changed !== undefined) return changed[1];
  if (column.toLowerCase() === 'id') return String(self.id);
  return self.row === undefined ? null : cellOf(self.table, self.row, column);
}

export function setValue(context: NativeContext, self: RecordValue, column: string, value: string): void {
  context.charge(64 + 2 * column.length);
  self.changes.set(plain(column), [column, value]);
}

/** The row as it is now, whoever has changed it since it was loaded: that of its id, if it has one. */
const targetOf = (row: TextRow): Target => (row.id > 0 ? { id: row.id } : row);

/** Writes what was set, into a new row if none was loaded, as one event; returns the id. */
export function save(context: NativeContext, self: RecordValue): number {
  needTable(context, self, 'save');
  if (isLiveTable(self.table)) {
    return context.fail(
      'NotAvailableOffline',
      `${self.className}.save: what is in ${self.table} belongs to the chat. Change agents in the workspace, and their presence with NSChatAgent.`,
    );
  }
  refuseContacts(context, self.table);
  const { row } = self;
  const id = row?.id ?? nextId(context, self.table);
  if (row === undefined) addRow(context, self.table, id, self.changes.values());
  else if (self.changes.size > 0) writeRow(context, self.table, targetOf(row), self.changes.values());
  load(context, self, id);
  return id;
}

/** Takes the row out of the table. */
export function remove(context: NativeContext, self: RecordValue): void {
  needTable(context, self, 'delete');
  if (self.row !== undefined) removeRow(context, self.table, targetOf(self.row));
  self.row = undefined;
  self.id = 0;
}
