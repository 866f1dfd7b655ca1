import { worldOf, type Caller } from '../api/caller.ts';
import type { Measured } from '../api/measured.ts';
import { compare, joinOf, meets, operatorOf, type Criterion } from './criteria.ts';
import { linkOf } from './links.ts';
import type { ShowTime } from './live-tables.ts';
import { cellOf, rowsOf, type TextRow } from './rows.ts';
import { coded } from '../codes.ts';
import { hintAtUnknownColumns } from './unknown-columns.ts';
import { applied, fieldOf, isAggregate, ofGroup, type Field } from './search-field.ts';

type Order = { readonly field: Field; readonly ascending: boolean };

/** A search while it is put together, and what it found (crm §14). */
export class SearchValue implements Measured {
  readonly fields: Field[] = [];
  readonly criteria: Criterion<Field>[] = [];
  readonly orders: Order[] = [];
  readonly having: Criterion<Field>[] = [];
  readonly data = new Map<string, { readonly field: Field; readonly value: string }>();
  /** Fields that an update fills from other fields. */
  readonly copies: { readonly to: Field; readonly from: Field }[] = [];
  limit = 0;
  distinct = false;
  /** The field of which each value is shown once. */
  unique: Field | undefined;
  grouped = false;
  bypass = false;
  /** How many rows there are without the limit, once the search has run. */
  rows: number | undefined;
  found: readonly (readonly (string | null)[])[] = [];
  /** The row of each result, the first of its group. */
  ids: readonly number[] = [];
  at = 0;

  /** Which row is read where it stands, and which column of it: that of a number, or of a name. */
  rowNow(column: unknown) {
    const { at, fields, ids } = this;
    const field = typeof column === 'number' ? fields[column] : fields.find(({ text }) => text === column);
    return {
      table: (field ?? fields[0])?.table ?? '',
      row: ids[at] ?? 0,
      column: field?.path.join('.') ?? '',
    };
  }

  /** What a debugger shows of it: the row at which it stands, and all rows. */
  parts() {
    const names = this.fields.map(({ text }) => text);
    const row = this.found[this.at] ?? [];
    const named = names.map((name, index) => [name, row[index]] as const);
    return { type: 'SearchEngine', text: `${String(this.found.length)} rows`, named, indexed: this.found };
  }

  measure(visit: (value: unknown) => void): number {
    for (const row of this.found) for (const cell of row) visit(cell);
    const cells = this.found.length * (this.fields.length + 4);
    return 256 + 64 * (this.fields.length + this.criteria.length + this.data.size) + 8 * cells;
  }
}

export const timeIn =
  (caller: Caller): ShowTime =>
  (milliseconds) =>
    milliseconds === null ? null : caller.showTime(milliseconds);

export type GivenCriterion = {
  readonly field: string;
  readonly function?: string;
  readonly operator: string;
  readonly value: string | Field;
  readonly join?: string;
  readonly level?: number;
};

export function addCriterion(caller: Caller, to: Criterion<Field>[], given: GivenCriterion): null {
  const operator = operatorOf(given.operator);
  if (operator === undefined) {
    return caller.fail(
      'NotAvailableOffline',
      `SearchEngine: the operator "${given.operator}" is not rehearsed. There are Equals, NotEquals, Gt, Gte, Lt, Lte, Like, NotLike, BeginsWith, EndsWith, Contains, NotContains, In, NotIn, Is and IsNot.`,
    );
  }
  caller.charge(96);
  const field = fieldOf(caller, given.field, given.function);
  to.push({ field, operator, value: given.value, join: joinOf(given.join ?? ''), level: given.level ?? 0 });
  return null;
}

/** The one table that a search is about: that of its first field, criterion or value. */
export function mainTable(caller: Caller, self: SearchValue): string {
  const [datum] = self.data.values();
  const field = self.fields[0] ?? datum?.field ?? self.copies[0]?.to ?? self.criteria[0]?.field;
  return field?.table ?? caller.fail('RunTimeException', 'SearchEngine: add a field first.');
}

