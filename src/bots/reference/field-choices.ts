import type { Choice, Choices } from '../../crmscript/reference.ts';
import type { World } from '../../engine/world.ts';
import { columnsOfTable, tablesOf } from '../records/field-names.ts';
import { linkOf } from '../records/links.ts';
import { productColumns, productTableNames } from '../records/product-tables.ts';
import { columnEntries, type ColumnEntry } from './columns.ts';

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** What is known of a column of one of the chat's tables. */
const entryOf = (table: string, column: string): ColumnEntry | undefined =>
  own(own(columnEntries, table.toLowerCase()) ?? {}, column.toLowerCase());

/** The table whose row a column names; of SuperOffice's tables, also of those that the workspace has not got. */
function linked(world: World, table: string, column: string): string | undefined {
  const found = linkOf(world, table, column);
  if (found !== undefined) return found;
  const name = column.replace(/_?idx?$/i, '');
  return productColumns(name) === undefined ? undefined : name;
}

/** The table that `table.column.column` has come to, and its last part; undefined where a link leads nowhere. */
function followed(world: World, path: readonly string[]): string | undefined {
  const [first, ...links] = path;
  return links.reduce<string | undefined>((table, column) => table && linked(world, table, column), first);
}

/** What is known of the column that a field names, behind its links. */
export function columnEntry(world: World, field: string): ColumnEntry | undefined {
  const path = field.split('.');
  const table = followed(world, path.slice(0, -1));
  return table === undefined ? undefined : entryOf(table, path.at(-1) ?? '');
}

const columnChoice = (table: string, column: string, prefix: string, distance = 0): Choice => {
  const says = entryOf(table, column)?.says;
  return { text: `${prefix}${column}`, detail: table, distance, ...(says !== undefined && { says }) };
};

/** The columns of a table, each behind a prefix. */
export const columnChoices = (world: World, table: string, prefix = ''): readonly Choice[] =>
  columnsOfTable(world, table).map((column) => columnChoice(table, column, prefix));

/** The tables that the workspace has, and those of SuperOffice besides. */
export function tableChoices(world: World, ends: '' | '.'): readonly Choice[] {
  const there = tablesOf(world);
  const known = new Set(there.map((name) => name.toLowerCase()));
  const goesOn = ends === '.' ? ({ goesOn: true } as const) : {};
  const others = productTableNames().filter((name) => !known.has(name.toLowerCase()));
  return [
    ...there.map((name) => ({ text: `${name}${ends}`, detail: 'table', distance: 1, ...goesOn })),
    ...others.map((name) => ({
      text: `${name}${ends}`,
      detail: 'not in this workspace',
      distance: 2,
      ...goesOn,
    })),
  ];
}

/**
 * The fields that `addField("table.column")` and its like can name, as far as they are typed: before the first point all columns
 * of the workspace's tables, and all tables; behind one the columns of the table that it has come to (crm §14). `added` are those that
 * the script has added already.
 */
export function fieldChoices(world: World, typed: string, added: readonly string[] = []): Choices {
  const title = 'Field';
  const path = typed.split('.');
  const mine = added.map((text): Choice => {
    const says = columnEntry(world, text)?.says;
    return { text, detail: 'added here', ...(says !== undefined && { says }) };
  });
  const isMine = new Set(added);
  const others = (choices: readonly Choice[]) => choices.filter(({ text }) => !isMine.has(text));
  if (path.length < 2) {
    const columns = tablesOf(world).flatMap((table) =>
      columnsOfTable(world, table).map((column) => columnChoice(table, column, `${table}.`, 1)),
    );
    return { title, choices: [...mine, ...others(columns), ...tableChoices(world, '.')] };
  }
  const table = followed(world, path.slice(0, -1));
  const prefix = `${path.slice(0, -1).join('.')}.`;
  const found = table === undefined ? [] : columnChoices(world, table, prefix);
  return { title, choices: [...mine, ...others(found)] };
}
