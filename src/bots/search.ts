import { dateTimeTextAt, type Measured, type NativeContext } from '../crmscript/library.ts';
import { botOf } from './bot-environment.ts';
import { compare, joinOf, meets, operatorOf, type Criterion } from './criteria.ts';
import { linkOf, type ShowTime } from './live-tables.ts';
import { cellOf, rowsOf, type TextRow } from './rows.ts';

/** `table.column`, or `table.link.column` through columns that name rows of other tables. */
export type Field = { readonly text: string; readonly table: string; readonly path: readonly string[] };

type Order = { readonly field: Field; readonly ascending: boolean };

/** A search while it is put together, and what it found (crm §14). */
export class SearchValue implements Measured {
  readonly fields: Field[] = [];
  readonly criteria: Criterion<Field>[] = [];
  readonly orders: Order[] = [];
  readonly data = new Map<string, { readonly field: Field; readonly value: string }>();
  limit = 0;
  distinct = false;
  found: readonly (readonly (string | null)[])[] = [];
  at = 0;

  measure(visit: (value: unknown) => void): number {
    for (const row of this.found) for (const cell of row) visit(cell);
    const cells = this.found.length * (this.fields.length + 4);
    return 256 + 64 * (this.fields.length + this.criteria.length + this.data.size) + 8 * cells;
  }
}

export const timeIn =
  (context: NativeContext): ShowTime =>
  (milliseconds) =>
    milliseconds === null ? null : dateTimeTextAt(context, milliseconds);

export function fieldOf(context: NativeContext, text: string): Field {
  const [table = '', ...path] = text.trim().split('.');
  if (table === '' || path.length === 0 || path.includes('')) {
    return context.fail(
      'RunTimeException',
      `SearchEngine: "${text}" is no field. Write the table in front: table.column.`,
    );
  }
  return { text: text.trim(), table, path };
}

export function addCriterion(
  context: NativeContext,
  self: SearchValue,
  given: {
    readonly field: string;
    readonly operator: string;
    readonly value: string | Field;
    readonly join?: string;
    readonly level?: number;
  },
): null {
  const operator = operatorOf(given.operator);
  if (operator === undefined) {
    return context.fail(
      'NotAvailableOffline',
      `SearchEngine: the operator "${given.operator}" is not rehearsed. There are Equals, NotEquals, Gt, GtEq, Lt, LtEq, Like, NotLike, BeginsWith, Contains, In, NotIn, IsNull and IsNotNull.`,
    );
  }
  context.charge(96);
  const join = joinOf(given.join ?? '');
  const field = fieldOf(context, given.field);
  self.criteria.push({ field, operator, value: given.value, join, level: given.level ?? 0 });
  return null;
}

/** The one table that a search is about: that of its first field, criterion or value. */
export function mainTable(context: NativeContext, self: SearchValue): string {
  const [datum] = self.data.values();
  const field = self.fields[0] ?? datum?.field ?? self.criteria[0]?.field;
  return field?.table ?? context.fail('RunTimeException', 'SearchEngine: add a field first.');
}

/** Rows of the table, in the order of their ids; a table that nobody has needs a fixture. */
export function rows(context: NativeContext, table: string): readonly TextRow[] {
  const world = botOf(context).host.world();
  const found = rowsOf(world, table, timeIn(context));
  if (found === undefined) {
    return context.fail(
      'NotAvailableOffline',
      `SearchEngine needs the table "${table}" of a SuperOffice database. Add it to the world's tables to continue.`,
    );
  }
  context.work(64 * found.length);
  return found;
}

/** Reads fields of a row, following links to other tables. */
export function reader(context: NativeContext, table: string) {
  const linked = new Map<string, ReadonlyMap<number, TextRow>>();
  const rowOf = (name: string, id: number): TextRow | undefined => {
    const known = linked.get(name) ?? new Map(rows(context, name).map((row) => [row.id, row]));
    linked.set(name, known);
    return known.get(id);
  };
  return (row: TextRow, field: Field): string | null => {
    if (field.table.toLowerCase() !== table.toLowerCase()) return unrelated(context, table, field);
    let current: TextRow | undefined = row;
    let owner = table;
    for (const column of field.path.slice(0, -1)) {
      const target = linkOf(owner, column);
      if (target === undefined) return unrelated(context, owner, field);
      current = current && rowOf(target, Number(cellOf(owner, current, column) ?? 0));
      owner = target;
    }
    return current === undefined ? null : cellOf(owner, current, field.path.at(-1) ?? '');
  };
}

const unrelated = (context: NativeContext, table: string, field: Field): never =>
  context.fail(
    'NotAvailableOffline',
    `SearchEngine: "${field.text}" joins tables in a way that is not rehearsed. A search here is about one table (${table}), and links of the chat's own tables.`,
  );

const isField = (value: string | Field): value is Field => typeof value !== 'string';

/** The rows that meet the criteria. */
export function matching(context: NativeContext, self: SearchValue, table: string): TextRow[] {
  const read = reader(context, table);
  const all = rows(context, table);
  const longest = Math.max(1, ...self.criteria.map(({ value }) => (isField(value) ? 64 : value.length)));
  return all.filter((row) =>
    meets(
      self.criteria,
      (field) => {
        const cell = read(row, field);
        // A pattern is tried at every place of the text.
        context.work(16 + longest * (1 + (cell?.length ?? 0)));
        return cell;
      },
      isField,
    ),
  );
}

/** Runs the search; returns how many rows it found. */
export function execute(context: NativeContext, self: SearchValue): number {
  const table = mainTable(context, self);
  const read = reader(context, table);
  const found = matching(context, self, table);
  context.work(32 * found.length);
  found.sort((a, b) => {
    for (const { field, ascending } of self.orders) {
      const order = compare(read(a, field), read(b, field));
      if (order !== 0) return ascending ? order : -order;
    }
    return a.id - b.id;
  });
  const cells = found.map((row) => self.fields.map((field) => read(row, field)));
  const shown = self.distinct ? withoutRepeats(cells) : cells;
  self.found = self.limit > 0 ? shown.slice(0, self.limit) : shown;
  context.charge(16 + self.found.length * (16 + 8 * self.fields.length));
  self.at = 0;
  return self.found.length;
}

function withoutRepeats<T>(found: readonly (readonly T[])[]): readonly (readonly T[])[] {
  const seen = new Set<string>();
  return found.filter((row) => {
    const key = JSON.stringify(row);
    return !seen.has(key) && seen.add(key);
  });
}