/** Rows of the table, in the order of their ids; a table that nobody has needs a fixture. */
export function rows(caller: Caller, table: string): readonly TextRow[] {
  const world = worldOf(caller);
  const found = rowsOf(world, table, timeIn(caller));
  if (found === undefined) {
    return caller.fail(
      'NotAvailableOffline',
      `SearchEngine needs the table "${table}" of a SuperOffice database. Add it to the world's tables to continue.`,
    );
  }
  caller.spend(rowCost * found.length);
  return found;
}

/** What looking at one row counts for, in statements: about as long as they take. */
export const rowCost = 3;

/** Reads fields of a row, following links to other tables. */
export function reader(caller: Caller, table: string) {
  const world = worldOf(caller);
  const main = table.toLowerCase();
  const linked = new Map<string, ReadonlyMap<number, TextRow>>();
  const rowOf = (name: string, id: number): TextRow | undefined => {
    const known = linked.get(name) ?? new Map(rows(caller, name).map((row) => [row.id, row]));
    linked.set(name, known);
    return known.get(id);
  };
  const along = (row: TextRow, field: Field): string | null => {
    let current: TextRow | undefined = row;
    let owner = main;
    for (const column of field.keys.slice(0, -1)) {
      const target = linkOf(world, owner, column);
      if (target === undefined) return unrelated(caller, owner, field);
      current = current && rowOf(target, Number(cellOf(owner, current, column) ?? 0));
      owner = target;
    }
    return current === undefined ? null : cellOf(owner, current, field.keys.at(-1) ?? '');
  };
  return (row: TextRow, field: Field): string | null => {
    if (field.owner !== main) return unrelated(caller, table, field);
    const [column = ''] = field.keys;
    const value = field.keys.length === 1 ? cellOf(main, row, column) : along(row, field);
    return applied(field, value);
  };
}

const unrelated = (caller: Caller, table: string, field: Field): never =>
  caller.fail(
    'NotAvailableOffline',
    `SearchEngine: "${field.text}" joins tables in a way that is not rehearsed. A search here is about one table (${table}) and what its columns lead to: \`cust_id\` to the customer, \`ticket_id\` to the table ticket.`,
  );

const isField = (value: string | Field): value is Field => typeof value !== 'string';

/** The rows that meet the criteria. */
export function matching(caller: Caller, self: SearchValue, table: string): TextRow[] {
  const read = reader(caller, table);
  if (self.criteria.some(({ field }) => isAggregate(field))) {
    caller.fail(
      'RunTimeException',
      'SearchEngine.addCriteria: use addHaving for count, sum, avg, min and max.',
    );
  }
  hintAtUnknownColumns(caller, columnsIn(self), timeIn(caller));
  return rows(caller, table).filter((row) => holds(caller, self.criteria, (field) => read(row, field)));
}

/** The fields that the search reads. */
const columnsIn = ({ fields, criteria, orders, unique }: SearchValue): Field[] => [
  ...fields,
  ...criteria.map(({ field }) => field),
  ...orders.map(({ field }) => field),
  ...(unique === undefined ? [] : [unique]),
];

const workOfComparison = 512;

function holds(
  caller: Caller,
  criteria: readonly Criterion<Field>[],
  read: (field: Field) => string | null,
): boolean {
  const values = criteria.map(({ value }) => (isField(value) ? '' : value));
  const longest = Math.max(64, ...values.map((value) => value.length));
  const reading = (field: Field): string | null => {
    const cell = read(field);
    // A pattern is tried at every place of the text, and of a list each may be a character.
    caller.work(workOfComparison + longest * (128 + (cell?.length ?? 0)));
    for (const value of values) caller.payForCase(value);
    caller.payForCase(cell ?? '');
    return cell;
  };
  return meets(criteria, reading, isField);
}

