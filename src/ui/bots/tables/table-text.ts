import type { Json, Row } from '../../../engine/definition.ts';
import { words } from '../../words.ts';

/** The rows of a table as they stand in the box: a row a line. */
export const textOfRows = (rows: readonly Row[]): string =>
  rows.length === 0 ? '[]' : `[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n]`;

/** What was typed over the rows of a table, and the rows that it was typed over. */
export type TypedRows = { readonly text: string; readonly over: string };

/** The key under which they are kept until they are saved. */
export const tableDraftKey = (table: string): string => `table:${table}`;

export const keptOfRows = (typed: TypedRows): string => JSON.stringify(typed);

/** What was typed; undefined is nothing. */
export const typedRows = (kept: string): TypedRows | undefined =>
  kept === '' ? undefined : (JSON.parse(kept) as TypedRows);

type Rows =
  { readonly ok: true; readonly rows: readonly Row[] } | { readonly ok: false; readonly problem: string };

const isRow = (value: unknown): value is { readonly [column: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The rows that a text stands for: a JSON array of objects. */
export function readRows(text: string): Rows {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { ok: false, problem: words.table.noJson(error instanceof Error ? error.message : '') };
  }
  if (!Array.isArray(value)) return { ok: false, problem: words.table.noArray };
  const rows: readonly unknown[] = value;
  const wrong = rows.findIndex((row) => !isRow(row));
  return wrong < 0
    ? { ok: true, rows: rows.filter(isRow) }
    : { ok: false, problem: words.table.noRow(wrong + 1) };
}