/** Everything that the search finds, in order and without its limit. */
function resultsOf(caller: Caller, self: SearchValue): Result[] {
  const table = mainTable(caller, self);
  const read = reader(caller, table);
  const groups = inOrder(
    caller,
    self,
    groupsOf(caller, self, matching(caller, self, table), read).filter((group) =>
      holds(caller, self.having, (field) => ofGroup(field, group, read)),
    ),
    read,
  );
  const { unique } = self;
  const single = unique === undefined ? groups : once(groups, (group) => ofGroup(unique, group, read));
  const results = single.map((group) => ({
    id: group[0]?.id ?? 0,
    cells: self.fields.map((field) => ofGroup(field, group, read)),
  }));
  return self.distinct ? once(results, ({ cells }) => JSON.stringify(cells)) : results;
}

type Result = { readonly id: number; readonly cells: readonly (string | null)[] };

/** Runs the search; returns how many rows it found. */
export function execute(caller: Caller, self: SearchValue): number {
  const shown = resultsOf(caller, self);
  const taken = self.limit > 0 ? shown.slice(0, self.limit) : shown;
  self.found = taken.map(({ cells }) => cells);
  self.ids = taken.map(({ id }) => id);
  caller.charge(16 + self.found.length * (24 + 8 * self.fields.length));
  self.at = 0;
  self.rows = shown.length;
  return self.found.length;
}

type Read = ReturnType<typeof reader>;
type Group = readonly TextRow[];

/** As the orders say; ties by id. */
function inOrder(caller: Caller, self: SearchValue, groups: readonly Group[], read: Read): Group[] {
  const { orders } = self;
  caller.spend(groups.length * (1 + 4 * orders.length));
  const sorted = groups.map((group) => ({
    group,
    keys: orders.map(({ field }) => ofGroup(field, group, read)),
  }));
  sorted.sort((a, b) => {
    for (const [index, { ascending }] of orders.entries()) {
      const order = compare(a.keys[index] ?? null, b.keys[index] ?? null);
      if (order !== 0) return ascending ? order : -order;
    }
    return (a.group[0]?.id ?? 0) - (b.group[0]?.id ?? 0);
  });
  return sorted.map(({ group }) => group);
}

/** The rows in groups: each its own, or all with the same values in the fields that have no aggregate function. */
function groupsOf(caller: Caller, self: SearchValue, found: readonly TextRow[], read: Read): Group[] {
  const aggregated = [...self.fields, ...self.having.map(({ field }) => field)].some(isAggregate);
  if (!aggregated && !self.grouped) return found.map((row) => [row]);
  if (aggregated && !self.bypass) {
    // On a tenant a search goes to NetServer, which knows no functions (SearchEngine in the reference).
    caller.hint(coded('search-no-functions', {}));
  }
  const keys = self.fields.filter((field) => !isAggregate(field));
  if (keys.length === 0) return [found];
  if (!self.grouped) {
    const [key] = keys;
    caller.fail(
      'RunTimeException',
      `SearchEngine: "${key?.text ?? ''}" stands beside a function of all rows. Call setGroup(true).`,
    );
  }
  caller.spend(4 * found.length);
  const groups = new Map<string, TextRow[]>();
  for (const row of found) {
    const key = JSON.stringify(keys.map((field) => read(row, field)?.toLowerCase()));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()];
}

/** How many rows the search found, or would find, without its limit (SearchEngine, "Getting statistics"). */
export const countRows = (caller: Caller, self: SearchValue): number =>
  self.rows ?? resultsOf(caller, self).length;

/** The first of each key. */
function once<T>(all: readonly T[], keyOf: (one: T) => string | null): T[] {
  const seen = new Set<string | null>();
  return all.filter((one) => {
    const key = keyOf(one);
    return !seen.has(key) && seen.add(key);
  });
}
